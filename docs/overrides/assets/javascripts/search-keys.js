/* The keys of the search box: `/` opens it, arrows go through the results, Escape closes it. */
globalThis.plansiteKeys = (search, elements, say) => {
  "use strict";

  const { box, isOpen, open, close, settled } = search;
  const { element } = elements;

  /** Single-key shortcuts can be turned off (WCAG 2.1.4); the choice is kept on the device. */
  const KEYS = "plansite.search.keys";
  const keysOn = () => { try { return localStorage.getItem(KEYS) !== "off"; } catch { return true; } };

  function keysSwitch() {
    const check = element("input");
    check.type = "checkbox";
    check.checked = keysOn();
    check.onchange = () => { try { localStorage.setItem(KEYS, check.checked ? "on" : "off"); } catch { /* private mode */ } };
    return element("label", "ps-search-keys", check, say("keys"));
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) return close();
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (typing || isOpen() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!["/", "s", "f"].includes(event.key) || !keysOn()) return;
    event.preventDefault();
    open();
    box.querySelector(".md-search__input").select();
  });

  box.addEventListener("keydown", async (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const places = ".md-search__input, .md-search__output a, .ps-search-more";
    if (!step || !event.target.matches(places)) return;
    event.preventDefault();
    await settled(); // a result that is about to be replaced would take the focus with it
    const stops = [...box.querySelectorAll(places)];
    const at = stops.indexOf(document.activeElement);
    if (at >= 0) stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
  });

  return keysSwitch;
};
