// Lets the browser make or show a passkey, and posts what it answers. Without it the forms stay hidden; the password works.
for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (window.PublicKeyCredential) {
    form.hidden = false;
    form.addEventListener('submit', event => {
      event.preventDefault();
      answer(form);
    });
  }
}

async function answer(form) {
  const problem = form.querySelector('[data-problem]');
  problem.hidden = true;
  try {
    const asked = await fetch(form.dataset.passkey, { method: 'POST', body: new FormData(form) });
    if (!asked.ok) { throw new Error(asked.status); }
    const options = read(await asked.json());
    const credential = form.hasAttribute('data-new')
      ? await navigator.credentials.create({ publicKey: options })
      : await navigator.credentials.get({ publicKey: options });
    form.elements.credential.value = JSON.stringify(write(credential));
    const shared = document.querySelector('#shared');
    if (shared && form.elements.shared) { form.elements.shared.value = shared.checked; }
    form.submit();
  } catch {
    problem.hidden = false;
  }
}

function read(options) {
  options.challenge = bytes(options.challenge);
  if (options.user) { options.user.id = bytes(options.user.id); }
  for (const known of [...(options.allowCredentials ?? []), ...(options.excludeCredentials ?? [])]) { known.id = bytes(known.id); }
  return options;
}

// By hand, because older browsers lack credential.toJSON.
function write(credential) {
  const { response } = credential;
  const parts = { clientDataJSON: text(response.clientDataJSON) };
  for (const name of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (response[name]) { parts[name] = text(response[name]); }
  }
  if (response.getTransports) { parts.transports = response.getTransports(); }
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: parts,
  };
}

function bytes(base64Url) {
  return Uint8Array.from(atob(base64Url.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
