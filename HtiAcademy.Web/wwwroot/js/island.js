// Starts the framework's script with whole addresses, since no page may set a <base>: it would tell the server beside the
// page's own address that the page is left. It has no initializers, which it would otherwise ask for there too.
const tell = navigator.sendBeacon.bind(navigator);
navigator.sendBeacon = (address, data) => tell(new URL(address, location.origin), data);
Blazor.start({
  circuit: {
    configureSignalR: builder => builder.withUrl('/_blazor'),
    initializers: { beforeStart: [], afterStarted: [] },
  },
});

// Keeps the island going where that script gives up: when the server has forgotten the page, when the line stayed cut too
// long, and when it was never there.
const cut = document.getElementById('components-reconnect-modal');
let waiting = false;

// Some pages have their island at times only.
if (cut) {
  new MutationObserver(() => {
    if (cut.matches('.components-reconnect-failed, .components-reconnect-rejected')) loadAgainOnceItAnswers();
  }).observe(cut, { attributes: true, attributeFilter: ['class'] });

  setTimeout(() => {
    if (!document.querySelector('[data-live]')) loadAgainOnceItAnswers();
  }, 10_000);
}

async function loadAgainOnceItAnswers() {
  if (waiting) return;
  waiting = true;
  for (;;) {
    try {
      // Any answer will do; what it is, the page itself shows.
      await fetch('/health/live', { method: 'HEAD', cache: 'no-store' });
      location.reload();
      return;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 5000));
    }
  }
}
