import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looks } from '../../modules/verification/pictures.js';
import { readQrText } from '../../modules/verification/qr-text.js';
import { readCode } from '../../modules/verification/code.js';

const home = 'https://daotao.example.vn/';
const code = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].map(last => `28T5CY4TQKFF04H${last}`).find(c => readCode(c).code);

test('both codes of a certificate are told apart, whichever case their address has', () => {
  assert.deepEqual(readQrText(`HTTPS://DAOTAO.EXAMPLE.VN/C/${code}`, home), { kind: 'code', code, host: 'daotao.example.vn', ours: true });
  assert.deepEqual(readQrText('https://daotao.example.vn/v#123', home), { kind: 'signed', digits: '123', host: 'daotao.example.vn', ours: true });
  assert.deepEqual(readQrText(code, home), { kind: 'code', code, host: null, ours: true });
});

test('an address that only looks like ours is not', () => {
  for (const host of ['daotao.example.vn.evil.example', 'evil.example', 'daotao-example.vn', 'daotao.example.vn:8443', 'daotao.example.vn@evil.example'])
    assert.equal(readQrText(`https://${host}/C/${code}`, home).ours, false, host);
});

test('what is no certificate is something else', () => {
  for (const text of ['', 'WIFI:S:x;;', 'https://daotao.example.vn/', `https://daotao.example.vn/C/${code.slice(1)}`, 'https://daotao.example.vn/v#abc', 'javascript:alert(1)', 'https://daotao.example.vn/C/%E0%A4%A'])
    assert.equal(readQrText(text, home).kind, 'other', text);
});

test('every spot of a photo is looked at whole, and again in parts that overlap', () => {
  const parts = [...looks(3000, 2000)].filter(p => p.width < 3000);
  for (const [x, y] of [[0, 0], [1500, 1000], [2999, 1999], [1000, 667], [20, 1990]])
    assert.ok(parts.some(p => x >= p.x && x <= p.x + p.width && y >= p.y && y <= p.y + p.height), `${x},${y}`);
  for (const p of parts) assert.ok(p.x >= 0 && p.y >= 0 && p.x + p.width <= 3001 && p.y + p.height <= 2001);
});
