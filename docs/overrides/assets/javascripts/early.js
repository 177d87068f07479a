/* The choice of colours. The style sheet follows the system by itself; this shows what the reader chose instead, as
   early as it can without keeping the page waiting. The choice is kept in this browser only.
   And whoever comes to a place far down, by a link or by going back, gets the page whole at once (see frame.js).
   All other scripts are fetched once the page has been painted, so that reading never waits for them. */
"use strict";

(() => {
  const root = document.documentElement;
  const key = `${new URL(document.currentScript.dataset.scope, location).pathname}.__palette`;
  const choices = ["(prefers-color-scheme)", "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"];

  function kept() {
    try {
      const index = JSON.parse(localStorage.getItem(key))?.index;
      return choices[index] ? index : 0;
    } catch {
      return 0; // storage is closed, or holds something else
    }
  }

  function show(index) {
    root.dataset.mdColorMedia = choices[index];
    root.dataset.mdColorScheme = index === 2 ? "slate" : "default";
  }

  /* The switch in the header shows its next step. */
  function wire() {
    const options = [...document.querySelectorAll("input[name=__palette]")];
    const mark = (index) => {
      options[index].checked = true;
      options.forEach((one, at) => { one.nextElementSibling.hidden = at !== index; });
    };
    options.forEach((option, index) => option.addEventListener("change", () => {
      show(index);
      mark(index);
      try {
        localStorage.setItem(key, JSON.stringify({ index }));
      } catch {
        // the choice holds for this page only
      }
    }));
    mark(kept());
  }

  const read = document.readyState === "loading"
    ? new Promise((done) => { addEventListener("DOMContentLoaded", done); }) : Promise.resolve();
  const painted = new Promise((done) => {
    new PerformanceObserver(done).observe({ type: "paint", buffered: true });
    setTimeout(done, 3000); // a page in the background is not painted
  });
  const then = document.createElement("script");
  then.src = document.currentScript.dataset.then;
  Promise.all([read, painted]).then(() => setTimeout(() => document.head.append(then)));

  const came = performance.getEntriesByType("navigation")[0]?.type;
  if (location.hash || (came && came !== "navigate")) root.classList.add("ps-whole");
  show(kept());
  read.then(wire);
})();
