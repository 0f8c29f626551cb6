/** The server's time on a device whose own clock may be wrong. */
export class ServerClock {
  #offset;
  #local;

  /** @param serverTime what the server's clock showed at `localTime`, both in ms */
  constructor(serverTime, localTime, local = Date.now) {
    this.#offset = serverTime - localTime;
    this.#local = local;
  }

  now() {
    return this.#local() + this.#offset;
  }

  /** What the server has dated lies in its past: an answer given later must not bear an earlier time. */
  notBefore(serverTime) {
    if (serverTime > this.now()) this.#offset = serverTime - this.#local();
  }

  /** Takes the Date header of an answer; it counts whole seconds, so small differences say nothing. */
  correct(dateHeader) {
    const server = Date.parse(dateHeader ?? '') + 500;
    if (Number.isFinite(server) && Math.abs(server - this.now()) > 2000) this.#offset = server - this.#local();
  }
}

/** ISO instants of the server are UTC even where the zone is not written. */
export function parseInstant(iso) {
  return Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(iso) ? iso : iso + 'Z');
}

/** "42:10", "1:02:05"; never below zero. */
export function formatLeft(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = number => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Which moments lie between two remaining times: each is met exactly once, even after a laptop slept over it. */
export function momentsPassed(before, after) {
  const moments = [['fiveMinutes', 300_000], ['oneMinute', 60_000], ['lastSeconds', 3_000], ['due', 0]];
  return moments.filter(([, at]) => before > at && after <= at).map(([name]) => name);
}
