import { isAnswered, readAnswer } from './answers.js';
import { parseInstant } from './clock.js';
import { wordsOf } from './words.js';

const city = 'Asia/Ho_Chi_Minh';

/** Everything the exam page shows of saving and time; holds no rule. */
export class ExamView {
  #unsent = new Set();
  #banners = new Map();
  #wasStuck = false;
  #line = 'nothing';

  constructor(form) {
    this.form = form;
    this.words = wordsOf(form);
    this.live = form.appendChild(Object.assign(document.createElement('p'), { className: 'visually-hidden' }));
    this.live.setAttribute('role', 'alert');
    // Says when saving gets stuck and when it goes on again, and not at every answer.
    this.status = form.appendChild(Object.assign(document.createElement('p'), { className: 'visually-hidden' }));
    this.status.setAttribute('role', 'status');
  }

  question(slot) {
    return this.form.querySelector(`[data-slot="${slot}"]`);
  }

  /** When the newest answer of a question was saved, on whatever page of the exam it stands; 0 for never. */
  savedAt(slot) {
    const places = [this.question(slot), this.form.querySelector(`[data-slot-link="${slot}"]`)];
    return Math.max(0, ...places.map(place => Date.parse(place?.dataset.savedAt ?? '') || 0));
  }

  saveState(slot, state, at) {
    if (['waiting', 'saving', 'offline', 'signIn', 'held'].includes(state)) this.#unsent.add(slot);
    else this.#unsent.delete(slot);
    const text = {
      waiting: this.words('saving'), saving: this.words('saving'), saved: this.words('saved', { time: timeOfDay(at) }),
      offline: this.words('offline'), signIn: this.words('signInNeeded'), held: this.words('held'), refused: this.words('refused'), handedIn: this.words('handedIn'), tooLate: this.words('tooLate'), sectionClosed: this.words('sectionClosed'),
    }[state];
    const place = this.question(slot)?.querySelector('[data-save-state]');
    // The same words again would be read out again.
    if (place && place.textContent !== text) place.textContent = text;
    if (place) place.dataset.state = state;
    this.markAnswered(slot);
    this.#summary();
    if (state === 'signIn') this.connected('signIn');
    else if (state === 'saved') this.connected('nothing');
  }

  /** @param kind 'nothing' where the server answers, 'offline' where it cannot be reached, 'signIn' where it does not know her any more */
  connected(kind) {
    this.#line = kind;
    if (kind === 'signIn') {
      const back = encodeURIComponent(`${this.form.dataset.attemptUrl}/signed-in`);
      this.banner('warning', this.words('signInNeeded'), this.words('signInAgain'), { href: `${this.form.querySelector('[data-exam-texts]').dataset.signInHref}?returnUrl=${back}` });
    } else if (kind === 'nothing') this.banner(null);
    this.#summary();
  }

  /** She wants to leave the page, and not everything is sent. */
  stuck() {
    if (this.#line !== 'signIn') this.banner('warning', this.words('offline'));
  }

  pause(paused) {
    this.form.classList.toggle('is-paused', paused);
    for (const question of this.form.querySelectorAll('[data-slot]')) question.inert = paused;
    if (paused) this.banner('info', this.words('paused'), null, null, 'standing');
    else this.banner(null, null, null, null, 'standing');
  }

  /** Seen and heard, until something else is told. */
  tell(text) {
    this.banner('info', text, null, null, 'told');
  }

  markAnswered(slot) {
    const link = this.form.querySelector(`[data-slot-link="${slot}"]`);
    const question = this.question(slot);
    if (!link || !question) return;
    const answered = isAnswered(readAnswer(question));
    link.classList.toggle('is-answered', answered);
    link.classList.toggle('is-unsent', this.#unsent.has(slot));
    link.setAttribute('aria-label', answered ? `${slot}, ${this.words('answered')}` : slot);
  }

  unanswered() {
    const links = [...this.form.querySelectorAll('[data-slot-link]')];
    if (links.length > 0) return links.filter(link => !link.classList.contains('is-answered')).length;
    return [...this.form.querySelectorAll('[data-slot]')].filter(question => !isAnswered(readAnswer(question))).length;
  }

  timeLeft(text, ms, paused = false) {
    const clock = this.form.querySelector('[data-clock]');
    const said = this.words(paused ? 'pausedLeft' : 'timeLeft', { time: text });
    if (clock && clock.textContent !== said) clock.textContent = said;
    const frame = clock?.closest('.exam__clock');
    frame?.classList.toggle('is-soon', ms <= 300_000);
    frame?.classList.toggle('is-last', ms <= 60_000);
  }

  /** Where sections are timed: until when the whole goes on. */
  whole(at) {
    const place = this.form.querySelector('[data-whole]');
    if (place && at) place.textContent = this.words('wholeBefore', { time: timeOfDay(parseInstant(at)) });
  }

  announce(text) {
    this.live.textContent = text;
  }

  freeze() {
    for (const question of this.form.querySelectorAll('[data-slot]')) question.inert = true;
  }

  /** One banner of a topic above the questions; null takes it away. `action` is {href} for a link or {press} for a button. */
  banner(kind, text, label, action, topic = 'saving') {
    const old = this.#banners.get(topic);
    if (kind && old?.dataset.text === text) return;
    old?.remove();
    this.#banners.delete(topic);
    if (!kind) return;
    const banner = Object.assign(document.createElement('div'), { className: `notice notice--${kind}` });
    banner.setAttribute('role', 'alert');
    banner.dataset.text = text;
    const body = banner.appendChild(document.createElement('div'));
    body.appendChild(document.createElement('p')).textContent = text;
    if (action?.href) {
      const link = Object.assign(document.createElement('a'), { href: action.href, target: '_blank', rel: 'noopener', textContent: label });
      body.appendChild(document.createElement('p')).appendChild(link);
    } else if (action?.press) {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button button--primary', textContent: label });
      button.addEventListener('click', action.press);
      body.appendChild(button);
    }
    this.form.querySelector('.exam__bar').append(banner);
    this.#banners.set(topic, banner);
  }

  #summary() {
    const place = this.form.querySelector('[data-save-summary]');
    if (!place) return;
    const states = [...this.form.querySelectorAll('[data-save-state][data-state]')].map(place => place.dataset.state);
    const stuck = states.filter(state => state && !['waiting', 'saving', 'saved'].includes(state)).length;
    const offline = this.#line === 'offline';
    const text = stuck > 0 ? this.words('unsent', { n: stuck }) : this.#unsent.size > 0 ? this.words('saving') : this.words(offline ? 'noConnection' : 'allSaved');
    if (place.textContent !== text) place.textContent = text;
    place.classList.toggle('is-unsent', stuck > 0 || offline);
    const isStuck = stuck > 0 || offline;
    if (isStuck !== this.#wasStuck && (isStuck || this.#unsent.size === 0)) {
      this.#wasStuck = isStuck;
      this.status.textContent = isStuck ? this.words(stuck > 0 ? 'offline' : 'noConnection') : this.words('allSaved');
    }
  }
}

export function timeOfDay(at) {
  const options = { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false, timeZone: city };
  return (at ? new Date(at) : new Date()).toLocaleTimeString(document.documentElement.lang || 'vi', options);
}
