import { changed } from './words.js';

/** Words to drag into the gaps. The lists in the gaps do the same by keyboard and for a screen reader, which is spared the words. */
export function dragWords(prompt, question) {
  const lists = [...prompt.querySelectorAll('select.gap')];
  const words = new Map(lists.flatMap(list => [...list.options]).filter(option => option.value !== '').map(option => [option.value, option.text]));
  const bank = Object.assign(document.createElement('p'), { className: 'word-bank' });
  bank.setAttribute('aria-hidden', 'true');
  for (const [value, text] of words) bank.append(word(value, text, lists));
  prompt.before(bank);
  const hint = question.querySelector('[data-drag-hint]');
  if (hint) hint.textContent = hint.dataset.dragHint;
}

function word(value, text, lists) {
  const chip = Object.assign(document.createElement('span'), { className: 'word-bank__word', textContent: text });
  const takes = list => [...list.options].some(option => option.value === value);
  chip.addEventListener('pointerdown', start => {
    if (start.button !== 0) return;
    start.preventDefault();
    chip.setPointerCapture(start.pointerId);
    chip.classList.add('is-dragged');
    const under = event => lists.find(list => takes(list) && holds(list, event));
    const move = event => {
      chip.style.translate = `${event.clientX - start.clientX}px ${event.clientY - start.clientY}px`;
      for (const list of lists) list.classList.toggle('is-target', list === under(event));
    };
    const end = event => {
      const list = event.type === 'pointerup' ? under(event) : null;
      chip.removeEventListener('pointermove', move);
      chip.classList.remove('is-dragged');
      chip.style.translate = '';
      for (const other of lists) other.classList.remove('is-target');
      if (!list) return;
      list.value = value;
      changed(list);
    };
    chip.addEventListener('pointermove', move);
    chip.addEventListener('pointerup', end, { once: true });
    chip.addEventListener('pointercancel', end, { once: true });
  });
  return chip;
}

/** A little more than the list itself: a finger covers what it aims at. */
function holds(list, { clientX, clientY }) {
  const { left, right, top, bottom } = list.getBoundingClientRect();
  return clientX >= left - 8 && clientX <= right + 8 && clientY >= top - 12 && clientY <= bottom + 12;
}
