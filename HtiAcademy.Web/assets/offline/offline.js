// The page that checks statements without a network. Words and keys are in its data element, which the academy filled in.
import { readPhoto } from './photo.js';
import { read } from './statement.js';

const { words, language, keys } = JSON.parse(document.getElementById('data').textContent);
const form = document.querySelector('form');
const field = document.getElementById('text');
const photo = document.getElementById('photo');
const answer = document.getElementById('answer');

form.hidden = false;
document.getElementById('save').hidden = location.protocol === 'file:';

form.addEventListener('submit', event => {
  event.preventDefault();
  show(read(field.value, keys));
});

// A scanner types the text and then Enter.
field.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

photo.addEventListener('change', async () => {
  const file = photo.files[0];
  if (!file) return;
  say(words.reading);
  try {
    const text = await readPhoto(file);
    photo.value = '';
    if (text === null) return say(words.noCode);
    field.value = text;
    show(read(text, keys));
  } catch {
    // The browser tells only that it could not decode the file.
    say(words.noPhoto);
  }
});

function say(sentence) {
  answer.className = '';
  answer.replaceChildren(element('p', sentence));
}

function show({ answer: kind, facts }) {
  answer.className = kind;
  const heading = element('h2', words[kind]);
  heading.tabIndex = -1;
  answer.replaceChildren(heading, ...(kind === 'genuine' ? told(facts) : [element('p', words[`${kind}Help`])]));
  heading.focus();
}

function* told(facts) {
  const today = new Date();
  const isOver = facts.validUntil !== undefined && facts.validUntil < Math.floor((today - today.getTimezoneOffset() * 60000) / 86400000);
  if (isOver) yield element('p', filled(words.expired, day(facts.validUntil)), 'expired');
  yield element('p', words.compare);
  yield table(facts);
  yield element('p', words.unknowable);
  if (facts.validUntil !== undefined) yield element('p', filled(words.device, today.toLocaleDateString(language, { dateStyle: 'long' })));
}

function table(facts) {
  const rows = [
    ['name', facts.name], ['rank', facts.rank], ['agency', facts.agency], ['course', facts.course, facts.language],
    ['completedOn', day(facts.completedOn)], ['validUntil', facts.validUntil === undefined ? undefined : day(facts.validUntil)],
    ['hours', (facts.tenthsOfHours / 10).toLocaleString(language)], ['result', facts.result, facts.language],
    ['country', facts.country, facts.language], ['number', facts.number], ['replaces', facts.replaces], ['issuedBy', facts.academy],
  ];
  const made = element('table');
  made.append(element('caption', words.facts));
  for (const [label, value, spoken] of rows.filter(row => row[1] !== undefined)) {
    const row = made.insertRow();
    const head = element('th', words[label]);
    head.scope = 'row';
    const cell = element('td', value);
    cell.dir = 'auto';
    if (spoken) cell.lang = spoken;
    row.append(head, cell);
  }
  return made;
}

function day(sinceEpoch) {
  return new Date(sinceEpoch * 86400000).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' });
}

function filled(sentence, value) {
  return sentence.replace('{0}', () => value);
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}
