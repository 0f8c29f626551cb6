// A W3C Bitstring Status List as a signed token: one bit for each certificate, set where it is revoked (or suspended).
import { Unreadable } from './cbor.js';
import { fromBase64Url } from './bytes.js';
import { isSignedBy } from './keys.js';

const mostBytes = 1 << 20;

/**
 * Reads a list and checks all of it: signature, purpose, number. How old it may be is the caller's to judge.
 * @param keys As `readKeys` gives them.
 * @returns {Promise<{bits: Uint8Array, from: number, until: number}>} `from` and `until` in milliseconds.
 */
export async function readStatusList(jwt, purpose, number, keys) {
  const parts = jwt.trim().split('.');
  if (parts.length !== 3) throw new Unreadable('No token.');
  const [header, claims] = parts.slice(0, 2).map(json);
  if (header.alg !== 'ES256') throw new Unreadable('Signed in another way.');
  const id = String(header.kid ?? '').split('/').pop();
  const key = keys.find(k => k.id === id);
  if (!key || !await isSignedBy(key, fromBase64Url(parts[2]), new TextEncoder().encode(`${parts[0]}.${parts[1]}`))) throw new Unreadable('Not signed by a key of ours.');

  const subject = claims.credentialSubject ?? {};
  // A genuine list of another kind or number says nothing about this certificate.
  const names = [claims.id, subject.id].filter(Boolean).map(address => address.split('#')[0]);
  if (subject.statusPurpose !== purpose || names.length === 0 || !names.every(n => n.endsWith(`/status/${purpose}/${number}`))) throw new Unreadable('Another list.');
  const from = Date.parse(claims.validFrom), until = Date.parse(claims.validUntil);
  if (!(from <= until)) throw new Unreadable('Without a time.');
  if (!String(subject.encodedList).startsWith('u')) throw new Unreadable('No list.');
  return { bits: await unzipped(fromBase64Url(subject.encodedList.slice(1))), from, until };
}

/** Index 0 is the leftmost bit of the first byte. */
export function isSet(bits, index) {
  if (index >= bits.length * 8) throw new Unreadable('Beyond the end of the list.');
  return (bits[index >> 3] >> (7 - (index & 7)) & 1) === 1;
}

function json(part) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64Url(part)));
  } catch {
    throw new Unreadable('No token.');
  }
}

async function unzipped(bytes) {
  const parts = [];
  let length = 0;
  try {
    for (const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      if ((length += value.length) > mostBytes) throw new Unreadable('Too long.');
      parts.push(value);
    }
  } catch (e) {
    throw e instanceof Unreadable ? e : new Unreadable('No list.');
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
