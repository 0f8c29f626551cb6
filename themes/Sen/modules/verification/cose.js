// The signed certificate of the second QR code: a COSE_Sign1 (RFC 9052) with ES256.
import { Unreadable, decode } from './cbor.js';
import { joined } from './bytes.js';

const tagSign1 = 18, headerAlg = 1, headerKid = 4;
const es256 = [-7, -9]; // -9 names the same signature in the newer registry (ESP256)

/** @returns {{kid: Uint8Array|null, signed: Uint8Array, payload: Uint8Array, signature: Uint8Array}} `signed` is what the signature covers. */
export function readSign1(bytes) {
  const outer = decode(bytes);
  const parts = Array.isArray(outer) ? outer : outer?.tag === tagSign1 ? outer.value : null;
  if (!Array.isArray(parts) || parts.length !== 4) throw new Unreadable('No COSE_Sign1.');
  const [protectedBytes, unprotected, payload, signature] = parts;
  if (![protectedBytes, payload, signature].every(part => part instanceof Uint8Array) || !(unprotected instanceof Map)) throw new Unreadable('No COSE_Sign1.');
  if (signature.length !== 64) throw new Unreadable('No ES256 signature.');

  const header = protectedBytes.length ? decode(protectedBytes) : new Map();
  if (!(header instanceof Map)) throw new Unreadable('No header.');
  const alg = header.get(headerAlg) ?? unprotected.get(headerAlg);
  if (alg !== undefined && !es256.includes(alg)) throw new Unreadable('Signed in another way.');
  const kid = header.get(headerKid) ?? unprotected.get(headerKid) ?? null;
  if (kid !== null && !(kid instanceof Uint8Array)) throw new Unreadable('No key is named.');
  // An empty header may come as h'A0' or as nothing; what is signed holds nothing either way (RFC 9052, 4.4).
  return { kid, payload, signature, signed: toBeSigned(header.size ? protectedBytes : new Uint8Array(), payload) };
}

/** Sig_structure: ["Signature1", protected, external (none), payload]. */
function toBeSigned(protectedBytes, payload) {
  return joined([0x84, 0x6a], new TextEncoder().encode('Signature1'), byteString(protectedBytes), [0x40], byteString(payload));
}

function byteString(bytes) {
  const n = bytes.length;
  return joined(n < 24 ? [0x40 | n] : n < 256 ? [0x58, n] : [0x59, n >> 8, n & 255], bytes);
}
