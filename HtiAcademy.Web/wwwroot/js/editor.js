// Saves a draft while it is written, keeps it in the browser until it has arrived, and puts in what an author need not
// remember. The page saves by its buttons without it.
const form = document.querySelector('form[data-draft]');
const field = form.elements.text;
const status = form.querySelector('[data-status]');
const words = form.dataset;
const pauseInTyping = 700;
const retryAfter = 5000;
// What browsers still send for a page that is left.
const mostOnLeaving = 60_000;

// What this window has not saved; other windows of this browser keep theirs beside it.
const ofDraft = `draft/${words.draft}/`;
const own = ofDraft + performance.timeOrigin;

let revision = Number(form.elements.revision.value);
// What the academy has; the page may show what it refused.
let saved = 'unsaved' in words ? null : field.value;
let elsewhere = null;
let sending = false;
let timer = 0;

field.addEventListener('input', () => sendAfter(pauseInTyping));
addEventListener('online', sendTyped);
addEventListener('pagehide', () => {
  keep();
  sendTyped();
});
addEventListener('beforeunload', event => {
  if (!keep()) event.preventDefault();
});
addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key === 's') {
    event.preventDefault();
    send();
  }
});
form.addEventListener('submit', event => {
  event.preventDefault();
  send();
  if (event.submitter?.value === 'preview') document.getElementById('preview').focus();
});

// What was refused is sent again only by who has seen why.
function sendTyped() {
  if (saved !== null) send();
}

function sendAfter(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(send, milliseconds);
}

// One after the other: an older text must not arrive after a newer one.
async function send() {
  clearTimeout(timer);
  if (sending || elsewhere || field.value === saved) return;
  keep();
  const text = field.value;
  if (new TextEncoder().encode(text).length > words.mostBytes) {
    say(words.saidTooLong);
    return;
  }

  sending = true;
  say(words.saidSaving);
  try {
    const fields = new URLSearchParams(new FormData(form));
    fields.set('text', text);
    fields.set('revision', revision);
    const body = fields.toString();
    const response = await fetch(form.action, {
      method: 'POST', body, redirect: 'manual', keepalive: body.length < mostOnLeaving,
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    const isReceipt = response.headers.get('Content-Type')?.startsWith('application/json');
    hear(response, isReceipt ? await response.json() : null, text);
  } catch {
    say(words.saidNoLine);
    sendAfter(retryAfter);
  }

  sending = false;
  if (field.value !== text) sendAfter(pauseInTyping);
}

function hear(response, receipt, text) {
  if (response.ok && receipt) {
    revision = receipt.revision;
    saved = text;
    keep();
    say(words.saidSaved.replace('{0}', timeOf(receipt.savedAt)));
  } else if (receipt?.text != null) {
    revision = receipt.revision;
    showElsewhere(receipt.text);
  } else if (receipt) {
    say(receipt.message);
  } else if (response.type === 'opaqueredirect' || response.status === 401) {
    say(words.saidSessionEnded);
    sendAfter(retryAfter);
  } else if (response.status === 400) {
    say(words.saidPageOld);
  } else if (response.status === 404) {
    say(words.saidRefused);
  } else {
    throw new Error(response.status);
  }
}

// Answers whether nothing of it can be lost. A browser may keep nothing, or not so much.
function keep() {
  try {
    if (field.value === saved) localStorage.removeItem(own);
    else localStorage.setItem(own, JSON.stringify({ text: field.value, at: Date.now() }));
    return true;
  } catch {
    return field.value === saved;
  }
}

function say(sentence) {
  status.textContent = sentence;
}

function timeOf(moment) {
  return new Date(moment).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

// Another window of the same person was faster: they choose, and both texts stay on the page until they have.
function showElsewhere(text) {
  elsewhere = text;
  say('');
  const choice = form.querySelector('[data-elsewhere]');
  const shown = form.querySelector('[data-elsewhere-text]');
  shown.querySelector('label').textContent = words.saidTheirs;
  shown.querySelector('textarea').value = text;
  choice.hidden = shown.hidden = false;
  const choose = written => {
    elsewhere = null;
    saved = text;
    choice.hidden = true;
    field.value = written;
    field.focus();
    keep();
    send();
  };
  choice.querySelector('[data-mine]').onclick = () => choose(field.value);
  choice.querySelector('[data-theirs]').onclick = () => {
    const mine = field.value;
    choose(text);
    shown.querySelector('label').textContent = words.saidMine;
    shown.querySelector('textarea').value = mine;
  };
}

// What an earlier window could not save.
function offerKept() {
  const key = keysOf(ofDraft).find(key => key !== own);
  const panel = form.querySelector('[data-kept]');
  panel.hidden = !key;
  if (!key) return;
  const { text, at } = JSON.parse(localStorage.getItem(key));
  const drop = () => {
    localStorage.removeItem(key);
    offerKept();
  };
  if (text === field.value) {
    drop();
    return;
  }

  const isNewer = at > Number(words.changed);
  const [newer, older] = panel.querySelectorAll('p');
  newer.hidden = !isNewer;
  older.hidden = isNewer;
  const told = isNewer ? newer : older;
  told.dataset.template ??= told.textContent;
  told.textContent = told.dataset.template.replace('{0}', new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }));
  panel.querySelector('[data-drop]').onclick = drop;
  panel.querySelector('[data-use]').onclick = () => {
    field.value = text;
    field.focus();
    if (keep()) drop();
    send();
  };
}

function keysOf(start) {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(start)).sort();
  } catch {
    return [];
  }
}

