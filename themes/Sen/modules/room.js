// The live view of an exam: its list is asked for anew every few seconds. Without script the page is reloaded by hand.
const EVERY = 5_000;

for (const place of document.querySelectorAll('[data-room]')) {
  let { tag } = place.dataset;
  const ask = async () => {
    if (document.hidden) return;
    try {
      const response = await fetch(place.dataset.room, { headers: { 'If-None-Match': tag, 'X-Requested-With': 'XMLHttpRequest' }, cache: 'no-store', signal: AbortSignal.timeout?.(15_000) });
      if (!response.ok || response.redirected) return;
      tag = response.headers.get('ETag') ?? '';
      const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
      const focused = place.contains(document.activeElement) ? document.activeElement.id : '';
      place.replaceChildren(...fresh.body.childNodes);
      if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    } catch { /* asked again soon; the caption says of when the list is */ }
  };
  const again = () => ask().finally(() => setTimeout(again, EVERY));
  setTimeout(again, EVERY);
  document.addEventListener('visibilitychange', ask);
}
