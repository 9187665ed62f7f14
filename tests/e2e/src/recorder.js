// Keeps what a page says to its console, what fails in it and what it asks of other hosts, for the test to read.
// The server puts it first into every HTML page, as a script of the same origin, so that a strict CSP lets it in.
// It has to work in every engine, in frames, and without a request or a stored key of its own.
(() => {
  "use strict";

  const inFrame = window.top !== window;
  const MARK = "__recorded:";
  let entries = [];

  // A page can leave by itself (a link, a form) before the test reads. window.name stays with the tab,
  // costs no request, and leaves storage as the page made it. It has to be written at once:
  // what is written while the page is hidden does not reach the next one in Chromium.
  function keep() {
    if (entries.length > 0 || window.name.startsWith(MARK)) window.name = MARK + JSON.stringify(entries);
  }
  function takeBack() {
    entries = window.name.startsWith(MARK) ? JSON.parse(window.name.slice(MARK.length)) : [];
  }

  function record(kind, text) {
    // Long enough for any message, short enough for the report of a failure.
    const entry = { kind, text: String(text).slice(0, 4000) };
    if (inFrame) {
      window.top.postMessage({ [MARK]: entry }, "*");
      return;
    }
    entries.push(entry);
    keep();
  }

  function worded(value) {
    if (typeof value === "string") return value;
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    try {
      const json = typeof value === "object" ? JSON.stringify(value) : undefined;
      return json === undefined ? String(value) : json;
    } catch {
      return Object.prototype.toString.call(value);
    }
  }

  for (const level of ["log", "info", "warn", "error", "debug", "trace", "dir", "table"]) {
    const original = console[level];
    console[level] = function (...values) {
      record(`console.${level}`, values.map(worded).join(" "));
      return original.apply(this, values);
    };
  }
  const assert = console.assert;
  console.assert = function (holds, ...values) {
    if (!holds) record("console.assert", values.map(worded).join(" "));
    return assert.call(this, holds, ...values);
  };

  // In the capture phase, because the error of an element that could not load does not bubble.
  window.addEventListener(
    "error",
    (event) => {
      if (event instanceof ErrorEvent) {
        record("error", `${event.message} (${event.filename}:${event.lineno})`);
      } else if (event.target instanceof Element) {
        const { localName, src, href } = event.target;
        record("load error", `<${localName}> ${src || href || ""}`);
      }
    },
    true,
  );
  window.addEventListener("unhandledrejection", (event) => {
    record("unhandled rejection", worded(event.reason));
  });
  document.addEventListener("securitypolicyviolation", (event) => {
    record("policy violation", `${event.effectiveDirective} ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`);
  });

  // The test's server sees only what is asked of itself; this sees the rest.
  function recordRequests(list) {
    for (const { name } of list) {
      if (!/^(https?|wss?):/.test(name) || new URL(name).origin === location.origin) continue;
      record("foreign request", name);
    }
  }
  const observer = new PerformanceObserver((list) => recordRequests(list.getEntries()));
  observer.observe({ type: "resource", buffered: true });

  if (inFrame) return;

  window.addEventListener("message", (event) => {
    const entry = event.data?.[MARK];
    if (!entry) return;
    // The page must not see messages that it would not get without the recorder.
    event.stopImmediatePropagation();
    record(entry.kind, `${entry.text} (in a frame)`);
  });

  takeBack();
  // A page that comes back from the history as it was has old entries; what the tab has is the truth.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) takeBack();
  });

  Object.defineProperty(window, "__recorded", {
    value: {
      drain() {
        recordRequests(observer.takeRecords());
        const drained = entries;
        entries = [];
        keep();
        return drained;
      },
    },
  });
})();
