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

/** "Fill this in." says what is wrong, not where: in the summary the field's label goes before it, unless the sentence names the field itself. */
export function nameErrors(root) {
  for (const link of root.querySelectorAll('.error-summary a[href^="#"]')) {
    const field = root.getElementById(decodeURIComponent(link.hash.slice(1)));
    const words = field?.labels?.[0] ?? field?.closest('fieldset')?.querySelector('legend');
    const label = [...words?.childNodes ?? []].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim())?.data.trim();
    if (label && !link.textContent.toLowerCase().includes(label.toLowerCase())) link.prepend(`${label}: `);
  }
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
