// What the page of its own does beyond loading the widget: it keeps itself for use without a network, and tells the
// widget when a new version is ready. Nothing of it is needed, so where it cannot be had nothing is said.

const HOUR = 3_600_000;

// The worker's scope is the page's own address: the folder's where that shows this page too, else the file's alone, so
// that a blog whose home is at the folder's address never meets the worker.
async function scope() {
  const folder = new URL("./", location).href;
  const own = location.origin + location.pathname;
  if (own !== `${folder}index.html`) return own;
  const atFolder = await fetch(folder);
  return (await atFolder.text()).includes("<coder-path home") ? folder : own;
}

// Has a worker keep the page, if none does yet. One that does is not registered again, since it may be on its way out.
async function keep() {
  const script = new URL("worker.js", import.meta.url).href;
  if (navigator.serviceWorker.controller?.scriptURL === script) return navigator.serviceWorker.getRegistration();
  const address = await scope();
  const there = await navigator.serviceWorker.getRegistration(address);
  const worker = there?.active ?? there?.waiting ?? there?.installing;
  // Another program's worker may have the address already, and is not put out.
  if (there?.scope === address && worker?.scriptURL !== script) return undefined;
  return navigator.serviceWorker.register(script, { scope: address });
}

function announce(registration) {
  // Without a controller the page came from the network, and so is new already.
  const tell = () => {
    if (registration.waiting && navigator.serviceWorker.controller) {
      document.querySelector("coder-path")?.setAttribute("update", "ready");
    }
  };
  const watch = () => registration.installing?.addEventListener("statechange", tell);
  registration.addEventListener("updatefound", watch);
  watch();
  tell();

  // The reader has agreed. Other tabs may be in the middle of an edit: they stay as they are.
  document.addEventListener("coderpath:update", () => {
    const reload = () => location.reload();
    // Another tab may have been first.
    if (!registration.waiting) return reload();
    navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
    registration.waiting.postMessage("take over");
  });

  // The browser looks for a new version whenever the page is loaded; an app may stay open for weeks.
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < HOUR) return;
    looked = Date.now();
    registration.update().catch(() => {});
  });
}

// After everything that the reader waits for. Without workers, as on a page that came over plain http, `keep` fails.
addEventListener("load", () => keep().then((kept) => kept && announce(kept), () => {}));
