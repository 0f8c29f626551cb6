// The verification page: checks what the second QR code says in the page itself, reads codes with the camera or from a photo, and works
// without network once it was open with one. Without this script the form still asks the register by the typed code.
import { checkOffline } from './verification/check.js';
import { keep, kept } from './verification/kept.js';
import { refreshed } from './verification/trust.js';
import { showNotice, showVerdict, timeText } from './verification/result.js';
import { readQrText } from './verification/qr-text.js';
import { explainCode } from './verification/typed.js';
import { offerCamera } from './verification/scanner.js';
import { offerFiles } from './verification/files.js';

const app = document.querySelector('[data-verification]');
const place = document.getElementById('result');
const addresses = { keys: app.dataset.keys, status: app.dataset.status, about: app.dataset.about };
const renewAfter = 300_000, patience = 4_000;
let trust = await kept();

/** @returns {Promise<boolean>} Whether what is kept is what the site says at this time. */
async function renew() {
  if (!navigator.onLine) return false;
  if (Date.now() - (trust.fetchedAt ?? 0) < renewAfter) return true;
  try {
    trust = await refreshed(trust, fetchText, addresses, Date.now());
    await keep(trust);
    return true;
  } catch {
    return false; // no network after all: what was kept goes on, and its age is shown
  } finally {
    tellAge();
  }
}

async function fetchText(address) {
  const answer = await fetch(address, { credentials: 'omit', cache: 'no-cache', signal: AbortSignal.timeout?.(patience) });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return answer.text();
}

function tellAge() {
  const ready = trust.fetchedAt !== null;
  for (const line of app.querySelectorAll('[data-age]')) line.hidden = line.dataset.age !== (ready ? 'known' : 'none');
  for (const slot of app.querySelectorAll('[data-slot="keptAt"]')) slot.textContent = ready ? timeText(trust.fetchedAt) : '';
  document.documentElement.dataset.offlineReady = ready ? 'yes' : 'no';
}

async function checkSigned(digits) {
  showNotice(place, 'checking');
  const connected = await renew();
  const result = await checkOffline(digits, trust, Date.now(), connected);
  showVerdict(place, connected ? await explained(result) : result, trust.credentials, connected);
}

/** A status list has one bit for "revoked" and "replaced by another": which of the two, the register knows. Of one that is still good nobody is asked. */
async function explained(result) {
  if (result.verdict !== 'revoked') return result;
  try {
    const { standing, certificate } = JSON.parse(await fetchText(`${app.dataset.api}${result.claims.code}`));
    return standing === 'superseded' ? { ...result, verdict: 'superseded', successor: certificate.successor } : result;
  } catch {
    return result;
  }
}

/** @returns {boolean} Whether this was a certificate's code, so that a scan may end. */
function take(text) {
  const said = readQrText(text, app.dataset.home);
  if (said.kind === 'other') return false;
  // The signature tells who issued it, whatever the address says; a code without one is only as good as the site that answers.
  if (said.kind === 'signed') checkSigned(said.digits);
  else if (!said.ours) showNotice(place, 'foreign', said);
  else askRegister(said.code);
  return true;
}

function askRegister(code) {
  if (navigator.onLine) location.assign(`${app.dataset.codes}${code}`);
  else showNotice(place, 'needs-network');
}

function checkFragment() {
  if (location.hash.length > 1 && /^#[0-9]/.test(location.hash)) checkSigned(location.hash);
}

explainCode(app, askRegister);
offerCamera(app, place, take);
offerFiles(app, place, take);
tellAge();
addEventListener('hashchange', checkFragment);
addEventListener('online', renew);
// Without network the worker gives this page for an address with a code in it, too.
if (!navigator.onLine && new URLSearchParams(location.search).has('code')) showNotice(place, 'needs-network');
checkFragment();
renew();

navigator.serviceWorker?.register(app.dataset.worker, { scope: app.dataset.scope }).then(async () => {
  (await navigator.serviceWorker.ready).active.postMessage({ keep: document.documentElement.lang });
}).catch(() => {
  // Not over HTTPS, or forbidden: everything works but without network.
});
