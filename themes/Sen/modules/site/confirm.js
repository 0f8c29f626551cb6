/**
 * Asks in the layout's one dialog. Resolves to true where the person agreed.
 * @param {{question: string, detail?: string, action?: string, danger?: boolean}} words
 */
export function ask(root, { question, detail = '', action, danger = true }) {
  const dialog = root.getElementById('confirm-dialog');
  if (!dialog?.showModal) return Promise.resolve(root.defaultView.confirm([question, detail].filter(Boolean).join('\n')));
  const agree = dialog.querySelector('[value="ok"]');
  dialog.querySelector('h2').textContent = question;
  const text = dialog.querySelector('[data-confirm-detail]');
  text.textContent = detail;
  text.hidden = !detail;
  agree.textContent = action ?? agree.dataset.label;
  agree.classList.toggle('button--danger', danger);
  agree.classList.toggle('button--primary', !danger);
  dialog.returnValue = 'cancel';
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'ok'), { once: true }));
}

/** Forms with data-confirm are sent only after the question in that attribute. */
export function confirmForms(root) {
  root.addEventListener('submit', async event => {
    const form = event.target;
    const { submitter } = event;
    const question = submitter?.dataset.confirm ?? form.dataset.confirm;
    if (!question || form.dataset.confirmed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const action = submitter?.dataset.confirmAction ?? form.dataset.confirmAction;
    if (!await ask(root, { question, detail: form.dataset.confirmDetail, action })) return;
    form.dataset.confirmed = 'yes';
    form.requestSubmit(submitter ?? undefined);
    delete form.dataset.confirmed;
  }, { capture: true });
}
