import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCode, spoken } from '../../modules/verification/code.js';

const code = '28T5CY4TQKFF04HM';
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
// Made right by its last letter, as CertificateCode.New does.
const right = [...letters].map(last => code.slice(0, 15) + last).find(c => readCode(c).code);

test('a code is taken as people write it', () => {
  assert.ok(right);
  for (const written of [spoken(right), right.toLowerCase(), spoken(right).replaceAll('-', ' – '), ` ${right.replaceAll('0', 'o')}\n`, right.replaceAll('1', 'l')])
    assert.deepEqual(readCode(written), { code: right }, written);
});

test('every single wrong letter is noticed', () => {
  for (let at = 0; at < 16; at++)
    for (const letter of letters)
      if (letter !== right[at]) assert.equal(readCode(right.slice(0, at) + letter + right.slice(at + 1)).problem, 'check');
});

test('a look-alike, or two letters exchanged, leads back to the code that was meant', () => {
  assert.ok(readCode(right.replace('8', 'B')).meant.includes(right));
  assert.ok(readCode(right.replace('5', 'S')).meant.includes(right));
  assert.ok(readCode(right.slice(0, 2) + right[3] + right[2] + right.slice(4)).meant.includes(right));
  for (const meant of readCode(right.replace('8', 'B')).meant) assert.equal(readCode(meant).code, meant);
});

test('the letter U stands in no code, but is taken for a V that was misread', () => {
  const withV = [...letters].map(last => `V${code.slice(1, 15)}${last}`).find(c => readCode(c).code);
  assert.ok(readCode(withV.replace('V', 'U')).meant.includes(withV));
});

test('what is too short, too long, empty or of another alphabet is said as such', () => {
  assert.deepEqual(readCode(' - '), { problem: 'empty', count: 0 });
  assert.deepEqual(readCode(right.slice(1)), { problem: 'short', count: 15 });
  assert.deepEqual(readCode(`${right}0`), { problem: 'long', count: 17 });
  assert.deepEqual(readCode('ĐẠI-HỌC'), { problem: 'letter', count: 6, letter: 'Đ' });
});
