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

/** After a refused form the summary of errors is read first. */
export function focusErrors(root) {
  root.querySelector('[data-focus]')?.focus();
}
