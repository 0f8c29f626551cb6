/** Light, dark, automatic: the form posts the choice for later pages, and this page changes at once. */
export function switchShade(root) {
  const form = root.querySelector('form[data-shade]');
  form?.addEventListener('submit', event => {
    const pressed = event.submitter;
    if (!pressed) return;
    event.preventDefault();
    root.documentElement.dataset.theme = pressed.value;
    for (const button of form.querySelectorAll('[aria-pressed]')) button.setAttribute('aria-pressed', String(button === pressed));
    const choice = new URLSearchParams(new FormData(form));
    choice.set(pressed.name, pressed.value);
    // "manual": the answer is a redirect back to this page, which need not be loaded again.
    fetch(form.action, { method: 'POST', body: choice, redirect: 'manual' }).catch(() => {});
  });
}
