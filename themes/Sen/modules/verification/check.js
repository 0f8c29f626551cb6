// The whole check of a signed certificate, without network: from the digits of the second QR code to one verdict.
import { Unreadable } from './cbor.js';
import { fromBase64Url, fromDecimal } from './bytes.js';
import { readSign1 } from './cose.js';
import { readClaims } from './claims.js';
import { candidates, isSignedBy, readKeys } from './keys.js';
import { isSet, readStatusList } from './status-list.js';

/** A list fetched within this time counts as the present state (the list's own ttl). */
export const freshFor = 3_600_000;
/** A device whose clock stands before the day of a list knows neither what has expired nor how old its lists are. */
const clockOff = 600_000;
/** Seconds; two servers need not agree to the second on when a key retires. */
const grace = 3_600;

/**
 * @param digits The fragment of the address, or the whole address.
 * @param trust What `Trust` keeps: { jwks, withdrawn: [thumbprint], lists: { 'revocation/0': { jwt, fetchedAt } } }.
 * @param now Milliseconds.
 * @param connected False: the lists are the best to be had, but nobody can say that they are the newest.
 * @returns {Promise<{verdict: 'valid'|'unchecked'|'expired'|'revoked'|'suspended'|'unknownKey'|'withdrawnKey'|'altered'|'unreadable', claims?: object, keyId?: string, statusAt?: number|null, statusFresh?: boolean, clockWrong?: boolean}>}
 *   `unchecked`: signed and in time, but whether it was revoked is known only as of `statusAt` (null: not at all).
 */
export async function checkOffline(digits, trust, now, connected = true) {
  try {
    return await check(digits.includes('#') ? digits.slice(digits.indexOf('#') + 1) : digits, trust, now, connected);
  } catch (e) {
    if (e instanceof Unreadable) return { verdict: 'unreadable' };
    throw e;
  }
}

async function check(digits, trust, now, connected) {
  const sign1 = readSign1(fromDecimal(digits.trim()));
  const keys = await readKeys(trust.jwks);
  const named = candidates(keys, sign1.kid);
  let key;
  for (const candidate of named)
    if (await isSignedBy(candidate, sign1.signature, sign1.signed)) key = candidate;
  // Nothing of an unsigned text is shown: whoever forged it wrote it.
  if (!key && named.length) return { verdict: 'altered' };
  if (!key) return { verdict: candidates(trust.withdrawn.map(asKey), sign1.kid).length ? 'withdrawnKey' : 'unknownKey' };
  const claims = readClaims(sign1.payload);
  // What is dated after its key had retired was signed by somebody who should no longer have it. What is older than its key was issued
  // before certificates were signed, and sealed later.
  if (claims.issuedAt > key.until + grace) return { verdict: 'withdrawnKey', keyId: key.id };

  const revoked = await stateIn('revocation', claims, keys, trust, now), suspended = await stateIn('suspension', claims, keys, trust, now);
  const known = revoked && suspended;
  const result = { claims, keyId: key.id, statusAt: known ? Math.min(revoked.at, suspended.at) : null, statusFresh: Boolean(connected && known && revoked.fresh && suspended.fresh), clockWrong: known && now + clockOff < revoked.from };
  return { ...result, verdict: verdictOf(claims, revoked, suspended, result.statusFresh, now) };
}

function verdictOf(claims, revoked, suspended, fresh, now) {
  if (revoked?.set) return 'revoked';
  if (claims.expires !== null && claims.expires * 1000 < now) return 'expired';
  if (suspended?.set) return 'suspended';
  return fresh ? 'valid' : 'unchecked';
}

/** Null where there is no list that can be trusted. A bit set in an old list still counts: what was revoked stays so. */
async function stateIn(purpose, claims, keys, trust, now) {
  const kept = trust.lists[`${purpose}/${claims.list}`];
  if (!kept) return null;
  try {
    const list = await readStatusList(kept.jwt, purpose, claims.list, keys);
    return { set: isSet(list.bits, claims.index), from: list.from, at: Math.min(kept.fetchedAt, list.until), fresh: now - kept.fetchedAt <= freshFor && now <= list.until };
  } catch (e) {
    if (e instanceof Unreadable) return null;
    throw e;
  }
}

const asKey = id => ({ id, idBytes: fromBase64Url(id) });
