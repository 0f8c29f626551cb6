// Says while a code is typed what is wrong with it; what is right goes to the register as the form would send it.
import { readCode, spoken } from './code.js';

export function explainCode(app, askRegister) {
  const form = app.querySelector('form.code-form'), field = form.elements.code;
  const help = form.querySelector('[data-code-help]');

  field.addEventListener('input', () => tell(help, readCode(field.value), false));
  form.addEventListener('submit', event => {
    const read = readCode(field.value);
    event.preventDefault();
    if (read.code) {
      askRegister(read.code);
      return;
    }
    tell(help, read, true);
    field.setAttribute('aria-invalid', 'true');
    field.focus();
  });

  help.addEventListener('click', event => {
    const button = event.target.closest('button[data-code]');
    if (!button) return;
    field.value = spoken(button.dataset.code);
    tell(help, readCode(field.value), true);
    field.focus();
  });
}

/** @param asked Whether the person has finished: while one types, a short code is only counted. */
function tell(help, { code, problem, count, letter, meant = [] }, asked) {
  const shown = code ? 'right' : problem === 'short' && !asked ? 'counting' : problem === 'empty' && !asked ? '' : problem;
  for (const line of help.querySelectorAll('[data-says]')) {
    line.hidden = line.dataset.says !== shown;
    for (const slot of line.querySelectorAll('[data-slot]')) slot.textContent = { count, letter, missing: 16 - count, extra: count - 16 }[slot.dataset.slot];
  }
  const list = help.querySelector('[data-meant]');
  list.hidden = shown !== 'check' || meant.length === 0;
  list.querySelector('ul').replaceChildren(...meant.map(other => {
    const item = document.createElement('li'), button = document.createElement('button');
    [button.type, button.className, button.textContent, button.dataset.code] = ['button', 'button button--small mono', spoken(other), other];
    item.append(button);
    return item;
  }));
}
