// Puts a verdict on the page: the server has written all words, in both languages, as templates; this fills in facts and times.

const city = 'Asia/Ho_Chi_Minh';
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: city, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const calendar = new Intl.DateTimeFormat('en-GB', { timeZone: city, day: '2-digit', month: '2-digit', year: 'numeric' });

/** 08:30, 02/03/2026 by the city's clock, as everywhere on the site. */
export const timeText = milliseconds => `${clock.format(milliseconds)}, ${calendar.format(milliseconds)}`;

export const dateText = isoDate => isoDate.split('-').reverse().join('/');

/** @param result As `checkOffline` gives it. @param credentials Code → [Vietnamese, English]. */
export function showVerdict(place, result, credentials, online) {
  const parts = [copy(`verdict-${result.verdict === 'unchecked' && result.statusAt === null ? 'neverChecked' : result.verdict}`)];
  if (result.successor) parts.push(copy('successor-link'));
  if (result.claims) parts.push(facts(result, credentials));
  parts.push(checks(result));
  if (result.claims && online) parts.push(copy('register-link'));
  place.replaceChildren(...parts);
  for (const link of place.querySelectorAll('[data-code-link]')) link.href = `${link.dataset.codeLink}${link.dataset.of === 'successor' ? result.successor : result.claims.code}`;
  for (const slot of place.querySelectorAll('[data-slot="statusAt"]')) slot.textContent = timeText(result.statusAt ?? 0);
  reveal(place);
}

/** A notice of the page: what to do now. */
export function showNotice(place, name, slots = {}) {
  place.replaceChildren(copy(name));
  for (const slot of place.querySelectorAll('[data-slot]')) slot.textContent = slots[slot.dataset.slot] ?? '';
  for (const link of place.querySelectorAll('[data-code-link]')) link.href = `${link.dataset.codeLink}${slots.code}`;
  reveal(place);
}

function reveal(place) {
  place.hidden = false;
  place.scrollIntoView({ block: 'start' });
  place.querySelector('[tabindex="-1"]')?.focus({ preventScroll: true });
}

function facts({ claims }, credentials) {
  const part = copy('signed-facts');
  const [name, nameEn] = credentials[claims.credential] ?? [claims.credential, ''];
  // What expires at midnight is good until the day before.
  const values = {
    name: claims.name, birthDate: dateText(claims.birthDate), credential: name, credentialEn: nameEn, number: claims.number, issuer: claims.issuer,
    issuedOn: calendar.format(claims.issuedAt * 1000), expiresOn: claims.expires === null ? null : calendar.format(claims.expires * 1000 - 1), code: claims.code.match(/.{4}/g).join('-'),
  };
  // What is null keeps the words that stand there.
  for (const place of part.querySelectorAll('[data-fact]')) place.textContent = values[place.dataset.fact] ?? place.textContent;
  return part;
}

function checks({ verdict, claims, statusAt, statusFresh, clockWrong }) {
  const part = copy('checks');
  const made = {
    signature: claims ? 'good' : verdict === 'altered' ? 'bad' : 'open',
    expiry: !claims ? 'open' : verdict === 'expired' ? 'bad' : 'good',
    status: !claims || statusAt === null ? 'open' : ['revoked', 'superseded', 'suspended'].includes(verdict) ? 'bad' : statusFresh ? 'good' : 'old',
    clock: clockWrong ? 'bad' : 'good',
  };
  for (const line of part.querySelectorAll('[data-check]')) line.hidden = made[line.dataset.check] !== line.dataset.state;
  return part;
}

const copy = name => document.querySelector(`template[data-part="${name}"]`).content.cloneNode(true);
