/** Forms with data-warn-unsaved: the browser asks before the page is left with changes; data-warn-unsaved="changed" came back with some. */
export function warnUnsaved(root) {
  const changed = new Set();
  for (const form of root.querySelectorAll('form[data-warn-unsaved]')) {
    if (form.dataset.warnUnsaved === 'changed') changed.add(form);
    form.addEventListener('input', () => changed.add(form));
    form.addEventListener('submit', () => changed.delete(form));
  }
  root.defaultView.addEventListener('beforeunload', event => {
    if (changed.size > 0) event.preventDefault();
  });
}
