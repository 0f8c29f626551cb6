import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox } from '../modules/exam/outbox.js';

/** An outbox over a scripted server and a clock that only moves when told. */
function setUp(outcomes = []) {
  const seen = { sent: [], reports: [], closed: [], stored: [], timers: [] };
  let time = 0;
  const outbox = new Outbox({
    send: async (slot, answer) => { seen.sent.push([slot, answer]); return outcomes.shift() ?? { kind: 'saved', at: 'T' }; },
    store: { load: () => seen.stored, save: entries => { seen.stored = entries; } },
    report: (slot, state) => seen.reports.push(`${slot} ${state}`),
    closed: kind => seen.closed.push(kind),
    now: () => time,
    setTimer: (run, wait) => { seen.timers = [{ run, wait }]; return 1; },
    clearTimer: () => { seen.timers = []; },
    random: () => 0.5,
  });
  const pass = async ms => {
    time += ms;
    const timer = seen.timers[0];
    if (timer) { seen.timers = []; await timer.run(); }
    await new Promise(resolve => setImmediate(resolve));
  };
  return { outbox, seen, pass };
}

test('an answer is kept on the device until the server has confirmed it', async () => {
  const { outbox, seen, pass } = setUp();
  outbox.put('1', { choice: ['a'] });
  assert.equal(seen.stored.length, 1);
  await pass(0);
  assert.deepEqual(seen.sent, [['1', { choice: ['a'] }]]);
  assert.equal(outbox.unsent, 0);
  assert.equal(seen.stored.length, 0);
  assert.deepEqual(seen.reports, ['1 waiting', '1 saving', '1 saved']);
});

test('while somebody types nothing is sent, and then only the last word', async () => {
  const { outbox, seen, pass } = setUp();
  outbox.put('3', { text: 'kiểm' }, 800);
  outbox.put('3', { text: 'kiểm huấn' }, 800);
  assert.equal(seen.timers[0].wait, 800);
  assert.equal(outbox.unsent, 1);
  await pass(800);
  assert.deepEqual(seen.sent, [['3', { text: 'kiểm huấn' }]]);
});

test('a lost line is told, and tried again after 2, 4, 8 … at most 30 seconds', async () => {
  const { outbox, seen, pass } = setUp(Array.from({ length: 7 }, () => ({ kind: 'offline' })));
  const waits = [];
  outbox.put('1', { choice: ['a'] });
  await pass(0);
  assert.ok(seen.reports.includes('1 offline'));
  for (let i = 0; i < 6; i++) { waits.push(seen.timers[0].wait); await pass(seen.timers[0].wait); }
  assert.deepEqual(waits, [2000, 4000, 8000, 16000, 30000, 30000]);
  await pass(30000);
  assert.equal(outbox.unsent, 0);
});

test('a newer answer given while the older one is under way is sent too', async () => {
  const { outbox, seen } = setUp();
  const original = outbox.send;
  outbox.send = async (slot, answer) => { if (seen.sent.length === 0) { const result = original(slot, answer); outbox.put('1', { choice: ['b'] }); return result; } return original(slot, answer); };
  outbox.put('1', { choice: ['a'] });
  await outbox.flush();
  assert.deepEqual(seen.sent.map(([, answer]) => answer.choice[0]), ['a', 'b']);
  assert.equal(seen.reports.filter(r => r === '1 saved').length, 1);
});

test('an ended session keeps the answers', async () => {
  const { outbox, seen } = setUp([{ kind: 'signIn' }]);
  outbox.put('1', { choice: ['a'] });
  outbox.put('2', { choice: ['b'] });
  await outbox.flush();
  assert.equal(outbox.unsent, 2);
  assert.deepEqual(seen.reports.slice(-2), ['1 signIn', '2 signIn']);
  await outbox.flush();
  assert.equal(outbox.unsent, 0);
});

test('after handing in nothing more is sent and nothing is kept on the device', async () => {
  const { outbox, seen } = setUp([{ kind: 'handedIn' }]);
  outbox.put('1', { choice: ['a'] });
  await outbox.flush();
  outbox.put('1', { choice: ['b'] });
  await outbox.flush();
  assert.deepEqual(seen.closed, ['handedIn']);
  assert.equal(seen.sent.length, 1);
  assert.equal(seen.stored.length, 0);
});

test('a refused answer does not block the others', async () => {
  const { outbox, seen } = setUp([{ kind: 'refused' }]);
  outbox.put('1', { text: 'x' });
  outbox.put('2', { choice: ['b'] });
  await outbox.flush();
  assert.ok(seen.reports.includes('1 refused'));
  assert.ok(seen.reports.includes('2 saved'));
});

test('unsent answers of an earlier page are taken up, unless the server has newer ones', () => {
  const { outbox, seen } = setUp();
  seen.stored = [['1', { answer: { choice: ['a'] }, at: 5 }], ['2', { answer: { choice: ['b'] }, at: 50 }]];
  const restored = outbox.restore((slot, entry) => entry.at < 10);
  assert.deepEqual(restored.map(([slot]) => slot), ['2']);
});

test('a section that is over takes nothing more, and says so once', async () => {
  const { outbox, seen, pass } = setUp([{ kind: 'sectionClosed' }]);
  outbox.put('1', { choice: ['a'] });
  await pass(0);
  assert.deepEqual(seen.closed, ['sectionClosed']);
  assert.equal(outbox.unsent, 0);
  assert.equal(seen.stored.length, 0);
});
