// What a scanned QR code says: one of the two on a certificate, or anything else in the world.
import { readCode } from './code.js';

/**
 * @param text As the QR code holds it.
 * @param home Scheme, host and path that the codes of this site begin with, for example "https://daotao.example.vn/".
 * @returns {{kind: 'signed', digits: string, host: string, ours: boolean} | {kind: 'code', code: string, host: string|null, ours: boolean} | {kind: 'other'}}
 */
export function readQrText(text, home) {
  const address = addressIn(text.trim());
  if (/^https?:$/.test(address?.protocol)) {
    // The first QR code is written in capitals, so that it takes up less room: scheme and host are the same either way, the path is not.
    const ours = `${address.origin}${address.pathname}`.toLowerCase().startsWith(home.toLowerCase());
    const [, kind, code] = address.pathname.match(/\/(v|c)(?:\/([^/]+))?\/?$/i) ?? [];
    if (kind?.toLowerCase() === 'v' && /^#[0-9]+$/.test(address.hash)) return { kind: 'signed', digits: address.hash.slice(1), host: address.host, ours };
    const known = kind?.toLowerCase() === 'c' && code ? readCode(code).code : null;
    return known ? { kind: 'code', code: known, host: address.host, ours } : { kind: 'other' };
  }
  const { code } = readCode(text);
  return code ? { kind: 'code', code, host: null, ours: true } : { kind: 'other' };
}

function addressIn(text) {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
