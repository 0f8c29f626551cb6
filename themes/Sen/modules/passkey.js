// Forms with data-passkey="get" or "create": asks the server for options, the device for a credential, and posts it as a plain form.
const able = window.PublicKeyCredential?.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON;

async function optionsFor(form) {
  const response = await fetch(form.dataset.options, {
    method: 'POST',
    headers: { Accept: 'application/json', RequestVerificationToken: form.elements.__RequestVerificationToken.value },
  });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.json();
}

async function credentialFor(form) {
  const json = await optionsFor(form);
  return form.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(json) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(json) });
}

async function submit(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const error = form.querySelector('[data-passkey-error]');
  error.textContent = '';
  try {
    form.elements.credential.value = JSON.stringify(await credentialFor(form));
    form.submit();
  } catch {
    // Cancelled, timed out, no such passkey on this device: the browser has said more than we could.
    error.textContent = form.dataset.failed;
  }
}

if (able) {
  for (const part of document.querySelectorAll('[data-passkey-part]')) part.hidden = false;
  for (const hint of document.querySelectorAll('[data-passkey-missing]')) hint.hidden = true;
  for (const form of document.querySelectorAll('form[data-passkey]')) form.addEventListener('submit', submit);
}
