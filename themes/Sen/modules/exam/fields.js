import { readAnswer, writeAnswer } from './answers.js';

const TYPING = 800;
// Every save of an essay keeps the whole text once more.
const WRITING = 5_000;

/** What is ticked and typed goes into the outbox. */
export function takeAnswers(form, view, outbox) {
  const put = (event, delay) => {
    const question = event.target.closest('[data-slot]');
    if (question) outbox.put(question.dataset.slot, readAnswer(question), delay);
  };
  const isTyped = input => input.matches('[type="text"], textarea');
  form.addEventListener('input', event => put(event, event.target.matches('textarea') ? WRITING : isTyped(event.target) ? TYPING : 0));
  form.addEventListener('change', event => { if (isTyped(event.target)) outbox.flush(); });
  // Files have a way of their own to the server.
  form.addEventListener('answer-saved', event => view.saveState(event.target.dataset.slot, 'saved', Date.parse(event.detail.at)));
  // Enter in an answer must not hand in the paper.
  form.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('[data-slot] input')) event.preventDefault();
  });
}

/** What an earlier page, or another tab, could not send is written into the fields and sent. */
export function restoreUnsent(form, view, outbox) {
  // A newer answer given on another device wins: the page says when the newest of each question was saved.
  // Of timed sections an earlier one takes no more answers: sent, they would only be refused.
  const isOver = slot => Boolean(form.dataset.section) && !form.querySelector(`[data-slot-link="${slot}"]`);
  let tooLate = false;
  const isStale = (slot, entry) => {
    tooLate ||= isOver(slot);
    return isOver(slot) || entry.at <= view.savedAt(slot);
  };
  for (const [slot, { answer }] of outbox.restore(isStale)) {
    const question = view.question(slot);
    if (question) writeAnswer(question, answer);
    view.saveState(slot, 'waiting');
  }
  if (tooLate) view.tell(view.words('sectionClosed'));
  for (const question of form.querySelectorAll('[data-slot]')) view.markAnswered(question.dataset.slot);
  outbox.flush();
}
