import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Absence } from '../modules/exam/absence.js';
import { ServerClock } from '../modules/exam/clock.js';
import { Outbox } from '../modules/exam/outbox.js';
import { PulseLoop } from '../modules/exam/pulse.js';
import { AnswerStore } from '../modules/exam/store.js';

function storage() {
  const items = {};
  return new Proxy({}, {
    get: (_, name) => ({ getItem: key => items[key] ?? null, setItem: (key, value) => { items[key] = value; }, removeItem: key => { delete items[key]; } })[name],
    ownKeys: () => Object.keys(items),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
}

test('two pages keep a drawer each, and a later one takes over the newest of both', () => {
  const shared = storage();
  const page = name => new AnswerStore('/attempts/x', shared, () => 1, name);
  const [first, second] = [page('a'), page('b')];
  first.save([['1', { answer: { choice: ['a'] }, at: 10 }], ['2', { answer: { choice: ['b'] }, at: 10 }]]);
  second.save([['1', { answer: { choice: ['c'] }, at: 20 }]]);
  second.save([]);
  assert.equal(first.load().length, 2);
  second.save([['1', { answer: { choice: ['c'] }, at: 20 }]]);
  const third = page('c');
  assert.deepEqual(Object.fromEntries(third.load().map(([slot, entry]) => [slot, entry.answer.choice[0]])), { 1: 'c', 2: 'b' });
  third.takeOver();
  assert.equal(page('d').load().length, 0);
});

test('what a held outbox takes is kept, and sent on release', async () => {
  const [sent, held, reports] = [[], [], []];
  const outcomes = [{ kind: 'paused' }];
  const outbox = new Outbox({
    send: async slot => { sent.push(slot); return outcomes.shift() ?? { kind: 'saved', at: 'T' }; }, store: { load: () => [], save() {} },
    report: (slot, state) => reports.push(`${slot} ${state}`), closed() {}, held: kind => held.push(kind), now: () => 0, setTimer: () => 1, clearTimer() {},
  });
  outbox.put('1', { choice: ['a'] });
  await outbox.flush();
  outbox.put('2', { choice: ['b'] });
  await outbox.flush();
  assert.deepEqual([sent, held, outbox.unsent], [['1'], ['paused'], 2]);
  assert.equal(reports.at(-1), '2 held');
  await outbox.release();
  assert.deepEqual([sent, outbox.unsent], [['1', '1', '2'], 0]);
});

test('the page asks at once where an answer came back with another tag, and never twice at a time', async () => {
  const asked = [];
  const waits = [];
  const loop = new PulseLoop({ tag: 'a', ask: async tag => { asked.push(tag); return { kind: 'news', tag: 'b' }; }, news() {}, lost() {}, random: () => 0.5, setTimer: (_, wait) => waits.push(wait), clearTimer() {} });
  loop.start();
  loop.heard('a');
  loop.heard('b');
  loop.heard('b');
  await loop.now();
  assert.deepEqual(asked, ['a']);
  assert.deepEqual(waits, [3_000, 17_000]);
  loop.stop();
  assert.equal(await loop.now(), 'stopped');
});

test('absences are gathered, short ones left out, and kept where the report was lost', async () => {
  let [time, arrives] = [100_000, false];
  const told = [];
  const absence = new Absence(async away => { told.push(away); return arrives; }, () => time);
  for (const away of [500, 4_000, 6_000]) { absence.leave(); time += away; absence.back(); }
  await absence.tell();
  arrives = true;
  await absence.tell();
  time += 12_000;
  await absence.tell();
  assert.deepEqual(told, [{ times: 2, seconds: 10 }, { times: 2, seconds: 10 }]);
});

test('an answer given after another was dated by the server is later, however slow the clock was set', () => {
  const clock = new ServerClock(1_000, 0, () => 0);
  clock.notBefore(5_000);
  assert.equal(clock.now(), 5_000);
  clock.notBefore(4_000);
  assert.equal(clock.now(), 5_000);
});
