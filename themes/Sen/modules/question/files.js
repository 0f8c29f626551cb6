import { tokenOf, renewToken } from '../exam/server.js';
import { filled } from './words.js';

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 30_000;

/**
 * Sends each chosen file at once, one after the other, and shows how far it is. What the line loses is sent again, by itself
 * or by a button; the server knows bytes it has already, so twice is once. Without script the page's form brings the files.
 */
export function sendFiles(box, question) {
  const form = box.closest('form');
  const input = box.querySelector('input[type="file"]');
  const list = box.querySelector('[data-files]');
  const error = document.getElementById(`${input.id}-error`);
  const work = box.querySelector('[data-file-work]');
  const live = question.appendChild(Object.assign(document.createElement('p'), { className: 'visually-hidden' }));
  live.setAttribute('aria-live', 'polite');
  const waiting = [];
  let running = false;

  // From here on the form brings no files: it would bring them a second time.
  input.removeAttribute('name');
  box.querySelector('[data-file-send]').remove();
  for (const name of ['input', 'change']) input.addEventListener(name, event => event.stopPropagation());
  input.addEventListener('change', () => {
    refuse('');
    for (const file of input.files) take(file);
    input.value = '';
    run();
  });
  form?.addEventListener('submit', event => {
    if (waiting.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    refuse(box.dataset.busy);
    input.focus();
  }, { capture: true });
  addEventListener('beforeunload', event => { if (waiting.length > 0) event.preventDefault(); });
  addEventListener('online', () => waiting[0]?.wake?.());

  function take(file) {
    if (file.size > Number(box.dataset.mostBytes)) return refuse(filled(box.dataset.tooLarge, [file.name]));
    if (list.children.length + waiting.length >= Number(box.dataset.most)) return refuse(filled(box.dataset.tooMany, [file.name]));
    waiting.push(taskOf(file));
  }

  async function run() {
    if (running) return;
    running = true;
    while (waiting.length > 0) {
      await send(waiting[0]);
      waiting.shift().place.remove();
    }
    running = false;
  }

  async function send(task) {
    for (let wait = FIRST_WAIT; ; wait = Math.min(LONGEST_WAIT, wait * 2)) {
      task.say(filled(box.dataset.sending, [task.file.name, 0]));
      let result = await post(task);
      if (result.status === 400 && form && await renewToken(form)) result = await post(task);
      if (task.stopped) return;
      if (result.status === 200) return saved(task, result.body);
      if (result.status === 401) await task.pause(filled(box.dataset.signIn, [task.file.name]), null);
      else if (result.status >= 400 && result.status < 500 && result.status !== 408 && result.status !== 423 && result.status !== 429) return refuse(result.body.message ?? filled(box.dataset.failed, [task.file.name]));
      else await task.pause(filled(box.dataset.waiting, [task.file.name]), wait);
      if (task.stopped) return;
    }
  }

  /** Never throws; status 0 where no answer came. */
  function post(task) {
    return new Promise(resolve => {
      const request = task.request = new XMLHttpRequest();
      const done = () => resolve({ status: request.status, body: parsed(request.responseText) });
      request.open('POST', box.dataset.fileUpload);
      request.setRequestHeader('RequestVerificationToken', tokenOf(form)?.value ?? '');
      request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
      request.upload.onprogress = event => { if (event.lengthComputable) task.progress(Math.floor(100 * event.loaded / event.total)); };
      request.onload = request.onerror = request.onabort = request.ontimeout = done;
      const body = new FormData();
      body.append('file', task.file, task.file.name);
      request.send(body);
    });
  }

  function saved(task, { files, savedAt }) {
    const template = box.querySelector('[data-file-row]');
    list.replaceChildren(...files.map(file => {
      const row = template.content.firstElementChild.cloneNode(true);
      const [link, size, button] = row.children;
      row.dataset.file = file.key;
      Object.assign(link, { href: file.address, textContent: file.name });
      size.textContent = file.size;
      button.value = file.removal;
      button.setAttribute('aria-label', filled(template.dataset.label, [file.name]));
      return row;
    }));
    live.textContent = filled(box.dataset.saved, [task.file.name]);
    question.dispatchEvent(new CustomEvent('answer-saved', { bubbles: true, detail: { at: savedAt } }));
  }

  function refuse(message) {
    error.textContent = message;
    if (message) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    live.textContent = message;
  }

  function taskOf(file) {
    const place = work.appendChild(Object.assign(document.createElement('div'), { className: 'files-field__task' }));
    const words = place.appendChild(document.createElement('p'));
    const bar = place.appendChild(Object.assign(document.createElement('progress'), { max: 100, value: 0 }));
    bar.setAttribute('aria-label', file.name);
    const buttons = place.appendChild(Object.assign(document.createElement('div'), { className: 'cluster' }));
    const button = (text, press) => {
      const made = buttons.appendChild(Object.assign(document.createElement('button'), { type: 'button', className: 'button button--small', textContent: text }));
      made.addEventListener('click', press);
      return made;
    };
    const task = {
      file, place, stopped: false, request: null, wake: null,
      say(text) { words.textContent = text; },
      progress(percent) { bar.value = percent; task.say(filled(box.dataset.sending, [file.name, percent])); },
      /** Until the time is over, the line is back, or somebody presses the button. */
      pause(text, wait) {
        task.say(text);
        live.textContent = text;
        return new Promise(resolve => {
          const again = button(box.dataset.again, () => task.wake());
          const timer = wait === null ? null : setTimeout(() => task.wake(), wait);
          task.wake = () => { clearTimeout(timer); again.remove(); task.wake = null; resolve(); };
        });
      },
    };
    task.say(filled(box.dataset.sending, [file.name, 0]));
    button(box.dataset.stop, () => { task.stopped = true; task.request?.abort(); task.wake?.(); if (waiting[0] !== task) drop(task); input.focus(); });
    return task;
  }

  function drop(task) {
    waiting.splice(waiting.indexOf(task), 1);
    task.place.remove();
  }
}

function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
