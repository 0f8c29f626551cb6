/** <button data-opens="id"> opens the dialog of that id. */
export function openDialogs(root) {
  root.addEventListener('click', event => {
    const id = event.target.closest?.('[data-opens]')?.dataset.opens;
    if (id) root.getElementById(id)?.showModal();
  });
}

export function printButtons(root) {
  for (const button of root.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => root.defaultView.print());
  }
}

/** <button hidden data-copy="text"> puts the text on the clipboard and says so by its own label. */
export function copyButtons(root) {
  const { clipboard } = root.defaultView.navigator;
  for (const button of clipboard ? root.querySelectorAll('[data-copy]') : []) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await clipboard.writeText(button.dataset.copy);
      button.setAttribute('aria-live', 'polite');
      button.textContent = button.dataset.copied ?? '✓';
    });
  }
}

/**
 * The summary of errors follows the form from top to bottom, and "Fill this in." says what is wrong, not where: the label
 * of the field goes before it, unless the sentence names the field itself.
 */
export function nameErrors(root) {
  const links = [...root.querySelectorAll('.error-summary a[href^="#"]')].map(link => ({ link, field: root.getElementById(decodeURIComponent(link.hash.slice(1))) }));
  for (const { link, field } of links) {
    const words = field?.labels?.[0] ?? field?.closest('fieldset')?.querySelector('legend');
    const label = [...words?.childNodes ?? []].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim())?.data.trim();
    if (label && !link.textContent.toLowerCase().includes(label.toLowerCase())) link.prepend(`${label}: `);
  }
  const found = links.filter(({ field }) => field).sort((a, b) => a.field.compareDocumentPosition(b.field) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
  for (const { link } of found) link.closest('ul').append(link.closest('li'));
}

/** On a phone the tabs scroll sideways: the one at hand should not lie beyond the edge. */
export function showCurrentTab(root) {
  for (const tab of root.querySelectorAll('.tabs [aria-current]')) {
    const bar = tab.closest('.tabs');
    bar.scrollLeft = tab.offsetLeft - (bar.clientWidth - tab.offsetWidth) / 2;
  }
}

/** After a refused form the summary of errors is read first. */
export function focusErrors(root) {
  root.querySelector('[data-focus]')?.focus();
}
