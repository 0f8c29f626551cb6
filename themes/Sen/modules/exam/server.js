const TIMEOUT = 15_000;
// Browsers refuse to keep a larger request alive past its page.
const KEPT_ALIVE = 60_000;

/** Sends answers to the attempt's address and puts every outcome into one word; see Outbox. */
export function answersTo(form, clock) {
  return async (slot, answer) => {
    let result = await put(form, clock, slot, answer);
    // A token can be out of date (a new sign-in in another tab): fetch the page's fresh one and try once more.
    if (result.kind === 'refused' && await renewToken(form)) result = await put(form, clock, slot, answer);
    return result;
  };
}

async function put(form, clock, slot, answer) {
  const body = new TextEncoder().encode(JSON.stringify(answer));
  let response;
  try {
    response = await fetch(`${form.dataset.saveUrl}/${slot}`, {
      method: 'PUT',
      headers: {
        'Content-Type': 'application/json',
        RequestVerificationToken: tokenOf(form)?.value ?? '',
        // ASP.NET then answers 401 instead of redirecting to the sign-in page.
        'X-Requested-With': 'XMLHttpRequest',
      },
      body,
      keepalive: body.length < KEPT_ALIVE,
      signal: AbortSignal.timeout?.(TIMEOUT),
    });
  } catch {
    return { kind: 'offline' };
  }
  clock.correct(response.headers.get('Date'));
  return outcome(response);
}

async function outcome(response) {
  if (response.redirected || response.status === 401) return { kind: 'signIn' };
  if (response.ok) return { kind: 'saved', at: (await read(response)).savedAt };
  const { state } = await read(response);
  if (response.status === 409 && state === 'handedIn') return { kind: 'handedIn' };
  if (response.status === 410 && state === 'tooLate') return { kind: 'tooLate' };
  if ([400, 404, 413, 415, 422].includes(response.status)) return { kind: 'refused' };
  return { kind: 'offline' };
}

const read = response => response.json().catch(() => ({}));
export const tokenOf = root => root.querySelector('input[name="__RequestVerificationToken"]');

/** Takes the fresh token of the page as it would be loaded now; false where there is none to be had. */
export async function renewToken(form) {
  try {
    const response = await fetch(location.href, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
    if (!response.ok || response.redirected) return false;
    const fresh = tokenOf(new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('form[data-exam]') ?? document.createElement('form'));
    if (!fresh || !tokenOf(form)) return false;
    tokenOf(form).value = fresh.value;
    return true;
  } catch {
    return false;
  }
}
