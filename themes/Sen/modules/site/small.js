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

/** After a refused form the summary of errors is read first. */
export function focusErrors(root) {
  root.querySelector('[data-focus]')?.focus();
}
