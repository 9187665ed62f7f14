// The service worker of the page of its own: keeps the files of one release, so that the page works without a network.
//
// It answers for the page and for the files on its list, and for nothing else: a folder may be the root of a blog.

// `cargo xtask build` writes it: a version, and the files with their hashes. Without one, as in `cargo xtask serve`, the
// worker takes the place of one that a release left at the same address, and goes.
const RELEASE = null;

// The page's address is the scope; a folder's page can be asked for by its file's name as well.
const SCOPE = registration.scope;
const PAGES = SCOPE.endsWith("/") ? [SCOPE, `${SCOPE}index.html`] : [SCOPE];
// What tells our page from any other that may be found at its address.
const MARK = "<coder-path home";

const FILES = new Map(
  Object.entries(RELEASE?.files ?? {}).map(([name, integrity]) => [new URL(name, location).href, integrity]),
);

// No scope has a space in it, so no other worker's cache begins like this.
const OWN = `coderpath ${SCOPE} `;
const CACHE = OWN + RELEASE?.version;

addEventListener("install", (event) => event.waitUntil(RELEASE ? fill() : skipWaiting()));

// All or nothing, so that a page never gets files of two versions: each is asked for anew, and refused if it is not the
// one that the list means, as in the middle of an upload.
async function fill() {
  try {
    const cache = await caches.open(CACHE);
    const pages = await Promise.all(PAGES.map(page));
    if (!pages[0]) throw new Error(`coderpath: ${SCOPE} does not show the page.`);
    await cache.addAll([...FILES].map(([address, integrity]) => new Request(address, { cache: "no-cache", integrity })));
    await Promise.all(PAGES.map((address, n) => pages[n] && cache.put(address, pages[n])));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

// The page at that address, null if something else or nothing is there now, undefined if that cannot be told.
async function page(address) {
  const response = await fetch(address, { cache: "no-cache" });
  if (response.status === 404 || response.status === 410) return null;
  if (!response.ok || !PAGES.includes(response.url)) return undefined;
  // Hosts put things into pages, so it is known by its mark alone.
  const html = await response.text();
  // Made anew, since a response that came by a redirect may not answer a navigation.
  return html.includes(MARK) ? new Response(html, { headers: response.headers }) : null;
}

addEventListener("activate", (event) => event.waitUntil(RELEASE ? forget(CACHE) : leave()));

// Deletes this worker's caches, but for one.
async function forget(kept) {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OWN) && name !== kept);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function leave() {
  await registration.unregister();
  await forget();
}

addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(skipWaiting());
});

addEventListener("fetch", (event) => {
  const address = RELEASE && listed(event.request);
  if (!address) return;
  event.respondWith(answer(address, event.request));
  // Whoever has put another page at this address must get the address back.
  if (address === SCOPE) event.waitUntil(page(SCOPE).then((found) => found === null && leave(), () => {}));
});

// The address under which the answer to a request is kept, if it is one of ours.
function listed({ method, mode, url }) {
  if (method !== "GET") return undefined;
  const address = new URL(url);
  address.hash = "";
  if (FILES.has(address.href)) return address.href;
  address.search = "";
  return mode === "navigate" && PAGES.includes(address.href) ? address.href : undefined;
}

// From the network only what a browser short of room has thrown away, and a name of the page that was not ours.
async function answer(address, request) {
  return (await caches.match(address, { cacheName: CACHE })) ?? fetch(request);
}
