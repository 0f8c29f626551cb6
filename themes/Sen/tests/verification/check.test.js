import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from 'cbor2';
import { checkOffline } from '../../modules/verification/check.js';
import { spoken } from '../../modules/verification/code.js';
import { claims, digits, issuedAt, jwksOf, newKey, now, sign1, statusList, trustIn } from './issuer.js';

const key = await newKey();
const genuine = sign1(key, claims());
const verdict = async (bytes, trust, at = now) => (await checkOffline(digits(bytes), trust, at)).verdict;

test('a genuine certificate is valid, and says what is printed on it', async () => {
  const result = await checkOffline(`https://daotao.example.vn/v#${digits(genuine)}`, await trustIn(key), now);
  assert.equal(result.verdict, 'valid');
  assert.deepEqual(result.claims, {
    issuer: 'daotao.example.vn', expires: Date.UTC(2029, 2, 2, 17) / 1000, issuedAt: issuedAt / 1000, code: result.claims.code,
    number: '0042/2026/CTXH-III', name: 'Nguyễn Thị Thùy Dương', birthDate: '1987-11-23', credential: 'CTXH-III', list: 0, index: 4711,
  });
  assert.equal(spoken(result.claims.code), '28T5-CY4T-QKFF-04HM');
  assert.ok(result.statusFresh);
});

test('it is taken with either name of the algorithm, with and without tag, and with a header of its own or none', async () => {
  const trust = await trustIn(key);
  const ways = [{ alg: -9 }, { tagged: false }, { header: 'A0' }, { header: null }, { header: null, unprotected: new Map([[1, -7]]) }];
  for (const way of ways) assert.equal(await verdict(sign1(key, claims(), way), trust), 'valid', JSON.stringify(way));
  assert.equal(await verdict(sign1(key, claims(), { alg: -35 }), trust), 'unreadable');
});

test('a change of any single claim is found', async () => {
  const trust = await trustIn(key);
  const changes = [
    { issuer: 'daotao.example.vm' }, { expires: Date.UTC(2030, 2, 2) / 1000 }, { expires: null }, { issuedAt: issuedAt / 1000 + 1 }, { code: [0, ...Array(9).fill(1)] },
    { number: '0043/2026/CTXH-III' }, { name: 'Nguyễn Thị Thùy Dươn' }, { born: 19871124 }, { credential: 'CTXH-IV' }, { index: 4712 },
  ];
  for (const change of changes) {
    const [original, other] = [encode(claims()), encode(claims(change))].map(b => Buffer.from(b));
    const at = Buffer.from(genuine).indexOf(original);
    // The payload is exchanged, with a length that fits; header and signature stay.
    const head = other.length < 256 ? Buffer.from([0x58, other.length]) : Buffer.from([0x59, other.length >> 8, other.length & 255]);
    const forged = Buffer.concat([Buffer.from(genuine).subarray(0, at - 2), head, other, Buffer.from(genuine).subarray(at + original.length)]);
    assert.equal(await verdict(forged, trust), 'altered', JSON.stringify(change));
  }
});

test('a byte changed at any place is found, and nothing of the text is shown', async () => {
  const trust = await trustIn(key);
  for (let at = 0; at < genuine.length; at++)
    for (const flip of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
      const forged = Uint8Array.from(genuine);
      forged[at] ^= flip;
      const result = await checkOffline(digits(forged), trust, now);
      assert.ok(['altered', 'unreadable', 'unknownKey'].includes(result.verdict), `byte ${at} ^ ${flip}: ${result.verdict}`);
      assert.equal(result.claims, undefined);
    }
});

test('bytes left out, added or doubled are found', async () => {
  const trust = await trustIn(key);
  for (let length = 1; length < genuine.length; length++) assert.equal(await verdict(genuine.slice(0, length), trust), 'unreadable');
  for (const forged of [[...genuine, 0], [...genuine, ...genuine], [1, ...genuine]]) assert.equal(await verdict(forged, trust), 'unreadable');
});

test('what is no number, or far too long, is unreadable and never an error', async () => {
  const trust = await trustIn(key);
  for (const text of ['', 'abc', '-1', '1e9', '0x10', '1'.repeat(50_000), '/v#', '٣', '210', ' ']) assert.equal((await checkOffline(text, trust, now)).verdict, 'unreadable', text.slice(0, 20));
});

test("another issuer's key is unknown, and does not pass by naming ours", async () => {
  const trust = await trustIn(key), stranger = await newKey();
  assert.equal(await verdict(sign1(stranger, claims()), trust), 'unknownKey');
  assert.equal(await verdict(sign1({ ...stranger, id: key.id }, claims()), trust), 'altered');
});

test('of two keys whose names begin alike each is tried', async () => {
  const other = await newKey(), trust = await trustIn(key, { more: [other] });
  assert.equal(await verdict(sign1(other, claims(), { header: new Map([[1, -7]]) }), trust), 'valid');
});

