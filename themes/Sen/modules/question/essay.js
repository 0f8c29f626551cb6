import { filled } from './words.js';

/** Says how many words there are, and how far that is from what was asked. It never stops anybody. */
export function countWords(field, question) {
  const place = document.getElementById(`${field.id.replace('-answer', '')}-words`);
  const { words, missing, over, fewest, most } = place.dataset;
  const tell = () => {
    const count = field.value.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
    const off = fewest && count < fewest ? [missing, fewest - count] : most && count > most ? [over, count - most] : null;
    place.textContent = filled(words, [count]) + (off ? `, ${filled(off[0], [off[1]])}` : '');
  };
  field.addEventListener('input', tell);
  question.addEventListener('answer-restored', tell);
  tell();
}
