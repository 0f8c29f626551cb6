/** "{0}, {1}" and "{item}" with their values. */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

/** A place in the question whose words are read out as they change. */
export function liveRegion(question) {
  const live = Object.assign(document.createElement('p'), { className: 'visually-hidden' });
  live.setAttribute('aria-live', 'polite');
  return question.appendChild(live);
}

export const changed = field => field.dispatchEvent(new Event('input', { bubbles: true }));
