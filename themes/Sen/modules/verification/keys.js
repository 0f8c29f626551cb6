// The issuer's public keys: ES256 on P-256, named by their RFC 7638 thumbprint.
import { fromBase64Url, startsWith, toBase64Url } from './bytes.js';

const curve = { name: 'ECDSA', namedCurve: 'P-256' }, signing = { name: 'ECDSA', hash: 'SHA-256' };

/** The thumbprint is computed, not read: a name that a key gives itself proves nothing. */
export async function thumbprint({ crv, kty, x, y }) {
  const canonical = JSON.stringify({ crv, kty, x, y });
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical))));
}

/** The keys of a JWKS that can have signed a certificate, each with the second when it ceased to sign. @returns {Promise<Array<{id: string, idBytes: Uint8Array, until: number, key: CryptoKey}>>} */
export async function readKeys(jwks) {
  const usable = (jwks?.keys ?? []).filter(k => k.kty === 'EC' && k.crv === 'P-256' && (k.use ?? 'sig') === 'sig' && (k.alg ?? 'ES256') === 'ES256');
  return Promise.all(usable.map(async ({ kty, crv, x, y, exp }) => {
    const id = await thumbprint({ crv, kty, x, y });
    return { id, idBytes: fromBase64Url(id), until: exp ?? Infinity, key: await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, false, ['verify']) };
  }));
}

/** Those whose thumbprint begins with what the certificate names; all where it names none. */
export const candidates = (keys, kid) => keys.filter(k => !kid || startsWith(k.idBytes, [...kid]));

export const isSignedBy = ({ key }, signature, signed) => crypto.subtle.verify(signing, key, signature, signed);
