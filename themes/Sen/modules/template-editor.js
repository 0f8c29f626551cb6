// Draws the preview anew when something in the form has changed. Without it the button beside the preview does the same.
const form = document.querySelector('.template-editor');
const refresh = form?.querySelector('[formtarget="preview"]');
const Pause = 700;

let waiting;
form?.addEventListener('change', event => {
  // A picture goes into the preview once it is saved; a box to remove a field, at once.
  if (event.target.type === 'file') return;
  clearTimeout(waiting);
  waiting = setTimeout(() => { if (form.checkValidity()) form.requestSubmit(refresh); }, Pause);
});
