import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOffline } from '../../modules/verification/check.js';
import { nothing, refreshed } from '../../modules/verification/trust.js';
import { claims, digits, jwksOf, newKey, now, sign1, statusList } from './issuer.js';

const addresses = { keys: '/keys', status: '/status', about: '/about' };
const key = await newKey();

async function site({ keys = [key], revoked = [], from = now - 3_600_000, signer = key, lists = [0] } = {}) {
  const texts = { '/keys': JSON.stringify(jwksOf(...keys)), '/about': JSON.stringify({ lists, credentials: { 'CTXH-III': ['Công tác xã hội viên', 'Social worker'] } }) };
  for (const number of lists)
    for (const purpose of ['revocation', 'suspension'])
      texts[`/status/${purpose}/${number}`] = await statusList(signer, { purpose, number, from, set: purpose === 'revocation' ? revoked : [] });
  return async address => texts[address] ?? Promise.reject(new Error(`No ${address}`));
}

const verdict = async trust => (await checkOffline(digits(sign1(key, claims())), trust, now)).verdict;

test('what is fetched is enough to check without network', async () => {
  const trust = await refreshed(nothing, await site({ lists: [0, 1] }), addresses, now);
  assert.deepEqual(Object.keys(trust.lists).sort(), ['revocation/0', 'revocation/1', 'suspension/0', 'suspension/1']);
  assert.deepEqual([trust.fetchedAt, trust.credentials['CTXH-III'][1], await verdict(trust)], [now, 'Social worker', 'valid']);
  assert.deepEqual(await verdict(JSON.parse(JSON.stringify(trust))), 'valid'); // it is kept as text
});

test('an older list replayed does not hide a revocation', async () => {
  const knows = await refreshed(nothing, await site({ revoked: [4711] }), addresses, now);
  const after = await refreshed(knows, await site({ from: now - 7_200_000 }), addresses, now);
  assert.equal(await verdict(after), 'revoked');
  assert.equal(after.lists['revocation/0'].jwt, knows.lists['revocation/0'].jwt);
});

test('a newer list replaces an older one', async () => {
  const knows = await refreshed(nothing, await site({ from: now - 7_200_000 }), addresses, now);
  assert.equal(await verdict(knows), 'valid');
  assert.equal(await verdict(await refreshed(knows, await site({ revoked: [4711] }), addresses, now)), 'revoked');
});

test('a list past its time, or signed by a stranger, is not kept', async () => {
  const stranger = await newKey();
  for (const bad of [{ from: now - 172_800_000 }, { signer: stranger }, { signer: { ...stranger, id: key.id } }])
    assert.deepEqual((await refreshed(nothing, await site(bad), addresses, now)).lists, {});
});

test('a key that is gone is remembered as withdrawn, and is a key again when it comes back', async () => {
  const knows = await refreshed(nothing, await site(), addresses, now), other = await newKey();
  const after = await refreshed(knows, await site({ keys: [other], signer: other }), addresses, now);
  assert.deepEqual([after.withdrawn, await verdict(after)], [[key.id], 'withdrawnKey']);
  assert.deepEqual((await refreshed(after, await site({ keys: [key, other] }), addresses, now)).withdrawn, []);
});

test('where the network fails nothing that was kept is lost', async () => {
  const knows = await refreshed(nothing, await site(), addresses, now);
  await assert.rejects(refreshed(knows, async () => { throw new TypeError('offline'); }, addresses, now));
  assert.equal(await verdict(knows), 'valid');
});
