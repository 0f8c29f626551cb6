import { changed, filled, liveRegion } from './words.js';

/** Arrow buttons and dragging instead of lists of places; the lists stay as the fields that are sent. */
export function arrange(list, question) {
  const words = list.dataset;
  const live = liveRegion(question);
  const items = () => [...list.children];
  const placeOf = item => item.querySelector('select');
  const textOf = item => item.querySelector('.order__text').textContent.trim();
  const hint = question.querySelector('[data-order-hint]');
  hint.textContent = hint.dataset.orderHint;
  list.classList.add('order--script');

  const keep = document.createElement('button');
  Object.assign(keep, { type: 'button', className: 'button button--small', textContent: words.keep });
  keep.addEventListener('click', () => { settle(); live.textContent = words.kept; list.querySelector('button:not([disabled])')?.focus(); });
  list.after(keep);

  for (const item of items()) {
    const buttons = document.createElement('span');
    buttons.className = 'order__buttons';
    buttons.append(button(item, -1, words.up, '↑'), button(item, 1, words.down, '↓'));
    item.append(buttons);
    placeOf(item).hidden = true;
    dragged(item);
  }
  question.addEventListener('answer-restored', sort);
  look();

  function button(item, step, word, sign) {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: 'button button--small', textContent: sign });
    made.setAttribute('aria-label', `${word}: ${textOf(item)}`);
    made.addEventListener('click', () => {
      const other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
      if (!other) return;
      if (step < 0) other.before(item); else other.after(item);
      settle();
      tell(item);
      // At the end of the list this button has nothing left to do, but the focus must stay somewhere.
      (made.disabled ? item.querySelector('button:not([disabled])') : made)?.focus();
    });
    return made;
  }

  /** Gives every item the place where it stands. */
  function settle() {
    items().forEach((item, i) => { placeOf(item).value = String(i + 1); });
    look();
    changed(placeOf(list.firstElementChild));
  }

  function look() {
    const all = items();
    all.forEach((item, i) => {
      const [up, down] = item.querySelectorAll('button');
      up.disabled = i === 0;
      down.disabled = i === all.length - 1;
    });
    keep.hidden = all.every(item => placeOf(item).value !== '');
  }

  function sort() {
    const rank = item => Number(placeOf(item).value) || Infinity;
    list.append(...items().sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b))));
    look();
  }

  function tell(item) {
    live.textContent = filled(words.moved, { item: textOf(item), n: items().indexOf(item) + 1, of: items().length });
  }

  function dragged(item) {
    item.addEventListener('pointerdown', start => {
      if (start.button !== 0 || start.target.closest('button, a')) return;
      // A finger scrolls the page unless it holds the handle.
      if (start.pointerType === 'touch' && !start.target.closest('.order__handle')) return;
      start.preventDefault();
      // The list, not the item: a captured element that is moved in the page loses the pointer.
      list.setPointerCapture(start.pointerId);
      item.classList.add('is-dragged');
      const move = event => {
        const before = items().find(other => other !== item && event.clientY < middle(other));
        if (before ? before !== item.nextElementSibling : item !== list.lastElementChild) list.insertBefore(item, before ?? null);
      };
      const end = () => {
        list.removeEventListener('pointermove', move);
        item.classList.remove('is-dragged');
        settle();
        tell(item);
      };
      list.addEventListener('pointermove', move);
      list.addEventListener('lostpointercapture', end, { once: true });
    });
    const handle = Object.assign(document.createElement('span'), { className: 'order__handle', textContent: '⠿' });
    handle.setAttribute('aria-hidden', 'true');
    item.prepend(handle);
  }
}

function middle(element) {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
