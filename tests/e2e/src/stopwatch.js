// Notes for each key press how long it was until the page was painted, and what was written meanwhile.
//
// The time begins with the event's own stamp, which is that of the press and not that of the handler. It ends in a task
// that is posted from inside the next frame: the frame's callbacks run just before it is laid out and painted, and such a
// task runs first after. So waiting for the frame is part of it, as it is for a reader. The browser's own
// PerformanceEventTiming rounds to 8 ms.
(() => {
  const presses = [];
  const written = { records: 0, drafts: 0, other: 0, removed: 0 };
  const { setItem, removeItem } = Storage.prototype;
  const kind = (key) => (/^coderpath:\d/.test(key) ? "records" : key.startsWith("coderpath:draft:") ? "drafts" : "other");
  Storage.prototype.setItem = function (key, text) {
    written[kind(key)] += 1;
    return setItem.call(this, key, text);
  };
  Storage.prototype.removeItem = function (key) {
    written.removed += 1;
    return removeItem.call(this, key);
  };
  // To measure takes time too, so what it needs is made beforehand.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data: drawn }) => {
    const now = performance.now();
    for (const press of presses.slice(0, drawn)) if (press.millis === null) Object.assign(press, written, { millis: now - press.began });
  };
  const frame = () => port2.postMessage(presses.length);
  const note = (event) => {
    presses.push({ key: event.key, began: event.timeStamp, millis: null });
    for (const name of Object.keys(written)) written[name] = 0;
    requestAnimationFrame(frame);
  };
  addEventListener("keydown", note, true);
  window.stopwatch = {
    take: () => (presses.every(({ millis }) => millis !== null) ? presses.splice(0) : null),
    // Once the page has nothing left to do: what the last key brought about is over, and holds up no other. An idle callback
    // is not the way to know: a page that draws no further frame, as one without a blinking caret, is never told it is idle.
    settle: () => new Promise((settled) => requestAnimationFrame(() => scheduler.postTask(() => settled(true), { priority: "background" }))),
    // How long a fixed piece of work takes: what the slowing of the processor comes to, and whether it is held up otherwise.
    work: () => {
      const start = performance.now();
      let sum = 0;
      for (let n = 0; n < 2e7; n += 1) sum = (sum + n * n) | 0;
      return performance.now() - start + sum * 0;
    },
  };
})();
