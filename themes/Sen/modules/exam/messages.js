import { parseInstant } from './clock.js';
import { timeOfDay } from './view.js';

/** Messages of invigilators that came while the page was open, below those it came with. */
export function showMessages(form, view, messages = []) {
  const place = form.querySelector('[data-messages]');
  for (const { key, text, at, seen } of place ? messages : []) {
    const shown = place.querySelector(`[data-message="${CSS.escape(key)}"]`);
    if (seen) shown?.remove();
    if (seen || shown) continue;
    const notice = Object.assign(document.createElement('div'), { className: 'notice notice--info' });
    notice.dataset.message = key;
    const body = notice.appendChild(document.createElement('div'));
    body.append(
      Object.assign(document.createElement('p'), { className: 'notice__title', textContent: view.words('messageAt', { time: timeOfDay(parseInstant(at)) }) }),
      Object.assign(document.createElement('p'), { className: 'preserve-lines', textContent: text }),
      Object.assign(document.createElement('button'), { type: 'button', className: 'button button--small', textContent: view.words('messageSeen') }),
    );
    body.lastChild.dataset.seen = '';
    place.append(notice);
  }
}

export function confirmMessages(form, view, server) {
  form.addEventListener('click', async event => {
    const button = event.target.closest('[data-seen]');
    const notice = button?.closest('[data-message]');
    if (!notice) return;
    event.preventDefault();
    button.disabled = true;
    if (await server.post(`/messages/${notice.dataset.message}/seen`)) {
      notice.remove();
      form.querySelector('[data-slot] :is(input, textarea, select), a[data-slot-link]')?.focus({ preventScroll: true });
    } else {
      button.disabled = false;
      view.connected('offline');
    }
  });
}
