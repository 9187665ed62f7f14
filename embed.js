import init, { mount } from "./coderpath.js";
await init();
customElements.define("coder-path", class extends HTMLElement {
  connectedCallback() {
    const d = document.createElement("div");
    this.attachShadow({ mode: "open" }).append(d);
    mount(d);
  }
});
