// The custom element <coder-path>: loads the program once for all widgets of a page, and shows the element's own
// children until it is ready, or for ever where JavaScript or WebAssembly is off.
//
//   <script type="module" src="https://…/embed.js"></script>
//   <coder-path></coder-path>
//
// Attributes: view="path | ceus | log | questions | rules", rules="article | latest", theme="light | dark | auto",
// home-page="https://…", where the page of its own is not index.html beside this file.

// The program is told of these two; the theme is the style sheet's business alone.
const ATTRIBUTES = ["view", "rules"];
// The page of its own says that it is one, and that a new version is ready.
const OF_HOME = ["home", "update"];
const PROPERTIES = [...ATTRIBUTES, "theme"];
const at = (name) => new URL(name, import.meta.url);

const base = new CSSStyleSheet();
base.replaceSync(":host { display: block !important } :host([hidden]) { display: none !important }");
// Room for the first question until it is there, so that the page does not jump: its height at the widget's own font
// size, in a narrow column and in a wide one.
const reserved = new CSSStyleSheet();
reserved.replaceSync(`
  :host { container-type: inline-size }
  .room { display: grid }
  .room > * { grid-area: 1 / 1; min-width: 0 }
  .room > :empty { font-size: medium; height: 60em }
  @container (min-width: 34.125em) { .room > :empty { height: 42em } }
`);

const FAILED =
  "The interactive part could not be started here. What you see is the fixed text; reloading the page may help.";
const STOPPED =
  "This widget has stopped because of an error in it. What was stored is still there. Please reload the page.";

// An audit pack is printed alone, for it is handed to somebody: of the page that the widget stands in nothing is to be on
// the paper. `#a#b#c` matches nothing and only makes these rules weigh more than the page's own; what stands around the widget
// is there, and takes no room. Only a sheet of the page itself can set the paper's margins.
const MARK = "coderpath-printed";
const alone = new CSSStyleSheet();
alone.replaceSync(`
  @page { margin: 15mm; @bottom-right {
    content: counter(page) " / " counter(pages); font: 9pt sans-serif; visibility: visible;
  } }
  @media print {
    :not(#a#b#c, [${MARK}], :has([${MARK}])) { display: none !important }
    :is(#a#b#c, [${MARK}], :has([${MARK}])) { all: initial !important; display: block !important }
    :is(#a#b#c, :has([${MARK}])) { font-size: 0 !important; visibility: hidden !important }
    :is(#a#b#c, :has([${MARK}]))::before, :is(#a#b#c, :has([${MARK}]))::after { display: none !important }
  }
`);

// One promise for all widgets: two concurrent starts would run two programs. Everything is asked for in the first
// moment, since files that are fetched one after the other took twice as long on a slow line.
let loading;
let stopped = false;
function load() {
  loading ??= Promise.all([
    import(at("coderpath.js").href),
    fetched("coderpath_bg.wasm"),
    fetched("styles/widget.css").then((response) => response.text()),
  ]).then(async ([program, wasm, css]) => {
    await program.default({ module_or_path: wasm });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return { program, sheet };
  });
  return loading;
}

async function fetched(name) {
  const response = await fetch(at(name));
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return response;
}

// A log goes into a link, and comes out of one, by the browser's own compression. It is fed piece by piece, and given up
// once more comes out than the program takes: so what unfolds a thousandfold holds nothing up.
const PIECE = 1024;
async function through(stream, bytes, most) {
  const pieces = new ReadableStream({
    start(to) {
      for (let at = 0; at < bytes.length; at += PIECE) to.enqueue(bytes.subarray(at, at + PIECE));
      to.close();
    },
  });
  const reader = pieces.pipeThrough(stream).getReader();
  const parts = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts);
    most -= value.length;
    if (most < 0) {
      reader.cancel();
      throw "large";
    }
    parts.push(value);
  }
}

