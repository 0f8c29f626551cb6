import { pointsOf, setPoints } from '../question/points.js';

/**
 * What a question's inputs say, in the form the server takes: {"choice": [ids]}, {"text": "…"}, {"pairs": {left: right}},
 * {"order": [ids]}, {"gaps": {"1": "text" or [ids]}} or {"points": [[x, y]]};
 * with {"certainty": 1 to 3} beside it where the paper asks how sure she is.
 */
export function readAnswer(question) {
  const answer = kindOf(question).read(question);
  const certainty = question.querySelector('[data-certainty] input:checked');
  return certainty ? { ...answer, certainty: Number(certainty.value) } : answer;
}

/** Fields first; what is drawn around them (an order, marks on an image) follows on hearing of it. */
export function writeAnswer(question, answer) {
  kindOf(question).write(question, answer);
  tick([...question.querySelectorAll('[data-certainty] input')], [String(answer.certainty ?? '')]);
  question.dispatchEvent(new CustomEvent('answer-restored'));
}

export function isAnswered(answer) {
  const [given] = Object.values(answer);
  if (typeof given === 'string') return given.trim() !== '';
  return (Array.isArray(given) ? given : Object.keys(given)).length > 0;
}

const choice = {
  read: question => ({ choice: ticked(inputsOf(question)) }),
  write: (question, answer) => tick(inputsOf(question), answer.choice ?? []),
};

const text = {
  // A template left as it stands is no answer.
  read(question) {
    const [field] = inputsOf(question);
    return { text: field.dataset.template && field.value === field.dataset.template ? '' : field.value.normalize('NFC') };
  },
  write: (question, answer) => { inputsOf(question)[0].value = answer.text ?? ''; },
};

const pairs = {
  read: question => ({ pairs: Object.fromEntries(partsOf(question).filter(([, [field]]) => field.value !== '').map(([name, [field]]) => [name, field.value])) }),
  write(question, answer) {
    for (const [name, [field]] of partsOf(question)) field.value = answer.pairs?.[name] ?? '';
  },
};

const order = {
  read: question => ({ order: partsOf(question).filter(([, [field]]) => field.value !== '').sort(([, [a]], [, [b]]) => a.value - b.value).map(([name]) => name) }),
  write(question, answer) {
    for (const [name, [field]] of partsOf(question)) field.value = String(1 + (answer.order ?? []).indexOf(name) || '');
  },
};

const gaps = {
  read(question) {
    const given = partsOf(question).map(([name, fields]) => [name, inGap(fields)]).filter(([, value]) => value.length > 0);
    return { gaps: Object.fromEntries(given) };
  },
  write(question, answer) {
    for (const [name, fields] of partsOf(question)) {
      const given = answer.gaps?.[name] ?? '';
      if (fields[0].matches('[type="radio"], [type="checkbox"]')) tick(fields, [given].flat());
      else fields[0].value = [given].flat()[0] ?? '';
    }
  },
};

const points = {
  read: question => ({ points: pointsOf(question) }),
  write: (question, answer) => setPoints(question, answer.points ?? []),
};

// Files are sent by question/files.js; here it only counts whether there are any.
const files = { read: question => ({ files: [...question.querySelectorAll('[data-file]')].map(row => row.dataset.file) }), write() {} };

const kinds = {
  shortText: text, numeric: text, calculated: text, essay: text, matching: pairs, ordering: order, cloze: gaps, gapSelect: gaps, hotspot: points, fileUpload: files,
};

const kindOf = question => kinds[question.dataset.type] ?? choice;

const fieldOf = question => `answers[${question.dataset.slot}]`;

function inputsOf(question) {
  return [...question.querySelectorAll(`[name="${fieldOf(question)}"]`)];
}

/** Fields of a question of several parts, [[part, [fields]]], in the page's order: "answers[3][b]" is part b. */
function partsOf(question) {
  const start = `${fieldOf(question)}[`;
  const parts = new Map();
  for (const field of question.querySelectorAll('select, input')) {
    if (!field.name.startsWith(start)) continue;
    const name = field.name.slice(start.length, -1);
    parts.set(name, [...parts.get(name) ?? [], field]);
  }
  return [...parts];
}

function inGap(fields) {
  if (fields[0].matches('[type="radio"], [type="checkbox"]')) return ticked(fields);
  const value = fields[0].value;
  if (fields[0].matches('select')) return value === '' ? [] : [value];
  return value.normalize('NFC');
}

const ticked = inputs => inputs.filter(input => input.checked).map(input => input.value).sort();

function tick(inputs, values) {
  for (const input of inputs) input.checked = values.includes(input.value);
}
