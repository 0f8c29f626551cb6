import { ask } from '../site/confirm.js';
import { readAnswer, writeAnswer } from './answers.js';
import { ServerClock, formatLeft, momentsPassed, parseInstant } from './clock.js';
import { Outbox } from './outbox.js';
import { answersTo } from './server.js';
import { AnswerStore } from './store.js';
import { ExamView } from './view.js';

const TYPING = 800;
// Every save of an essay keeps the whole text once more.
const WRITING = 5_000;

export function startExam(form) {
  const view = new ExamView(form);
  const clock = new ServerClock(parseInstant(form.dataset.now), arrival());
  const store = new AnswerStore(form.dataset.saveUrl);
  store.forgetOld();
  let leaving = false;
  let timeIsUp = false;

  /** Posts the whole form, past the question and past the browser's warning. */
  const handIn = () => {
    leaving = true;
    HTMLFormElement.prototype.submit.call(form);
  };

  const outbox = new Outbox({
    store, send: answersTo(form, clock), now: () => clock.now(),
    report(slot, state, at) {
      view.saveState(slot, state, at ? parseInstant(at) : clock.now());
      if (timeIsUp && outbox.unsent === 0) handIn();
    },
    closed(kind, slots) {
      view.freeze();
      for (const slot of slots) view.saveState(slot, kind);
      view.banner('error', view.words(kind), view.words('continue'), { press: handIn });
    },
  });

  takeAnswers(form, view, outbox);
  restoreUnsent(form, view, outbox);
  runClock(form, view, clock, {
    lastSeconds: () => outbox.flush(),
    async due() {
      view.freeze();
      view.announce(view.words('timeUp'));
      await outbox.flush();
      if (outbox.isClosed) return;
      if (outbox.unsent === 0 && navigator.onLine !== false) return handIn();
      // The paper goes in as soon as the line is back: by itself, or by the button.
      timeIsUp = true;
      view.banner('warning', view.words('timeUpOffline'), view.words('handIn'), { press: handIn });
      addEventListener('online', handIn, { once: true });
    },
  });

  form.addEventListener('submit', async event => {
    // Offline, any post would end on the browser's error page.
    if (navigator.onLine === false) {
      event.preventDefault();
      return view.banner('warning', view.words('offline'));
    }
    if (!event.submitter?.hasAttribute('data-confirm-hand-in')) {
      leaving = true;
      return;
    }
    event.preventDefault();
    const missing = view.unanswered();
    const detail = missing > 0 ? view.words('handInSome', { n: missing }) : view.words('handInAll');
    const sending = outbox.flush();
    if (!await ask(document, { question: view.words('handInTitle'), detail, action: view.words('handIn'), danger: false })) return;
    await sending;
    await outbox.flush();
    if (outbox.isClosed) return;
    if (outbox.unsent > 0) view.banner('warning', view.words('offline'));
    else handIn();
  });

  addEventListener('beforeunload', event => {
    if (!leaving && outbox.unsent > 0) event.preventDefault();
  });
  // A sign-in in another tab ends with a return to this one; a phone coming out of the pocket likewise.
  const tryAgain = () => { if (outbox.unsent > 0) outbox.flush(); };
  addEventListener('online', tryAgain);
  addEventListener('focus', tryAgain);
  document.addEventListener('visibilitychange', tryAgain);
  // Kept whole by the browser and brought back by its back button, the page would show an old clock.
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
}

function takeAnswers(form, view, outbox) {
  const put = (event, delay) => {
    const question = event.target.closest('[data-slot]');
    if (question) outbox.put(question.dataset.slot, readAnswer(question), delay);
  };
  const isTyped = input => input.matches('[type="text"], textarea');
  form.addEventListener('input', event => put(event, event.target.matches('textarea') ? WRITING : isTyped(event.target) ? TYPING : 0));
  form.addEventListener('change', event => { if (isTyped(event.target)) outbox.flush(); });
  // Files have a way of their own to the server.
  form.addEventListener('answer-saved', event => view.saveState(event.target.dataset.slot, 'saved', Date.parse(event.detail.at)));
  // Enter in an answer must not hand in the paper.
  form.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('[data-slot] input')) event.preventDefault();
  });
}

function restoreUnsent(form, view, outbox) {
  // A newer answer given on another device wins: the page may say when it was saved.
  const savedAt = slot => Date.parse(view.question(slot)?.dataset.savedAt ?? '') || 0;
  for (const [slot, { answer }] of outbox.restore((slot, entry) => entry.at <= savedAt(slot))) {
    const question = view.question(slot);
    if (question) writeAnswer(question, answer);
    view.saveState(slot, 'waiting');
  }
  for (const question of form.querySelectorAll('[data-slot]')) view.markAnswered(question.dataset.slot);
  outbox.flush();
}

function runClock(form, view, clock, { lastSeconds, due: timeUp }) {
  const due = parseInstant(form.dataset.due);
  let before = Infinity;
  const tick = () => {
    const left = due - clock.now();
    view.timeLeft(formatLeft(left), left);
    for (const moment of momentsPassed(before, left)) act[moment]();
    before = left;
    if (left <= 0) clearInterval(timer);
  };
  const act = {
    lastSeconds,
    due: timeUp,
    // A page opened with three minutes left need not hear that five are left.
    fiveMinutes: () => { if (before !== Infinity) view.announce(view.words('fiveMinutes')); },
    oneMinute: () => { if (before !== Infinity) view.announce(view.words('oneMinute')); },
  };
  const timer = setInterval(tick, 1000);
  tick();
}

/** When the page's bytes began to come in, in this device's time: what the server wrote as "now" was true about then. */
function arrival() {
  const [page] = performance.getEntriesByType('navigation');
  return page?.responseStart ? Math.round(performance.timeOrigin + page.responseStart) : Date.now();
}
