(() => {
  const shift = Date.parse("DAYT12:00:00Z") - Date.now();
  const now = Date.now;
  window.Date = new Proxy(Date, {
    apply: () => new window.Date().toString(),
    construct: (date, args, self) => Reflect.construct(date, args.length > 0 ? args : [now() + shift], self),
    get: (date, key) => (key === "now" ? () => now() + shift : date[key]),
  });
})();
