// As often as the server takes it down.
const REPORT_EVERY = 12_000;
// A glance at the clock, a notification: not worth a word.
const SHORTEST = 1_000;

/** Counts how often and how long another window was in front, and reports it now and then. The candidate is told of this on the entry page. */
export class Absence {
  #times = 0;
  #seconds = 0;
  #since = null;
  #lastReport = 0;

  constructor(report, now = Date.now) {
    Object.assign(this, { report, now });
  }

  leave() {
    this.#since ??= this.now();
  }

  back() {
    if (this.#since === null) return;
    const away = this.now() - this.#since;
    this.#since = null;
    if (away < SHORTEST) return;
    this.#times++;
    this.#seconds += Math.round(away / 1000);
  }

  /** Called now and then; sends what was gathered, and gathers on where it did not arrive. */
  async tell() {
    if (this.#times === 0 || this.now() - this.#lastReport < REPORT_EVERY) return;
    const [times, seconds] = [this.#times, this.#seconds];
    this.#lastReport = this.now();
    this.#times = this.#seconds = 0;
    if (await this.report({ times, seconds })) return;
    this.#times += times;
    this.#seconds += seconds;
  }
}
