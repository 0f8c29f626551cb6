const EVERY = 17_000;
const FIRST = 3_000;

/**
 * Asks now and then what is new: pauses, deadlines, messages, another device. At random times around every 17 seconds, or as
 * far apart as the server asks for, so that a room that began together does not ask together; at once where a saved answer
 * carried another tag.
 */
export class PulseLoop {
  #timer = null;
  #tag;
  #asking = null;
  #stopped = false;

  constructor({ ask, news, lost, tag, random = Math.random, setTimer = (run, wait) => setTimeout(run, wait), clearTimer = timer => clearTimeout(timer) }) {
    Object.assign(this, { ask, news, lost, random, setTimer, clearTimer });
    this.#tag = tag;
  }

  start() { this.#later(FIRST); }

  stop() {
    this.#stopped = true;
    this.clearTimer(this.#timer);
  }

  heard(tag) {
    if (tag && tag !== this.#tag) this.now();
  }

  /** Asks at once. Resolves to the kind of the answer, for several who wait together. */
  now() {
    if (this.#stopped) return Promise.resolve('stopped');
    return this.#asking ??= this.#ask().finally(() => { this.#asking = null; });
  }

  async #ask() {
    this.clearTimer(this.#timer);
    const answer = await this.ask(this.#tag);
    if (this.#stopped) return answer.kind;
    if (answer.kind === 'news') {
      this.#tag = answer.tag;
      this.news(answer);
    } else this.lost(answer.kind);
    this.#later(answer.after ?? EVERY);
    return answer.kind;
  }

  #later(wait) {
    if (!this.#stopped) this.#timer = this.setTimer(() => this.now(), wait * (0.8 + 0.4 * this.random()));
  }
}
