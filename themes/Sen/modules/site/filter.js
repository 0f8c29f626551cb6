/** "Quan ly" finds "Quản lý": marks and case do not count. */
export function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim();
}

/** <input type="search" data-filter="#roster" hidden>: shows the rows that hold every typed word. */
export function filterTables(root) {
  for (const input of root.querySelectorAll('input[data-filter]')) {
    const table = root.querySelector(input.dataset.filter);
    if (!table) continue;
    const rows = [...table.tBodies].flatMap(body => [...body.rows]).map(row => ({ row, text: plain(row.textContent) }));
    input.hidden = false;
    input.addEventListener('input', () => {
      const words = plain(input.value).split(/\s+/).filter(Boolean);
      for (const { row, text } of rows) row.hidden = !words.every(word => text.includes(word));
    });
  }
}