// Buttons that put something in, and findings that lead to their line, wherever they stand on the page.
addEventListener('click', event => {
  const button = event.target.closest('[data-insert]');
  const finding = event.target.closest('[data-line]');
  if (button) putIn(button.dataset);
  if (finding) {
    event.preventDefault();
    goTo(Number(finding.dataset.line));
  }
});

function putIn({ insert, select, onLines }) {
  const marked = field.value.slice(field.selectionStart, field.selectionEnd);
  let text = insert.replace('{country}', document.querySelector('select[name=country]')?.value ?? '');
  if (select && marked) text = text.replace(select, () => marked);
  if (onLines !== undefined) text = apart(text);
  const start = field.selectionStart;
  field.focus();
  // Old, but the one way that leaves it to be undone.
  if (!document.execCommand('insertText', false, text)) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input'));
  }

  if (select && !marked) {
    const at = start + text.indexOf(select);
    field.setSelectionRange(at, at + select.length);
  }
}

// With an empty line before and after.
function apart(text) {
  const before = field.value.slice(0, field.selectionStart);
  const after = field.value.slice(field.selectionEnd);
  const feeds = (there, wanted) => '\n'.repeat(Math.max(0, wanted - there.length));
  return (before ? feeds(/\n*$/.exec(before)[0], 2) : '') + text + (after ? feeds(/^\n*/.exec(after)[0], 2) : '\n');
}

function goTo(line) {
  const lines = field.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((length, one) => length + one.length + 1, 0);
  field.focus();
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  // Long lines fold, so only a field of the same width tells how far down it is.
  const twin = field.cloneNode();
  twin.removeAttribute('id');
  twin.removeAttribute('name');
  twin.style.cssText = `position: absolute; visibility: hidden; height: 0; min-height: 0; width: ${field.offsetWidth}px`;
  field.after(twin);
  twin.value = field.value.slice(0, start);
  field.scrollTop = twin.scrollHeight - field.clientHeight / 3;
  twin.remove();
  field.scrollIntoView({ block: 'nearest' });
}

// Before anybody has put the caret somewhere, it stands below what there is.
field.setSelectionRange(field.value.length, field.value.length);
form.querySelector('[data-tools]').hidden = false;
offerKept();