const carrying = {
  async fold(text, most, page) {
    const folded = await through(new CompressionStream("deflate"), new TextEncoder().encode(text), most);
    const letters = Array.from(new Uint8Array(await folded.arrayBuffer()), (byte) => String.fromCharCode(byte)).join("");
    return `${page}#${btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
  },
  async unfold(letters, most) {
    const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt());
    return (await through(new DecompressionStream("deflate"), bytes, most)).text();
  },
};

class CoderPath extends HTMLElement {
  static observedAttributes = [...ATTRIBUTES, ...OF_HOME];

  // The widgets that are running, in the order in which they started.
  static #running = [];

  // A link to a result, in the fragment of the page's address, leads to one widget of the page. One with a log is for the
  // page of its own alone, and is taken out of the address before anything is done with it.
  static follow() {
    const fragment = location.hash.slice(1);
    const widget = CoderPath.#running[0];
    if (fragment.startsWith("coderpath=")) widget?.#tell("link", fragment);
    if (fragment.startsWith("coderpath-log=") && widget?.hasAttribute("home")) {
      history.replaceState(history.state, "", location.href.split("#")[0]);
      widget.#tell("log", fragment);
    }
  }

  // The widgets with an audit pack, and what they stand in, up to the page: each with its root.
  static #printed = [];

  static beforePrint() {
    for (const widget of CoderPath.#running) {
      if (widget.#shadow.querySelector(".pack") === null) continue;
      for (let at = widget; at; at = at.getRootNode().host) {
        const root = at.getRootNode();
        at.setAttribute(MARK, "");
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, alone];
        CoderPath.#printed.push([at, root]);
      }
    }
  }

  static afterPrint() {
    for (const [at, root] of CoderPath.#printed) {
      at.removeAttribute(MARK);
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== alone);
    }
    CoderPath.#printed = [];
  }

  #shadow;
  #place;
  #widget;
  #leaving;

  constructor() {
    super();
    this.#shadow = this.attachShadow({ mode: "open" });
    this.#wait();
  }

  connectedCallback() {
    clearTimeout(this.#leaving);
    if (this.#place) return;
    for (const name of PROPERTIES) {
      // A property that was set before the element was defined hides the accessor: put it through the accessor.
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    this.#place = document.createElement("div");
    this.#place.addEventListener("coderpath:carry", ({ detail }) => this.#carry(...detail));
    load().then(
      (loaded) => this.#start(loaded),
      (error) => {
        console.warn("coderpath could not be loaded:", error);
        this.#say(FAILED);
      },
    );
    addEventListener("coderpath:stopped", this);
  }

  disconnectedCallback() {
    // A move in the page is a removal and an insertion in one task: only who is still away after it has left.
    this.#leaving = setTimeout(() => this.#leave());
  }

  attributeChangedCallback(name, _before, value) {
    this.#tell(name, value);
  }

  #tell(name, value) {
    const widget = this.#widget;
    if (widget !== undefined) load().then(({ program }) => program.update(widget, name, value ?? undefined));
  }

  // The address of the page of its own: where the author says that it is, or else beside this file.
  #home() {
    let page = at("index.html");
    const named = this.hasAttribute("home") ? location.href : this.getAttribute("home-page");
    try {
      const other = new URL(named || page, document.baseURI);
      if (/^https?:$/.test(other.protocol)) page = other;
    } catch {
      // What is no address names no page.
    }
    page.hash = "";
    return page.href;
  }

  async #carry(how, text, most) {
    try {
      this.#tell(`${how}ed`, await carrying[how](text, most, this.#home()));
    } catch (error) {
      this.#tell(`${how}-failed`, error === "large" ? error : "CompressionStream" in globalThis ? "damaged" : "unable");
    }
  }

  handleEvent() {
    this.#widget = undefined;
    this.#say(STOPPED);
  }

  // Until the program is there, the children show through the slot as the page styles them.
  #wait() {
    const [room, around] = [document.createElement("div"), document.createElement("div")];
    room.className = "room";
    around.append(document.createElement("slot"));
    room.append(document.createElement("div"), around);
    this.#shadow.adoptedStyleSheets = [base, reserved];
    this.#shadow.replaceChildren(room);
  }

  #asked() {
    return ATTRIBUTES.map((name) => this.getAttribute(name) ?? undefined);
  }

  #start({ program, sheet }) {
    if (!this.#place || this.#widget !== undefined) return;
    if (stopped) {
      this.#say(STOPPED);
      return;
    }
    this.#shadow.adoptedStyleSheets = [base, sheet];
    this.#shadow.replaceChildren(this.#place);
    this.#widget = program.mount(this.#place, ...this.#asked());
    for (const name of OF_HOME) {
      if (this.hasAttribute(name)) this.#tell(name, this.getAttribute(name));
    }
    if (CoderPath.#running.push(this) === 1) CoderPath.follow();
  }

  #leave() {
    removeEventListener("coderpath:stopped", this);
    CoderPath.#running = CoderPath.#running.filter((widget) => widget !== this);
    if (this.#widget !== undefined) {
      const widget = this.#widget;
      load().then(({ program }) => program.unmount(widget));
    }
    this.#widget = undefined;
    this.#place = undefined;
    this.#wait();
  }

  #say(text) {
    this.#shadow.adoptedStyleSheets = [base];
    const line = document.createElement("p");
    line.setAttribute("role", "status");
    line.textContent = text;
    this.#shadow.replaceChildren(document.createElement("slot"), line);
  }
}

// Each property is its attribute, in both directions.
for (const name of PROPERTIES) {
  Object.defineProperty(CoderPath.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}

addEventListener("hashchange", () => CoderPath.follow());
addEventListener("beforeprint", () => CoderPath.beforePrint());
addEventListener("afterprint", () => CoderPath.afterPrint());

// An error in the program ends it for all widgets of the page, those to come included.
addEventListener("coderpath:stopped", () => {
  stopped = true;
});

if (!customElements.get("coder-path")) customElements.define("coder-path", CoderPath);
