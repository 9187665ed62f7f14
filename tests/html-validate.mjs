// How html-validate reads the pages of a release: by every rule but those that stand below.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:standard", "html-validate:a11y", "html-validate:document"],
  rules: {
    // Both ways of writing them are HTML; ours is the one that formatters write.
    "doctype-style": "off",
    "void-style": "off",
    // Trunk leaves empty lines where its own links stood.
    "no-trailing-whitespace": "off",
    // The style for phones draws the rows of a table as blocks, which takes their roles away where they are not written.
    "no-redundant-role": "off",
    // What lies beside the page is published with it; only what lies elsewhere could change behind its back.
    "require-sri": ["error", { target: "crossorigin" }],
  },
};
