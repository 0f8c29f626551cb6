// An issuer for tests, written with other people's libraries (cbor2, jose, Node's zlib), so that a mistake of ours does not agree with itself.
import { generateKeyPairSync, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Tag, encode } from 'cbor2';
import { SignJWT, calculateJwkThumbprint } from 'jose';

export const host = 'daotao.example.vn', issuedAt = Date.UTC(2026, 2, 2, 1), now = Date.UTC(2026, 2, 3, 1);
export const code = [0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0, 0x12, 0x34];

export const claims = ({ expires = Date.UTC(2029, 2, 2, 17) / 1000, index = 4711, ...facts } = {}) => new Map([
  [1, facts.issuer ?? host], ...(expires === null ? [] : [[4, expires]]), [6, facts.issuedAt ?? issuedAt / 1000], [7, Uint8Array.from(facts.code ?? code)],
  [-65537, [facts.number ?? '0042/2026/CTXH-III', facts.name ?? 'Nguyễn Thị Thùy Dương', facts.born ?? 19871123, facts.credential ?? 'CTXH-III', 0, index]],
]);

export async function newKey(more = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const id = await calculateJwkThumbprint(jwk);
  return { privateKey, id, jwk: { ...jwk, kid: id, alg: 'ES256', use: 'sig', ...more } };
}

export const jwksOf = (...keys) => ({ keys: keys.map(k => k.jwk) });

export const kidOf = key => new Uint8Array(Buffer.from(key.id, 'base64url').subarray(0, 4));

/** COSE_Sign1 bytes. `header` null: none; 'A0': an empty map that is written down. */
export function sign1(key, map, { alg = -7, header = new Map([[1, alg], [4, kidOf(key)]]), unprotected = new Map(), tagged = true } = {}) {
  const protectedBytes = header === null ? new Uint8Array() : header === 'A0' ? Uint8Array.of(0xa0) : encode(header);
  const payload = encode(map);
  const signed = encode(['Signature1', header === 'A0' ? new Uint8Array() : protectedBytes, new Uint8Array(), payload]);
  const signature = new Uint8Array(sign('sha256', signed, { key: key.privateKey, dsaEncoding: 'ieee-p1363' }));
  const parts = [protectedBytes, unprotected, payload, signature];
  return encode(tagged ? new Tag(18, parts) : parts);
}

export const digits = bytes => BigInt(`0x${Buffer.from(bytes).toString('hex')}`).toString();

/** A status list as W3C wants it, with the bits of `set` set. */
export function statusList(key, { purpose = 'revocation', number = 0, set = [], from = now - 3_600_000, until = from + 86_400_000, claimed = purpose } = {}) {
  const bits = new Uint8Array(131_072 / 8);
  for (const index of set) bits[index >> 3] |= 0x80 >> (index & 7);
  const address = `https://${host}/status/${purpose}/${number}`;
  return new SignJWT({
    '@context': ['https://www.w3.org/ns/credentials/v2'], id: address, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer: `https://${host}/issuers/1`,
    validFrom: new Date(from).toISOString(), validUntil: new Date(until).toISOString(),
    credentialSubject: { id: `${address}#list`, type: 'BitstringStatusList', statusPurpose: claimed, encodedList: `u${gzipSync(bits).toString('base64url')}`, ttl: 3_600_000 },
  }).setProtectedHeader({ alg: 'ES256', kid: `https://${host}/keys/${key.id}`, typ: 'vc+jwt' }).sign(key.privateKey);
}

/** What a device keeps that was online a minute ago. */
export async function trustIn(key, { revoked = [], suspended = [], fetchedAt = now - 60_000, more = [] } = {}) {
  const list = async (purpose, set) => ({ jwt: await statusList(key, { purpose, set }), from: now - 3_600_000, fetchedAt });
  return { jwks: jwksOf(key, ...more), withdrawn: [], credentials: {}, fetchedAt, lists: { 'revocation/0': await list('revocation', revoked), 'suspension/0': await list('suspension', suspended) } };
}
