// Saves an answer as it is given, and counts the time down. The page does the same without it, by its buttons.
const form = document.querySelector('form[data-attempt]');
const retryAfter = 5000;
const pauseInTyping = 1500;
const waiting = new Set();
let sending = false;
let typing = 0;

form.addEventListener('change', event => save(event.target));
form.addEventListener('input', event => {
  if (event.target.matches('textarea, input:not([type=radio]):not([type=checkbox])')) {
    clearTimeout(typing);
    typing = setTimeout(() => save(event.target), pauseInTyping);
  }
});

function save(field) {
  const position = field.closest('[data-position]').dataset.position;
  const place = placeOf(position);
  place.dataset.before ??= place.textContent;
  place.textContent = form.dataset.sending;
  waiting.add(position);
  if (!sending) { send(); }
}

// One after the other: an older answer must not arrive after a newer one.
async function send() {
  sending = true;
  while (waiting.size > 0) {
    const positions = [...waiting];
    waiting.clear();
    try {
      const response = await fetch(form.action, { method: 'POST', keepalive: true, body: blocks(positions), headers: { Accept: 'application/json' } });
      if (!response.ok || response.redirected) { throw new Error(response.status); }
      const receipts = await response.json();
      receipts.filter(receipt => !waiting.has(String(receipt.position))).forEach(tell);
      if (receipts.some(receipt => receipt.isClosed)) { location.reload(); }
    } catch {
      positions.forEach(position => {
        waiting.add(position);
        placeOf(position).textContent = form.dataset.notArrived;
      });
      await new Promise(resolve => setTimeout(resolve, retryAfter));
    }
  }
  sending = false;
}

// What was changed and nothing else: another tab may have answered other questions since.
function blocks(positions) {
  const all = [...new FormData(form)];
  const fields = new Set(positions.flatMap(position =>
    [...form.querySelectorAll(`[data-position="${position}"] [name]`)].map(field => field.name)));
  const others = all.filter(([name, value]) => name === 'position' ? positions.includes(value)
    : !/^(answer|flag)(-|$)/.test(name) || fields.has(name));
  return new URLSearchParams([...others, ['go', 'stay']]);
}

function tell(receipt) {
  const place = placeOf(receipt.position);
  place.textContent = receipt.text ?? place.dataset.before;
  delete place.dataset.before;
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
