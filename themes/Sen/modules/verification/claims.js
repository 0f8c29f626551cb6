// What a signed certificate says of itself.
import { Unreadable, decode } from './cbor.js';
import { alphabet } from './code.js';

const iss = 1, exp = 4, iat = 6, cti = 7, ours = -65537;

/**
 * @returns {{issuer: string, expires: number|null, issuedAt: number, code: string, number: string, name: string, birthDate: string,
 *   credential: string, list: number, index: number}} `expires` and `issuedAt` in seconds; `birthDate` as 2026-03-02.
 */
export function readClaims(payload) {
  const claims = decode(payload);
  if (!(claims instanceof Map)) throw new Unreadable('No claims.');
  const facts = claims.get(ours);
  if (!Array.isArray(facts) || facts.length < 6) throw new Unreadable('Not a certificate.');
  const [number, name, born, credential, list, index] = facts;
  return {
    issuer: text(claims.get(iss)),
    expires: claims.has(exp) ? count(claims.get(exp)) : null,
    issuedAt: count(claims.get(iat)),
    code: codeOf(claims.get(cti)),
    number: text(number), name: text(name), birthDate: date(count(born)), credential: text(credential), list: count(list), index: count(index),
  };
}

const text = value => typeof value === 'string' ? value : refuse();
const count = value => Number.isSafeInteger(value) && value >= 0 ? value : refuse();
const refuse = () => { throw new Unreadable('A claim is not what it should be.'); };

function date(yyyymmdd) {
  const digits = String(yyyymmdd).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** 80 bits as the 16 letters of five bits each. */
function codeOf(bytes) {
  if (!(bytes instanceof Uint8Array) || bytes.length !== 10) throw new Unreadable('No code.');
  let bits = 0n;
  for (const byte of bytes) bits = bits << 8n | BigInt(byte);
  return Array.from({ length: 16 }, (_, i) => alphabet[Number(bits >> BigInt(75 - 5 * i) & 31n)]).join('');
}
