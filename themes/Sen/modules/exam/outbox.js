const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 30_000;
// Who writes without a pause is saved all the same.
const LONGEST_TYPING = 20_000;

/**
 * Answers on their way to the server. An answer stays here, and in the device's storage, until the server has confirmed
 * it; only the newest answer of a question is kept. One request at a time: order is kept and a weak line is not crowded.
 *
 * `send(slot, answer)` resolves to {kind, at?}: saved | offline | signIn | refused | handedIn | tooLate | sectionClosed | paused | elsewhere; it never throws.
 * `report(slot, state, at?)` tells the page: waiting | saving | saved | offline | signIn | refused | held.
 * `held(kind)` is called when the server takes nothing for now: paused, or the questions were opened elsewhere. All waits until `release`.
 * `closed(kind)` is called once when the server takes no more answers of this attempt, or of this section of it.
 */
export class Outbox {
  #pending = new Map();
  #sending = null;
  #timer = null;
  #wait = FIRST_WAIT;
  #isClosed = false;
  #isHeld = false;

  constructor({ send, store, report, closed, held = () => {}, now = Date.now, random = Math.random,
    setTimer = (run, wait) => setTimeout(run, wait), clearTimer = timer => clearTimeout(timer) }) {
    Object.assign(this, { send, store, report, closed, held, now, setTimer, clearTimer, random });
  }

  get unsent() { return this.#pending.size; }
  get isClosed() { return this.#isClosed; }
  get isHeld() { return this.#isHeld; }

  /** Nothing is sent from now on; what waits is kept. */
  hold() {
    this.#isHeld = true;
    this.clearTimer(this.#timer);
    for (const slot of this.#pending.keys()) this.report(slot, 'held');
  }

  release() {
    this.#isHeld = false;
    return this.flush();
  }

  /** The server takes no more answers: what was not sent is given up. */
  close(kind) {
    if (!this.#isClosed) this.#close(kind);
  }

  /** Takes up what an earlier page could not send. Returns the entries: [slot, {answer, at}]. */
  restore(isStale = () => false) {
    for (const [slot, entry] of this.store.load()) {
      if (!isStale(slot, entry)) this.#pending.set(slot, { answer: entry.answer, at: entry.at, due: 0 });
    }
    this.#keep();
    return [...this.#pending];
  }

  /** @param delay ms to wait for more typing before it is sent */
  put(slot, answer, delay = 0) {
    if (this.#isClosed) return;
    const now = this.now();
    const since = this.#pending.get(slot)?.since ?? now;
    this.#pending.set(slot, { answer, at: now, since, due: Math.min(now + delay, since + LONGEST_TYPING) });
    this.#keep();
    this.report(slot, this.#isHeld ? 'held' : 'waiting');
    this.#schedule();
  }

  /** Sends all that waits, without delay; resolves when nothing waits or nothing can be sent for now. */
  flush() {
    if (this.#isHeld || this.#isClosed) return Promise.resolve();
    for (const entry of this.#pending.values()) entry.due = 0;
    this.clearTimer(this.#timer);
    return this.#run();
  }

  #run() {
    return this.#sending ??= this.#sendAll().finally(() => { this.#sending = null; if (!this.#isClosed) this.#schedule(); });
  }

  async #sendAll() {
    for (;;) {
      const next = [...this.#pending].find(([, entry]) => entry.due <= this.now());
      if (!next || this.#isClosed || this.#isHeld) return;
      const [slot, entry] = next;
      this.report(slot, 'saving');
      const result = await this.send(slot, entry.answer);
      if (['handedIn', 'tooLate', 'sectionClosed'].includes(result.kind)) return this.#close(result.kind);
      if (result.kind === 'paused' || result.kind === 'elsewhere') {
        this.hold();
        return this.held(result.kind);
      }
      if (result.kind === 'offline' || result.kind === 'signIn') return this.#postpone(result.kind);
      this.#wait = FIRST_WAIT;
      // What was typed meanwhile is a newer entry and stays.
      if (this.#pending.get(slot) !== entry) continue;
      this.#pending.delete(slot);
      this.#keep();
      this.report(slot, result.kind, result.at);
    }
  }

  #postpone(state) {
    // Spread out, so that a class whose line comes back does not come back in the same second.
    const due = this.now() + this.#wait * (0.8 + 0.4 * this.random());
    this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2);
    for (const [slot, entry] of this.#pending) {
      entry.due = due;
      this.report(slot, state);
    }
  }

  #close(kind) {
    this.#isClosed = true;
    this.clearTimer(this.#timer);
    const slots = [...this.#pending.keys()];
    this.#pending.clear();
    this.#keep();
    this.closed(kind, slots);
  }

  #schedule() {
    this.clearTimer(this.#timer);
    if (this.#pending.size === 0 || this.#isHeld) return;
    const earliest = Math.min(...[...this.#pending.values()].map(entry => entry.due));
    this.#timer = this.setTimer(() => this.#run(), Math.max(0, earliest - this.now()));
  }

  #keep() {
    this.store.save([...this.#pending].map(([slot, { answer, at }]) => [slot, { answer, at }]));
  }
}
