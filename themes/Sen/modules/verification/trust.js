// What the check without network relies on, fetched while there is one: the issuer's keys, the status lists and the names of the credentials.
import { readKeys, thumbprint } from './keys.js';
import { readStatusList } from './status-list.js';

/** What is kept where nothing has been fetched yet. */
export const nothing = { jwks: { keys: [] }, withdrawn: [], lists: {}, credentials: {}, fetchedAt: null };

/**
 * Fetches everything anew and returns what to keep from now on. What cannot be fetched, or does not hold, leaves what was kept.
 * @param kept As returned before, or `nothing`.
 * @param fetchText Address → text; throws where the network does.
 * @param addresses { keys, status: '/status', about: '/verify/about.json' }
 */
export async function refreshed(kept, fetchText, addresses, now) {
  const jwks = JSON.parse(await fetchText(addresses.keys));
  const about = JSON.parse(await fetchText(addresses.about));
  const keys = await readKeys(jwks);
  const lists = { ...kept.lists };
  for (const number of about.lists)
    for (const purpose of ['revocation', 'suspension']) {
      const name = `${purpose}/${number}`;
      lists[name] = await newer(lists[name], await fetchText(`${addresses.status}/${name}`), purpose, number, keys, now);
      if (!lists[name]) delete lists[name];
    }
  return { jwks, withdrawn: await withdrawn(kept, jwks, keys), lists, credentials: about.credentials, fetchedAt: now };
}

/** A list that was signed before the one at hand is a replay, perhaps to hide a revocation: it is not taken. */
async function newer(kept, jwt, purpose, number, keys, now) {
  let list;
  try {
    list = await readStatusList(jwt, purpose, number, keys);
  } catch {
    return kept;
  }
  if (list.until < now || (kept && list.from < kept.from)) return kept;
  return { jwt, from: list.from, fetchedAt: now };
}

/** Keys that were there once and are no more: what they signed is refused by that name, not as a stranger's. */
async function withdrawn(kept, jwks, keys) {
  const present = new Set(keys.map(k => k.id));
  const before = await Promise.all(kept.jwks.keys.map(thumbprint));
  return [...new Set([...kept.withdrawn, ...before])].filter(id => !present.has(id));
}
