// Keeps the verification page and what it is made of, so that it opens without network. It keeps nothing else: no certificate's page, no
// answer of the register, nothing of whoever is signed in. Keys and status lists are kept by the page itself, with their age.

const drawer = 'verification-page';
const base = new URL('.', self.registration.scope).pathname; // the scope is …/v: it covers /v and /verify and nothing that is not ours
const pages = [`${base}verify`, `${base}v`];
const patience = 4_000;

self.addEventListener('install', event => event.waitUntil(keepPage('vi').then(() => self.skipWaiting())));
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('message', event => {
  if (/^[a-z]{2}$/.test(event.data?.keep ?? '')) event.waitUntil(keepPage(event.data.keep).catch(() => {}));
});

self.addEventListener('fetch', event => {
  const { request } = event, { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && pages.includes(pathname)) event.respondWith(fresh(request));
  else if (pathname.startsWith(`${base}theme/`)) event.respondWith(keptFirst(request));
});

/** The site's own page where it answers in time, else the one that was kept. */
async function fresh(request) {
  const drawn = fetch(request);
  try {
    return await Promise.race([drawn, new Promise((_, late) => setTimeout(() => late(new Error('Too late.')), patience))]);
  } catch {
    return await caches.match(pages[0], { ignoreSearch: true, cacheName: drawer }) ?? drawn;
  }
}

async function keptFirst(request) {
  return await caches.match(request, { cacheName: drawer }) ?? fetch(request);
}

/** As an anonymous visitor gets it: the frame of somebody signed in holds her name. */
async function keepPage(language) {
  const store = await caches.open(drawer);
  const page = await fetch(`${pages[0]}?culture=${language}`, { credentials: 'omit', cache: 'no-cache' });
  if (!page.ok) throw new Error(`The page answered ${page.status}.`);
  const files = new Set(addressesIn(await page.clone().text(), page.url));
  for (const style of [...files].filter(f => f.endsWith('.css'))) {
    const answer = await kept(store, style);
    for (const [, font] of (await answer.text()).matchAll(/url\("?([^")]+\.woff2)"?\)/g)) files.add(new URL(font, style).href);
  }
  await Promise.all([...files].map(file => kept(store, file)));
  await store.put(pages[0], page);
  for (const request of await store.keys())
    if (new URL(request.url).pathname !== pages[0] && !files.has(request.url)) await store.delete(request);
}

/** Names of the theme's files carry their content, so what is kept is never out of date. */
async function kept(store, address) {
  const have = await store.match(address);
  if (have) return have;
  const answer = await fetch(address, { credentials: 'omit' });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  await store.put(address, answer.clone());
  return answer;
}

function addressesIn(html, from) {
  return [...html.matchAll(/"([^"\s]*\/theme\/[^"#\s]+)[^"]*"/g)].map(([, address]) => new URL(address, from).href);
}
