import { formatLeft, momentsPassed, parseInstant } from './clock.js';

/** How the attempt stands by the server's word: until when it runs, and whether its clock stands still. */
export class Standing {
  #due;
  #pausedAt = null;
  #before = Infinity;
  #timer = null;
  #act;

  /** @param act what to do at {lastSeconds, due, paused, resumed} */
  constructor(form, view, clock, act) {
    Object.assign(this, { view, clock });
    this.#due = parseInstant(form.dataset.due);
    this.#act = act;
  }

  get isOver() { return this.#pausedAt === null && this.clock.now() >= this.#due; }

  start() {
    this.#timer = setInterval(() => this.#tick(), 1000);
    this.#tick();
  }

  stop() { clearInterval(this.#timer); }

  /** After the time was up and nobody could be asked. */
  check() { if (this.isOver) this.#act.due(); }

  hear({ state, dueAt, pausedAt }) {
    const due = parseInstant(dueAt);
    const wasPaused = this.#pausedAt !== null;
    const more = Math.round((due - this.#due) / 60_000);
    this.#due = due;
    this.#pausedAt = state === 'paused' ? parseInstant(pausedAt) : null;
    if (due > this.clock.now()) this.#before = Math.max(this.#before, due - this.clock.now());
    if (this.#pausedAt !== null && !wasPaused) {
      this.view.pause(true);
      this.#act.paused();
    } else if (this.#pausedAt === null && wasPaused) {
      this.view.pause(false);
      this.view.announce(this.view.words('resumed'));
      this.#act.resumed();
    } else if (more > 0) this.view.tell(this.view.words('moreTime', { n: more }));
    this.#tick();
  }

  #tick() {
    const left = this.#due - (this.#pausedAt ?? this.clock.now());
    this.view.timeLeft(formatLeft(left), left, this.#pausedAt !== null);
    if (this.#pausedAt !== null) return;
    const before = this.#before;
    this.#before = left;
    for (const moment of momentsPassed(before, left)) this.#meet(moment, before);
  }

  #meet(moment, before) {
    // A page opened with three minutes left need not hear that five are left.
    if (moment === 'fiveMinutes' || moment === 'oneMinute') {
      if (before !== Infinity) this.view.announce(this.view.words(moment));
    } else this.#act[moment]();
  }
}
