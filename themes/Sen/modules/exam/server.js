const TIMEOUT = 15_000;
// Browsers refuse to keep a larger request alive past its page.
const KEPT_ALIVE = 60_000;

/**
 * Everything the exam page asks of the server, each outcome put into one word. `heard(tag)` is called with the tag of every
 * saved answer: another than the page knows means that there is news to ask for.
 */
export class ExamServer {
  constructor(form, clock, heard = () => {}) {
    Object.assign(this, { form, clock, heard });
  }

  /** See Outbox. A token can be out of date after a new sign-in in another tab: a fresh one is fetched, and it is tried once more. */
  send = async (slot, answer) => {
    let result = await this.#put(slot, answer);
    if (result.kind === 'refused' && await renewToken(this.form)) result = await this.#put(slot, answer);
    return result;
  };

  /** @returns {kind: 'nothing' | 'offline' | 'signIn' | 'news', …what the server says} */
  async pulse(tag) {
    const response = await this.#fetch('/pulse', { headers: { 'If-None-Match': `"${tag}"` } });
    if (!response) return { kind: 'offline' };
    if (isAway(response)) return { kind: 'signIn' };
    const after = 1000 * response.headers.get('Pulse-After') || undefined;
    if (response.status === 304) return { kind: 'nothing', after };
    return response.ok ? { kind: 'news', after, ...await read(response) } : { kind: 'offline' };
  }

  /** @returns {Promise<boolean>} whether it was taken down */
  async post(path, body) {
    const options = () => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: body && JSON.stringify(body), keepalive: true });
    let response = await this.#fetch(path, options());
    if (response?.status === 400 && await renewToken(this.form)) response = await this.#fetch(path, options());
    return response?.ok === true && !response.redirected;
  }

  async #put(slot, answer) {
    const body = new TextEncoder().encode(JSON.stringify(answer));
    const response = await this.#fetch(`/answers/${slot}`, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body, keepalive: body.length < KEPT_ALIVE });
    return response ? this.#outcome(response) : { kind: 'offline' };
  }

  async #outcome(response) {
    if (isAway(response)) return { kind: 'signIn' };
    const { state, savedAt, tag } = await read(response);
    if (response.ok) {
      this.heard(tag);
      return { kind: 'saved', at: savedAt };
    }
    if (response.status === 409) return { kind: ['elsewhere', 'sectionClosed'].includes(state) ? state : 'handedIn' };
    if (response.status === 410 && state === 'tooLate') return { kind: 'tooLate' };
    if (response.status === 423) return { kind: 'paused' };
    return { kind: [400, 413, 415, 422].includes(response.status) ? 'refused' : 'offline' };
  }

  /** @returns the response, or null where none came */
  async #fetch(path, { headers, ...options }) {
    try {
      const response = await fetch(this.form.dataset.attemptUrl + path, {
        ...options,
        headers: {
          ...headers,
          'X-Exam-Seat': this.form.dataset.seat,
          RequestVerificationToken: tokenOf(this.form)?.value ?? '',
          Accept: 'application/json',
          // ASP.NET then answers 401 instead of redirecting to the sign-in page.
          'X-Requested-With': 'XMLHttpRequest',
        },
        cache: 'no-store',
        signal: AbortSignal.timeout?.(TIMEOUT),
      });
      this.clock.correct(response.headers.get('Date'));
      return response;
    } catch {
      return null;
    }
  }
}

/** Signed out, or somebody else is signed in: to that one the attempt does not exist. */
const isAway = response => response.redirected || response.status === 401 || response.status === 404;
const read = response => response.json().catch(() => ({}));
export const tokenOf = root => root.querySelector('input[name="__RequestVerificationToken"]');

/** Takes a fresh form token; false where there is none to be had. */
export async function renewToken(form) {
  try {
    const response = await fetch(`${form.dataset.attemptUrl}/token`, { headers: { 'X-Requested-With': 'XMLHttpRequest' }, cache: 'no-store', signal: AbortSignal.timeout?.(TIMEOUT) });
    const field = tokenOf(form);
    const { token } = response.ok && !response.redirected ? await read(response) : {};
    if (token && field) field.value = token;
    return Boolean(token && field);
  } catch {
    return false;
  }
}
