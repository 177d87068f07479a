/* The choice of colours. The style sheet follows the system by itself; this shows what the reader chose instead, as
   early as it can without keeping the page waiting. The choice is kept in this browser only.
   And whoever comes to a place far down, by a link or by going back, gets the page whole at once (see frame.js).
   All other scripts are fetched once the page has been painted, so that reading never waits for them. */
"use strict";

(() => {
  if (!document.currentScript.async) return; // what it is there for a second time: see base.html
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
    const scheme = index === 2 ? "slate" : "default";
    if (root.dataset.mdColorMedia !== choices[index]) root.dataset.mdColorMedia = choices[index];
    if (root.dataset.mdColorScheme !== scheme) root.dataset.mdColorScheme = scheme;
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

  /* The rest waits for the first paint, told by the browser once it is on the screen; where none is told, as by a page
     in the background, for the frame after the next, and no longer than three seconds. */
  const shown = new Promise((done) => {
    setTimeout(done, 3000);
    if (self.PerformanceObserver?.supportedEntryTypes?.includes("paint")) {
      new PerformanceObserver((list) => {
        if (list.getEntriesByName("first-contentful-paint").length) done();
      }).observe({ type: "paint", buffered: true });
    } else {
      const frames = () => requestAnimationFrame(() => requestAnimationFrame(done));
      if (document.readyState === "loading") addEventListener("DOMContentLoaded", frames);
      else frames();
    }
  });
  const then = document.createElement("script");
  then.src = document.currentScript.dataset.then;
  shown.then(() => {
    wire();
    setTimeout(() => document.head.append(then));
  });

  const came = performance.getEntriesByType("navigation")[0]?.type;
  if (location.hash || (came && came !== "navigate")) root.classList.add("ps-whole");
  show(kept());
})();
