// A photo is read in the page; a PDF goes to the server, which checks its signature and compares it with the register.
import { pictureReader, readPhoto } from './pictures.js';
import { showNotice } from './result.js';

export function offerFiles(app, place, take) {
  const form = app.querySelector('form[data-files]'), field = form.elements.file;

  const open = async file => {
    if (!file) return;
    if (file.type === 'application/pdf' || /\.pdf$/i.test(file.name)) {
      if (navigator.onLine) form.requestSubmit();
      else showNotice(place, 'needs-network');
      return;
    }
    showNotice(place, 'reading');
    try {
      // The signed code first: it proves by itself what the other one only asks for, and without network it is the only one that helps.
      const texts = await readPhoto(file, await pictureReader(app.dataset.qrReader), found => navigator.onLine ? found.length > 0 : found.some(isSigned));
      texts.sort(signedFirst);
      if (!texts.some(take)) showNotice(place, texts.length ? 'other-code' : 'no-code');
    } catch {
      showNotice(place, 'no-picture');
    }
  };

  for (const hint of form.querySelectorAll('[data-photo-hint]')) hint.hidden = false;
  field.accept = '.pdf,application/pdf,image/*';
  field.addEventListener('change', () => open(field.files[0]));
  form.addEventListener('dragover', event => {
    event.preventDefault();
    form.classList.add('is-over');
  });
  form.addEventListener('dragleave', () => form.classList.remove('is-over'));
  form.addEventListener('drop', event => {
    event.preventDefault();
    form.classList.remove('is-over');
    field.files = event.dataTransfer.files;
    open(field.files[0]);
  });
}

const isSigned = text => /#\d+$/.test(text);
const signedFirst = (one, other) => Number(isSigned(other)) - Number(isSigned(one));
