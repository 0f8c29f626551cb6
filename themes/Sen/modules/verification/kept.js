// Where a device keeps what `trust.js` gathers: one entry of the browser's cache, so that the service worker needs no database.
import { nothing } from './trust.js';

const drawer = 'verification-trust', entry = '/verification-trust';

export async function kept() {
  try {
    return { ...nothing, ...await (await (await caches.open(drawer)).match(entry))?.json() };
  } catch {
    return nothing; // no storage, or not what we wrote
  }
}

export async function keep(trust) {
  try {
    await (await caches.open(drawer)).put(entry, new Response(JSON.stringify(trust)));
  } catch {
    // Full, or forbidden in a private window: the check then needs the network, and says how old its lists are.
  }
}
