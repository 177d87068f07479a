/* The search box: the theme's own look over search-engine.js. Nothing is fetched before the box is first used. */
(() => {
  "use strict";

  const box = document.querySelector("[data-ps-search]");
  if (!box) return;
  const $ = (selector) => box.querySelector(selector);
  const toggle = document.getElementById("__search"); // the theme's styles open and close the box by it
  const opener = document.querySelector("[data-ps-search-open]");
  const form = $("form");
  const input = $(".md-search__input");
  const status = $(".md-search-result__meta");
  const list = $(".md-search-result__list");
  const foot = $(".ps-search-foot");
  const home = new URL(box.dataset.root, location);

  const PER_VIEW = 10; // results added at a time
  const MOST_READ = 40; // pages read for them, so that no search transfers much more than its results

  let index = {};
  let words = {}; // come with index.json
  const say = (key, fields = {}) => (words[key] ?? "").replace(/\{(\w+)\}/g, (_, name) => fields[name]);

  const engine = plansiteSearch(new URL(box.dataset.index, location));
  const ways = plansiteNearest(engine);
  const elements = plansiteElements(home);
  const { link, button } = elements;
  const resultItem = plansiteResults(engine, elements, say);
  const narrowing = plansiteNarrowing(engine, elements, say, $(".ps-search-narrow"), refresh);
  const keys = { box, isOpen: () => toggle.checked, open, close, settled: () => running };
  const keysSwitch = plansiteKeys(keys, elements, say);

  /* ---- One search ---- */

  let turn = 0; // a newer search makes the answers of an older one void
  let running = Promise.resolve();

  async function search() {
    const mine = ++turn;
    const old = () => mine !== turn;
    try {
      index = await engine.load();
      words = index.words;
      let view = null;
      for await (const way of ways(input.value)) {
        if (old()) return;
        if (!way.parts.length) continue;
        if (!list.childElementCount) status.textContent = say("working");
        const facets = await narrowing.facets();
        const fits = narrowing.fitting(facets);
        view = { ...way, facets, kind: narrowing.kind(), found: way.pages.filter((page) => fits(page)), next: 0, shown: 0, old };
        const results = await next(view);
        if (old()) return;
        // What stands only outside the chosen range is found all the same: it is not looked for in other words.
        if (!view.shown && view.next === view.found.length && view.found.length === way.pages.length) continue;
        list.replaceChildren(...results.map(resultItem));
        break;
      }
      if (!view) clear(say("hint"));
      else if (!view.shown) list.replaceChildren();
      if (view) await narrowing.show(view);
      if (view && !old()) report(view);
      remember();
    } catch (error) {
      console.error(error);
      if (!old()) clear(say("failed") || box.dataset.failed);
    }
  }

  /** Return more results: pages are read and checked, best first, until enough of them match. */
  async function next(view) {
    list.setAttribute("aria-busy", "true");
    const until = view.shown + PER_VIEW;
    const end = Math.min(view.found.length, view.next + MOST_READ);
    const results = [];
    while (view.next < end && view.shown < until) {
      const batch = view.found.slice(view.next, Math.min(end, view.next + until - view.shown));
      const pages = await Promise.all(batch.map(engine.pageOf));
      if (view.old()) return [];
      const found = pages.map((page) => view.inspect(page, view.kind)).filter(Boolean);
      results.push(...found.sort((a, b) => b.merit - a.merit));
      view.next += batch.length;
      view.shown += found.length;
    }
    return results;
  }

  function report(view) {
    list.setAttribute("aria-busy", "false");
    const left = view.found.length - view.next;
    const count = view.shown + left;
    status.textContent = summary(view, count, left);
    foot.replaceChildren();
    if (!count && narrowing.any()) foot.append(button("ps-search-more", say("widen"), widen));
    if (!count || view.near) foot.append(link("index/", say("browse")), link("domains/", say("browse_domains")));
    if (!left || (view.near && view.shown)) return;
    foot.prepend(button("ps-search-more", say("more"), async () => {
      const last = list.lastElementChild;
      list.append(...(await next(view)).map(resultItem));
      report(view);
      (last?.nextElementSibling ?? last)?.querySelector("a").focus();
    }));
  }

  /** Return what was found, in words. */
  function summary(view, count, left) {
    if (!count) return say(narrowing.any() ? "out" : "none");
    if (view.near) return say("near");
    const part = !view.kind && engine.isExact(view.parts, index.mode) ? "shown" : "about";
    const key = !left ? (count === 1 ? "one" : "many") : view.shown ? part : "unsure";
    return (view.by ? say("by", { words: view.by }) : "") + say(key, { count, left, shown: view.shown, read: view.next });
  }

  async function widen() {
    narrowing.reset(false);
    await refresh();
    input.focus();
  }

  function clear(message) {
    list.setAttribute("aria-busy", "false");
    list.replaceChildren();
    narrowing.hide();
    status.textContent = message;
    foot.replaceChildren(link("index/", say("browse")), link("domains/", say("browse_domains")), keysSwitch());
  }

  /* ---- The address: going back, and passing on what was found ---- */

  /** Write query and choices into the address while the search is open. */
  function remember() {
    const query = toggle.checked ? input.value.trim() : "";
    pageAddress.put("q", query);
    pageAddress.put("within", query && narrowing.written());
  }

  /** Open the search that the address asks for. */
  async function recall() {
    const query = pageAddress.get("q").trim();
    if (!query) return;
    await narrowing.take(pageAddress.get("within"));
    open(query.slice(0, input.maxLength));
  }

  /* ---- Opening, closing ---- */

  function refresh() {
    list.setAttribute("aria-busy", "true");
    running = search();
    return running;
  }

  function show(open) {
    if (toggle.checked === open) return;
    toggle.checked = open;
    toggle.dispatchEvent(new Event("change")); // the theme locks the page behind
    opener.setAttribute("aria-expanded", open);
    if (open && !list.childElementCount) refresh();
  }

  function open(query) {
    show(true);
    input.focus();
    if (query === undefined) return;
    input.value = query;
    refresh();
  }

  function close() {
    const inside = box.contains(document.activeElement);
    show(false);
    remember();
    if (!inside) return;
    if (opener.offsetParent) opener.focus();
    else document.activeElement.blur();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await running; // Enter just after the last letter means the result of that letter
    list.querySelector("a")?.click();
  });

  form.addEventListener("reset", () => {
    narrowing.reset(true);
    setTimeout(() => open(""));
  });

  let pause;
  input.addEventListener("input", () => {
    show(true);
    clearTimeout(pause);
    list.setAttribute("aria-busy", "true");
    // A moment's rest between letters; a search that is due counts as running.
    running = new Promise((done) => { pause = setTimeout(() => done(search()), 120); });
  });
  input.addEventListener("focus", () => show(true));
  opener.addEventListener("click", (event) => { event.preventDefault(); open(); });
  opener.setAttribute("role", "button");
  for (const one of box.querySelectorAll("[data-ps-search-close]")) one.addEventListener("click", close);
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) { show(false); remember(); }
  });
  list.addEventListener("click", (event) => event.target.closest("a") && show(false));

  /* ---- Arriving with a question ---- */

  for (const other of document.querySelectorAll("[data-ps-ask]")) {
    other.addEventListener("submit", (event) => {
      event.preventDefault();
      open(other.elements.q.value);
    });
  }

  // Typed before this script came: what stands in the box counts.
  if (input.value && input === document.activeElement) open(input.value);
  else recall();
  addEventListener("pageshow", (event) => event.persisted && recall()); // back from a result

  const missing = document.querySelector("[data-ps-missing]");
  if (missing) plansiteMissing(missing, home, elements, open);
})();
