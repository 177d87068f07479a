/* Runs before the page is painted, right after the choice of colours: says that scripts run, and shows the colours
   that the reader chose, or the system's. The choice is kept in this browser only. */
"use strict";

document.documentElement.classList.replace("no-js", "js");

(() => {
  const key = `${new URL(document.currentScript.dataset.scope, location).pathname}.__palette`;
  const options = [...document.querySelectorAll("input[name=__palette]")];
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function kept() {
    try {
      const index = JSON.parse(localStorage.getItem(key))?.index;
      return options[index] ? index : 0;
    } catch {
      return 0; // storage is closed, or holds something else
    }
  }

  function show(index) {
    const option = options[index];
    const system = `(prefers-color-scheme: ${dark.matches ? "dark" : "light"})`;
    const source = option.dataset.mdColorMedia === "(prefers-color-scheme)"
      ? options.find((one) => one.dataset.mdColorMedia === system) : option;
    for (const name of ["mdColorScheme", "mdColorPrimary", "mdColorAccent"]) {
      document.body.dataset[name] = source.dataset[name];
    }
    document.body.dataset.mdColorMedia = option.dataset.mdColorMedia;
    option.checked = true;
    options.forEach((one, at) => { one.nextElementSibling.hidden = at !== index; });
  }

  options.forEach((option, index) => option.addEventListener("change", () => {
    show(index);
    try {
      localStorage.setItem(key, JSON.stringify({ index }));
    } catch {
      // the choice holds for this page only
    }
  }));
  dark.addEventListener("change", () => show(kept()));
  show(kept());
})();
