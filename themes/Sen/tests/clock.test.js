import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ServerClock, formatLeft, momentsPassed, parseInstant } from '../modules/exam/clock.js';
import { plain } from '../modules/site/filter.js';

test('a device that runs ten minutes fast still shows the time of the server', () => {
  const clock = new ServerClock(1_000_000, 1_600_000, () => 1_630_000);
  assert.equal(clock.now(), 1_030_000);
});

test('the date of an answer corrects the clock, but not by less than two seconds', () => {
  let local = 0;
  const clock = new ServerClock(Date.UTC(2026, 2, 1), 0, () => local);
  clock.correct(new Date(Date.UTC(2026, 2, 1, 0, 0, 1)).toUTCString());
  assert.equal(clock.now(), Date.UTC(2026, 2, 1));
  clock.correct(new Date(Date.UTC(2026, 2, 1, 0, 5)).toUTCString());
  assert.equal(clock.now(), Date.UTC(2026, 2, 1, 0, 5) + 500);
});

test('the time left is written with minutes and seconds, and hours only where there are any', () => {
  assert.equal(formatLeft(2_530_000), '42:10');
  assert.equal(formatLeft(3_725_000), '1:02:05');
  assert.equal(formatLeft(-5), '0:00');
});

test('a laptop that slept over the deadline meets every moment once', () => {
  assert.deepEqual(momentsPassed(400_000, -1000), ['fiveMinutes', 'oneMinute', 'lastSeconds', 'due']);
  assert.deepEqual(momentsPassed(301_000, 300_000), ['fiveMinutes']);
  assert.deepEqual(momentsPassed(300_000, 299_000), []);
});

test('an instant without a zone is UTC', () => {
  assert.equal(parseInstant('2026-03-01T03:00:00'), Date.UTC(2026, 2, 1, 3));
  assert.equal(parseInstant('2026-03-01T10:00:00+07:00'), Date.UTC(2026, 2, 1, 3));
});

test('a filter finds Vietnamese words typed without marks', () => {
  assert.ok(plain('Trần Văn Đức').includes(plain('duc')));
});
