// Marking from the keyboard. Everything here can be done without it; the page lists the keys.
const form = document.querySelector('[data-marking]');
const points = form?.querySelector('#Points');
const isWriting = element => element.matches('input:not([type="radio"]), textarea, select');

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.ctrlKey && form) {
    event.preventDefault();
    return form.requestSubmit();
  }
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === 'Escape' && isWriting(event.target)) return event.target.blur();
  if (isWriting(event.target)) return;
  const link = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (link) return link.click();
  if (event.key.toLowerCase() === 'c') {
    event.preventDefault();
    return form?.querySelector('#Comment').focus();
  }
  if (/^[0-9]$/.test(event.key)) digit(event);
});

/** Goes into the points; or chooses that level of the criterion the focus is in, else of the first that has none, and goes on to the next. */
function digit(event) {
  if (points) {
    points.focus();
    points.select();
    return;
  }
  const criteria = [...form?.querySelectorAll('[data-criterion]') ?? []];
  const here = criteria.find(c => c.contains(document.activeElement)) ?? criteria.find(c => !c.querySelector(':checked')) ?? criteria[0];
  const level = here?.querySelectorAll('input')[Number(event.key) - 1];
  if (!level) return;
  event.preventDefault();
  level.checked = true;
  const next = criteria[criteria.indexOf(here) + 1];
  (next?.querySelector('input:checked') ?? next?.querySelector('input') ?? form.querySelector('.button--primary')).focus();
}
