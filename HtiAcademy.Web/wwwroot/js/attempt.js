// Saves an answer as it is given, and counts the time down. The page does the same without it, by its buttons.
const form = document.querySelector('form[data-attempt]');
const retryAfter = 5000;
const pauseInTyping = 1500;
let timer = 0;
let version = 0;

form.addEventListener('change', event => save(event.target));
form.addEventListener('input', event => {
  if (event.target.matches('textarea, input:not([type=radio]):not([type=checkbox])')) {
    schedule(pauseInTyping, event.target);
  }
});
// The buttons send what is on the page now: an older copy must not arrive after it.
form.addEventListener('submit', () => { version++; clearTimeout(timer); });

function schedule(wait, field) {
  clearTimeout(timer);
  timer = setTimeout(() => save(field), wait);
}

async function save(field) {
  clearTimeout(timer);
  const position = field.closest('[data-position]').dataset.position;
  const mine = ++version;
  const data = new FormData(form);
  data.set('go', 'stay');
  const changed = new URLSearchParams(data);
  const before = placeOf(position).dataset.before ??= placeOf(position).textContent;
  say(position, form.dataset.sending);
  try {
    const response = await fetch(form.action, { method: 'POST', body: changed, headers: { Accept: 'application/json' } });
    if (mine !== version) { return; }
    if (!response.ok || response.redirected) { throw new Error(response.status); }
    const receipts = await response.json();
    receipts.filter(receipt => receipt.text).forEach(receipt => say(receipt.position, receipt.text));
    if (placeOf(position).textContent === form.dataset.sending) { say(position, before); }
    delete placeOf(position).dataset.before;
    if (receipts.some(receipt => receipt.isClosed)) { location.reload(); }
  } catch {
    if (mine === version) {
      say(position, form.dataset.notArrived);
      schedule(retryAfter, field);
    }
  }
}

function say(position, text) {
  placeOf(position).textContent = text;
}

function placeOf(position) {
  return form.querySelector(`[data-position="${position}"] .saved`);
}

const clock = document.querySelector('[data-seconds-left]');
if (clock) {
  const end = performance.now() + Number(clock.dataset.secondsLeft) * 1000;
  const tick = () => {
    const left = Math.max(0, Math.round((end - performance.now()) / 1000));
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    clock.textContent = left > 0 ? clock.dataset.template.replace('{0}', time) : clock.dataset.over;
    if (left > 0) { setTimeout(tick, 1000); }
  };
  tick();
}