test('a withdrawn key is no key any more, and is called so where it was known before', async () => {
  const trust = { ...await trustIn(await newKey()), withdrawn: [key.id] };
  assert.equal(await verdict(genuine, trust), 'withdrawnKey');
  assert.equal(await verdict(genuine, { ...trust, withdrawn: [] }), 'unknownKey');
});

test('a key that has retired signs nothing new, and vouches for what is older', async () => {
  const trust = await trustIn(key), at = issuedAt / 1000;
  for (const [exp, expected] of [[at - 7_200, 'withdrawnKey'], [at - 60, 'valid'], [at + 1, 'valid']])
    assert.equal(await verdict(genuine, { ...trust, jwks: { keys: [{ ...key.jwk, nbf: at + 1, exp }] } }), expected);
});

test('a certificate is good until its last second', async () => {
  const end = Date.UTC(2029, 2, 2, 17), trust = await trustIn(key, { fetchedAt: end });
  assert.equal(await verdict(genuine, trust, end), 'unchecked');
  assert.equal(await verdict(genuine, trust, end + 1), 'expired');
  assert.equal(await verdict(sign1(key, claims({ expires: null })), await trustIn(key), now), 'valid');
});

test('its own bit decides, and not its neighbours', async () => {
  assert.equal(await verdict(genuine, await trustIn(key, { revoked: [4711] })), 'revoked');
  assert.equal(await verdict(genuine, await trustIn(key, { suspended: [4711] })), 'suspended');
  assert.equal(await verdict(genuine, await trustIn(key, { revoked: [4710, 4712], suspended: [4710, 4712] })), 'valid');
});

test('with an old list it is signed but unchecked as of the time of the list; a revocation stays one', async () => {
  const fetchedAt = now - 7_200_000;
  const result = await checkOffline(digits(genuine), await trustIn(key, { fetchedAt }), now);
  assert.deepEqual([result.verdict, result.statusAt, result.statusFresh], ['unchecked', fetchedAt, false]);
  assert.equal(await verdict(genuine, await trustIn(key, { fetchedAt, revoked: [4711] })), 'revoked');
});

test('without network even a new list may not be the newest', async () => {
  const result = await checkOffline(digits(genuine), await trustIn(key), now, false);
  assert.deepEqual([result.verdict, result.statusAt], ['unchecked', now - 60_000]);
  assert.equal((await checkOffline(digits(genuine), await trustIn(key, { revoked: [4711] }), now, false)).verdict, 'revoked');
});

test('a clock that stands before the list is told', async () => {
  const trust = await trustIn(key);
  assert.deepEqual([(await checkOffline(digits(genuine), trust, now - 86_400_000)).clockWrong, (await checkOffline(digits(genuine), trust, now)).clockWrong], [true, false]);
});

test('without a list, or with one that is not ours, it is unchecked', async () => {
  const trust = await trustIn(key), stranger = await newKey();
  const lists = [
    {}, { 'revocation/0': trust.lists['revocation/0'] },
    { ...trust.lists, 'revocation/0': { jwt: await statusList(stranger), fetchedAt: now } },
    { ...trust.lists, 'revocation/0': { jwt: await statusList({ ...stranger, id: key.id }), fetchedAt: now } },
    { ...trust.lists, 'revocation/0': trust.lists['suspension/0'] },
    { ...trust.lists, 'revocation/0': { jwt: await statusList(key, { number: 1 }), fetchedAt: now } },
    { ...trust.lists, 'revocation/0': { jwt: await statusList(key, { claimed: 'suspension' }), fetchedAt: now } },
    { ...trust.lists, 'revocation/0': { jwt: 'eyJhbGciOiJub25lIn0.e30.', fetchedAt: now } },
  ];
  for (const [i, these] of lists.entries()) {
    const result = await checkOffline(digits(genuine), { ...trust, lists: these }, now);
    assert.deepEqual([result.verdict, result.statusAt], ['unchecked', null], `case ${i}`);
  }
  assert.equal(await verdict(genuine, { ...trust, jwks: jwksOf() }), 'unknownKey');
});

test('a byte changed in a status list makes it no list', async () => {
  const trust = await trustIn(key, { revoked: [4711] });
  const jwt = trust.lists['revocation/0'].jwt;
  for (let at = 0; at < jwt.length; at += 7) {
    const forged = jwt.slice(0, at) + (jwt[at] === 'A' ? 'B' : 'A') + jwt.slice(at + 1);
    const result = await checkOffline(digits(genuine), { ...trust, lists: { ...trust.lists, 'revocation/0': { jwt: forged, fetchedAt: now } } }, now);
    // The last letter of a base64url text may hold bits that mean nothing.
    if (at < jwt.length - 1) assert.equal(result.verdict, 'unchecked', `letter ${at}`);
  }
});
