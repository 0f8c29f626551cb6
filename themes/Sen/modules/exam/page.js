import { ask } from '../site/confirm.js';
import { Absence } from './absence.js';
import { ServerClock, parseInstant } from './clock.js';
import { takeAnswers, restoreUnsent } from './fields.js';
import { showMessages, confirmMessages } from './messages.js';
import { Outbox } from './outbox.js';
import { PulseLoop } from './pulse.js';
import { ExamServer } from './server.js';
import { Standing } from './standing.js';
import { AnswerStore } from './store.js';
import { ExamView } from './view.js';

export function startExam(form) {
  const view = new ExamView(form);
  const clock = new ServerClock(parseInstant(form.dataset.now), arrival());
  const store = new AnswerStore(form.dataset.saveUrl);
  store.forgetOld();
  const server = new ExamServer(form, clock, tag => pulse.heard(tag));
  let leaving = false;
  let waitsToHandIn = false;

  /** Posts the whole form, past the question and past the browser's warning. */
  const handIn = automatic => {
    leaving = true;
    if (automatic) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'automatic', value: 'true' }));
    HTMLFormElement.prototype.submit.call(form);
  };
  const openHere = () => {
    leaving = true;
    location.assign(`${form.dataset.attemptUrl}?page=${form.elements.page?.value ?? 1}`);
  };
  const goElsewhere = () => {
    pulse.stop();
    standing.stop();
    outbox.hold();
    view.freeze();
    const n = outbox.unsent;
    view.banner('warning', view.words(n > 0 ? 'elsewhereUnsent' : 'elsewhere', { n }), view.words('continueHere'), { press: openHere }, 'standing');
  };

  const outbox = new Outbox({
    store, send: server.send, now: () => clock.now(),
    report(slot, state, at) {
      if (at) clock.notBefore(parseInstant(at));
      view.saveState(slot, state, at ? parseInstant(at) : clock.now());
      if (waitsToHandIn && outbox.unsent === 0) handIn(true);
    },
    held(kind) {
      if (kind === 'elsewhere') pulse.now().then(goElsewhere);
      else pulse.now();
    },
    closed(kind, slots) {
      pulse.stop();
      standing.stop();
      view.freeze();
      for (const slot of slots) view.saveState(slot, kind);
      if (kind === 'sectionClosed') view.banner('error', view.words(kind), view.words('goOn'), { press: openHere }, 'standing');
      else view.banner('error', view.words(kind), view.words('continue'), { press: () => handIn(false) }, 'standing');
    },
  });

  const standing = new Standing(form, view, clock, {
    lastSeconds: () => outbox.flush(),
    paused: () => outbox.flush(),
    resumed: () => outbox.release(),
    async due() {
      await outbox.flush();
      // The clock may have been stopped, or time given, while this device could not hear of it.
      const heard = await pulse.now();
      if (outbox.isClosed || !standing.isOver) return;
      view.freeze();
      if (form.dataset.nextSection) {
        view.announce(view.words('sectionTimeUp'));
        // The page that comes says that the time is up and leads on; what is unsent is too late by now.
        if (heard !== 'offline' && heard !== 'signIn') return openHere();
        return view.banner('warning', view.words('sectionTimeUpOffline'), view.words('goOn'), { press: openHere }, 'standing');
      }
      view.announce(view.words('timeUp'));
      if (outbox.unsent === 0 && heard !== 'offline' && heard !== 'signIn') return handIn(true);
      // The paper goes in as soon as the line is back: by itself, or by the button.
      waitsToHandIn = outbox.unsent > 0;
      view.banner('warning', view.words('timeUpOffline'), view.words('handIn'), { press: () => handIn(true) }, 'standing');
      addEventListener('online', () => standing.check(), { once: true });
    },
  });

  const pulse = new PulseLoop({
    tag: form.dataset.tag, ask: tag => server.pulse(tag),
    news(news) {
      view.connected('nothing');
      if (news.state === 'handedIn') return outbox.close('handedIn');
      if (news.state === 'elsewhere') return goElsewhere();
      showMessages(form, view, news.messages);
      standing.hear(news);
      view.whole(news.wholeDueAt);
    },
    lost: kind => view.connected(kind),
  });

  takeAnswers(form, view, outbox);
  restoreUnsent(form, view, outbox);
  store.takeOver();
  confirmMessages(form, view, server);
  standing.start();
  pulse.start();
  leaveWithEverythingSent(form, view, outbox, () => leaving, submitter => {
    leaving = true;
    if (submitter) form.requestSubmit(submitter);
    else handIn(false);
  });
  watchAbsence(server);

  addEventListener('beforeunload', event => {
    if (!leaving && outbox.unsent > 0) event.preventDefault();
  });
  // A sign-in in another tab ends with a return to this one; a phone coming out of the pocket likewise.
  const tryAgain = () => {
    if (document.hidden) return;
    outbox.flush();
    pulse.now();
  };
  addEventListener('online', tryAgain);
  addEventListener('focus', tryAgain);
  addEventListener('offline', () => view.connected('offline'));
  document.addEventListener('visibilitychange', tryAgain);
  // Kept whole by the browser and brought back by its back button, the page would show an old clock and hold an old seat.
  addEventListener('pageshow', event => { if (event.persisted) openHere(); });
}

/** A post that ends on the browser's error page or at the sign-in would take unsent answers along: it waits for them. */
function leaveWithEverythingSent(form, view, outbox, isLeaving, go) {
  let busy = false;
  form.addEventListener('submit', async event => {
    if (isLeaving() || event.defaultPrevented) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    const { submitter } = event;
    const sending = outbox.flush();
    const agreed = !submitter?.hasAttribute('data-confirm-hand-in') || await askToHandIn(view);
    await sending;
    if (agreed) await outbox.flush();
    busy = false;
    if (!agreed || outbox.isClosed || outbox.isHeld) return;
    if (outbox.unsent > 0 || navigator.onLine === false) view.stuck();
    // While a submit event is still under way a browser ignores the next one.
    else setTimeout(go, 0, submitter?.hasAttribute('data-confirm-hand-in') ? null : submitter ?? form.querySelector('button'));
  });
}

function askToHandIn(view) {
  const missing = view.unanswered();
  const detail = missing > 0 ? view.words('handInSome', { n: missing }) : view.words('handInAll');
  return ask(document, { question: view.words('handInTitle'), detail, action: view.words('handIn'), danger: false });
}

function watchAbsence(server) {
  const absence = new Absence(away => server.post('/signals', away));
  addEventListener('blur', () => absence.leave());
  addEventListener('focus', () => absence.back());
  document.addEventListener('visibilitychange', () => (document.hidden ? absence.leave() : absence.back()));
  setInterval(() => absence.tell(), 3_000);
}

/** When the page's bytes began to come in, in this device's time: what the server wrote as "now" was true about then. */
function arrival() {
  const [page] = performance.getEntriesByType('navigation');
  return page?.responseStart ? Math.round(performance.timeOrigin + page.responseStart) : Date.now();
}
