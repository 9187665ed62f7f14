// What the tests of faults run inside a page: one action of the log over and over, and each time one call to
// localStorage goes wrong in one way. Then the log is opened anew, and must be the one from before the action or the one
// from after it.
//
// To open it anew is to mount another widget: it reads storage as a fresh page does, in a tenth of the time.
window.Faults = (() => {
  const calls = ["getItem", "setItem", "removeItem"];
  const real = Object.fromEntries(calls.map((name) => [name, Storage.prototype[name]]));
  const is = (name) => (call) => call === name;
  const thrown = (value) => () => {
    throw value();
  };
  const refused = () => new DOMException("The operation is insecure.", "SecurityError");

  // Each way: which calls can go wrong like that, and what is done then.
  const ways = {
    "is full": [() => true, thrown(() => new DOMException("Exceeded the quota.", "QuotaExceededError"))],
    "is refused": [() => true, thrown(refused)],
    "throws a text": [() => true, thrown(() => "no")],
    "throws nothing": [() => true, thrown(() => undefined)],
    "stores half": [is("setItem"), (store, [key, text]) => real.setItem.call(store, key, text.slice(0, text.length / 2))],
    "stores nothing": [is("setItem"), () => {}],
    "gives other bytes": [is("getItem"), (store, given) => `${real.getItem.apply(store, given)} `.replace("e", "3")],
    "gives nothing": [is("getItem"), () => null],
    "dies": [() => true, thrown(refused)],
  };

  // The calls that were made since it was armed; `fault` says which of them goes wrong, and how.
  let made;
  function arm(fault) {
    made = [];
    for (const name of calls) {
      Storage.prototype[name] = function (...given) {
        const place = made.push(name) - 1;
        const isHit = fault && (place === fault.at || (fault.way === "dies" && place > fault.at));
        return isHit ? ways[fault.way][1](this, given) : real[name].apply(this, given);
      };
    }
  }
  const disarm = () => Object.assign(Storage.prototype, real);

  const turn = () => new Promise((done) => setTimeout(done));
  async function until(what, condition) {
    const deadline = performance.now() + 10000;
    while (!condition()) {
      if (performance.now() > deadline) throw new Error(`in vain: ${what}`);
      await turn();
    }
  }

  const tidy = (text) => text.replace(/\s+/g, " ").trim();
  const textOf = (part) => tidy(part?.textContent ?? "");

  class Page {
    static async open() {
      const host = document.createElement("coder-path");
      host.setAttribute("view", "log");
      document.body.append(host);
      const page = new Page(host);
      await until("a log is opened", () => page.one(".log"));
      return page;
    }

    constructor(host) {
      this.host = host;
    }

    all(css) {
      return [...(this.host.shadowRoot?.querySelectorAll(css) ?? [])];
    }

    one(css) {
      return this.all(css)[0];
    }

    async close() {
      this.host.remove();
      // It is unmounted a turn later, since it might only have been moved.
      await turn();
      await turn();
    }

    async find(css, words) {
      let found;
      const isIt = (part) => [textOf(part), part.ariaLabel].includes(words);
      await until(`${css} ${words}`, () => (found = words ? this.all(css).find(isIt) : this.one(css)));
      return found;
    }

    async press(words) {
      (await this.find("button", words)).click();
    }

    async fill(css, text) {
      const field = await this.find(css);
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    }

    async unfold(words) {
      (await this.find("summary", words)).parentElement.open = true;
    }

    async hold(credential) {
      await this.unfold("What I hold, and my two-year period");
      (await this.find("label", credential)).click();
    }

    // What the log says, thing by thing. A new entry has another name each time, so it is known by its text.
    log(known) {
      // What is held is seen by how many CEUs AAPC asks for.
      const things = { profile: textOf(this.one(".standing [data-body=aapc] .total")).split(" of ").at(-1) };
      things["profile's conflict"] = textOf(this.one(".warnings .conflict table"));
      for (const entry of this.all(".entry")) {
        const text = [".entry-text", ".claims", ".conflict table"].map((css) => textOf(entry.querySelector(css))).join();
        things[known.includes(entry.id) ? entry.id : text] = text;
      }
      return things;
    }

    get isToldOf() {
      return this.all(".keeping .warning").length > 0;
    }

    // An import that cannot be stored takes itself back.
    get isTakenBack() {
      return this.text().includes("so nothing was imported");
    }

    get notice() {
      return textOf(this.one(".notice"));
    }

    text() {
      return textOf(this.one(".log")) + this.all("input:checked").length;
    }

    // Until what was just done is done, and what follows from it in the next turns.
    async rest(before, isBegun = () => true) {
      let last = before;
      let quiet = 0;
      await until("something changed", () => {
        const now = this.text();
        quiet = now === last ? quiet + 1 : 0;
        last = now;
        return isBegun() && now !== before && quiet > 1;
      });
    }
  }

  // What a person does: what leads up to it, and what is watched. Each of the former is done when the page has changed.
  const change = async (page) => {
    await page.press("Change: Modifiers 25 and 59");
    await page.fill("#title", "Modifiers, changed");
  };
  const form = async (page) => {
    (await page.find("#add")).click();
    await page.fill("#title", "A new one");
    await page.fill("#aapc-ceus", "2.5");
  };
  const save = (page) => page.press("Save");
  const remove = (page) => page.press("Delete: Chapter meeting");
  const step = (way) => async (page) => (await page.find(`#${way}`)).click();
  const [undo, redo] = [step("undo"), step("redo")];
  const hold = (page) => page.hold("CPC-H (now COC)");
  const settle = (number) => (page) => page.press(`Keep version ${number}`);
  const keepBoth = (page) => page.press("Keep each as an activity of its own");
  const toEnter = "Mark as entered: October 5, 2026 · Modifiers 25 and 59";
  // An account's details are drawn once they are opened.
  const inDetail = async (page) => {
    (await page.find("[data-body=aapc] details.all")).open = true;
    await page.find("button", toEnter);
  };
  const entered = (page) => page.press(toEnter);
  const choose = async (page, css, file, name) => {
    const chosen = new DataTransfer();
    chosen.items.add(new File([file], name));
    const field = await page.find(css);
    field.files = chosen.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const open = (file) => async (page) => {
    await page.unfold("Where your log lives, and backups");
    await choose(page, "#open-backup", file, "backup.json");
    await page.find("button", "Restore");
  };
  const restore = (page) => page.press("Restore");
  const toImport = "Import 2 activities";
  const openSheet = async (page) => {
    await page.unfold("From a spreadsheet, and to one");
    const rows = "Date,Title,AAPC CEUs\n2026-03-05,From a list,1.5\n2026-04-06,From a list too,2\n";
    await choose(page, "#open-sheet", rows, "list.csv");
    await page.find("button", toImport);
  };
  // It goes on in slices.
  const importIt = async (page) => {
    await page.press(toImport);
    await until("imported or taken back", () => page.notice.startsWith("Imported") || page.isTakenBack);
  };
  const lose = async (page) => {
    for (const key of Object.keys(localStorage)) if (/:entry:[ab]:/.test(key)) localStorage.removeItem(key);
    dispatchEvent(new StorageEvent("storage"));
    await page.find("button", "Store them again");
  };
  const putBack = (page) => page.press("Store them again");

  const actions = (file) => ({
    "typing and adding": [[], async (page) => { await form(page); await save(page); }],
    "adding": [[form], save],
    "undoing what was added": [[form, save], undo],
    "changing": [[change], save],
    "undoing a change": [[change, save], undo],
    "deleting": [[], remove],
    "undoing a deletion": [[remove], undo],
    "deleting again": [[remove, undo], redo],
    "marking as entered": [[inDetail], entered],
    "telling what is held": [[], hold],
    "undoing what is held": [[hold], undo],
    "settling a conflict": [[], settle(1)],
    "undoing that the older was chosen": [[settle(1)], undo],
    "undoing that the newer was chosen": [[settle(2)], undo],
    "keeping both": [[], keepBoth],
    "undoing that both were kept": [[keepBoth], undo],
    "restoring a backup": [[open(file)], restore],
    "undoing what was restored": [[open(file), restore], undo],
    "putting back what was removed": [[lose], putBack],
    "importing a spreadsheet": [[openSheet], importIt],
    "undoing an import": [[openSheet, importIt], undo],
  });

  async function prepare(items, before) {
    localStorage.clear();
    for (const [key, text] of Object.entries(items)) localStorage.setItem(key, text);
    const page = await Page.open();
    for (const one of before) {
      const text = page.text();
      await one(page);
      await page.rest(text);
    }
    return page;
  }

  async function act(page, action, fault) {
    const text = page.text();
    arm(fault);
    await action(page);
    await page.rest(text, () => made.length > 0);
  }

  async function seen() {
    const fresh = await Page.open();
    const [log, damaged] = [fresh.log(ideal.known), fresh.all(".unread .warning").length];
    await fresh.close();
    return { log, damaged };
  }

  const foreign = () => Object.entries(localStorage).filter(([key]) => !key.startsWith("coderpath:")).sort().join();

  // What a fresh page may not show, given what the log was before and what it is to be.
  function wrong(log, before, after) {
    const things = new Set([before, after, log].flatMap(Object.keys));
    return [...things].filter((thing) => log[thing] !== before[thing] && log[thing] !== after[thing]);
  }
  const isSame = (one, other) => wrong(one, other, other).length === 0;

  // The action that is run in all ways: how it goes where nothing fails.
  let ideal;

  // Does an action where nothing fails, and tells how many calls it makes.
  async function begin(name, items, file) {
    const [steps, action] = actions(file)[name];
    const ids = Object.keys(items).filter((key) => key.includes(":entry:"));
    const known = ids.map((key) => `entry-${key.split(":")[3]}`);
    const page = await prepare(items, steps);
    ideal = { name, items, steps, action, known };
    ideal.before = (await seen()).log;
    await act(page, action);
    disarm();
    if (page.isToldOf) throw new Error(`${name}: a warning where nothing failed`);
    Object.assign(ideal, { calls: made, notice: page.notice, foreign: foreign() });
    ideal.after = (await seen()).log;
    await page.close();
    return ideal.calls.length;
  }

  // Does it once more for each way in which this call can go wrong. What is wrong with what came of it.
  async function fail(at) {
    const { before, after } = ideal;
    const call = ideal.calls[at];
    const possible = Object.keys(ways).filter((way) => ways[way][0](call));
    const problems = [];
    for (const way of possible) {
      const note = (problem) => problems.push(`${ideal.name}, call ${at}, ${call} ${way}: ${problem}`);
      const page = await prepare(ideal.items, ideal.steps);
      await act(page, ideal.action, { at, way });
      const { isToldOf, isTakenBack, notice } = page;
      disarm();

      const fresh = await seen();
      for (const thing of wrong(fresh.log, before, after)) note(`${thing} is ${fresh.log[thing]}`);
      if (fresh.damaged > 0) note("something is damaged");
      if (!isSame(fresh.log, after) && !isToldOf && !isTakenBack) note("not stored, and nothing told");
      if (isTakenBack && way !== "dies" && !isSame(fresh.log, before)) note("not all of it was taken back");
      if (isToldOf && ideal.notice && notice === ideal.notice) note(`said “${notice}” though it was not stored`);
      if (foreign() !== ideal.foreign) note("something of others was touched");
      if (way === "dies") {
        // A tab that dies says nothing more. This one would leave to the next widget what it could not store.
        await page.close();
        continue;
      }

      // Once the page is seen again, what failed is tried again.
      if (isToldOf) {
        document.dispatchEvent(new Event("visibilitychange"));
        await until(`${ideal.name}, call ${at}, ${call} ${way}: stored at last`, () => !page.isToldOf);
        const last = await seen();
        if (!isSame(last.log, after)) note("not stored when tried again");
        if (last.damaged > 0) note("something damaged stays");
      }
      await page.close();
    }
    return { cases: possible.length, problems };
  }

  return { begin, fail, names: Object.keys(actions("")) };
})();
