/** The page's localised words, from the data attributes of [data-exam-texts]; {time} and {n} are filled in. */
export function wordsOf(form) {
  const texts = form.querySelector('[data-exam-texts]')?.dataset ?? {};
  return (key, values = {}) => (texts[key] ?? '').replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}
