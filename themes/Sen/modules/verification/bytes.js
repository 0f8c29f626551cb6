// Bytes as they are written in addresses, keys and tokens.
import { Unreadable } from './cbor.js';

const longestPayload = 2000; // digits; 259 bytes are 624

/** The unsigned big-endian integer that a QR code's digits write. */
export function fromDecimal(digits) {
  if (!/^[0-9]+$/.test(digits) || digits.length > longestPayload) throw new Unreadable('Not a number of this length.');
  const hex = BigInt(digits).toString(16);
  return fromHex(hex.length % 2 ? `0${hex}` : hex);
}

export function fromHex(hex) {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

export function fromBase64Url(text) {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new Unreadable('Not base64url.');
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
}

export function toBase64Url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function joined(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function startsWith(bytes, beginning) {
  return beginning.every((byte, i) => bytes[i] === byte);
}
