/** What a question's inputs say, in the form the server takes: {"choice": [ids]} or {"text": "…"}. */
export function readAnswer(question) {
  const inputs = inputsOf(question);
  if (question.dataset.type === 'shortText') return { text: inputs[0].value.normalize('NFC') };
  return { choice: inputs.filter(input => input.checked).map(input => input.value).sort() };
}

export function writeAnswer(question, answer) {
  for (const input of inputsOf(question)) {
    if (question.dataset.type === 'shortText') input.value = answer.text ?? '';
    else input.checked = answer.choice?.includes(input.value) ?? false;
  }
}

export function isAnswered(answer) {
  return 'text' in answer ? answer.text.trim() !== '' : answer.choice.length > 0;
}

function inputsOf(question) {
  return [...question.querySelectorAll(`[name="answers[${question.dataset.slot}]"]`)];
}
