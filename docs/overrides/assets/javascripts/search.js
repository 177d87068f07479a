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
  const narrow = $(".ps-search-narrow");
  const foot = $(".ps-search-foot");
  const home = new URL(box.dataset.root, location);
  const engine = globalThis.plansiteSearch(new URL(box.dataset.index, location));
  const ways = globalThis.plansiteNearest(engine);

  const PER_VIEW = 10; // results added at a time
  const MOST_READ = 40; // pages read for them, so that no search transfers much more than its results
  const FACETS = ["kind", "tier", "place", "domain", "plan"];

  /* ---- Words and elements ---- */

  let index = {};
  let words = {}; // come with index.json
  const say = (key, fields = {}) => (words[key] ?? "").replace(/\{(\w+)\}/g, (_, name) => fields[name]);

  function element(tag, className, ...content) {
    const one = document.createElement(tag);
    if (className) one.className = className;
    one.append(...content.filter((part) => part !== null && part !== ""));
    return one;
  }

  function link(address, ...content) {
    const one = element("a", "md-search-result__link", ...content);
    one.href = new URL(address, home);
    return one;
  }

  /** Return a stretch of text with the words found in it marked. */
  function marked(text, spans, from = 0, to = text.length) {
    const parts = [];
    const plain = (start, end) => text.slice(start, end).replaceAll("\n", " · ");
    let place = from;
    for (const [start, end] of spans) {
      if (start < place || end > to) continue;
      parts.push(plain(place, start), element("mark", "", plain(start, end)));
      place = end;
    }
    return [...parts, plain(place, to)];
  }

  /** Return the passage around the first word found, from the beginning of its sentence if that is near. */
  function snippet(hit) {
    const whole = `${hit.heading}\n${hit.text}`;
    const first = hit.spans.find(([start]) => start >= hit.edge)?.[0] ?? hit.edge;
    const wide = engine.startsHan(whole.slice(first)) ? 1 : 2.5; // Latin letters are narrower
    let from = Math.max(hit.edge, first - 30 * wide);
    const stops = ["。", "；", ". ", "; ", "\n"].map((stop) => whole.lastIndexOf(stop, first - 1) + 1);
    const space = whole.indexOf(" ", from) + 1;
    if (Math.max(...stops) >= from) from = Math.max(...stops);
    else if (from > hit.edge && space > 0 && space <= first) from = space;
    // A passage is a sentence or a few cells of a table: it ends with a line once it is long enough.
    const line = whole.indexOf("\n", first + 25 * wide);
    const to = Math.min(line < 0 ? whole.length : line, first + 80 * wide, whole.length);
    const parts = marked(whole, hit.spans, from, to);
    return element("span", "ps-hit__text", from > hit.edge ? "…" : "", ...parts, to < whole.length && to !== line ? "…" : "");
  }

  /* ---- Results ---- */

  function address(page, hit) {
    return page.url + (hit.anchor ? `#${encodeURIComponent(hit.anchor)}` : "");
  }

  function heading(hit) {
    return hit.anchor && hit.heading ? element("span", "ps-hit__heading", ...marked(hit.heading, hit.spans)) : null;
  }

  function resultItem({ page, also, hits }) {
    const [best] = hits;
    const title = page.passages[0][2] || page.url;
    const top = hits.find((hit) => !hit.anchor);
    const item = element("li", "md-search-result__item ps-hit", link(
      address(page, best),
      element("span", "ps-hit__title", ...marked(title, top ? top.spans.filter(([, end]) => end < top.edge) : [])),
      element("span", "ps-hit__over", [say(`kind_${best.kind}`), page.context].filter(Boolean).join(" · ")),
      heading(best),
      snippet(best),
      also.length ? element("span", "ps-hit__also", say("also") + also.join(", ")) : null,
    ));
    const more = hits.slice(1, 3).filter((hit) => hit.anchor);
    const rows = more.map((hit) => element("li", "", link(address(page, hit), heading(hit), snippet(hit))));
    if (rows.length) item.append(element("ul", "ps-hit__more", ...rows));
    return item;
  }

  /* ---- One search ---- */

  let turn = 0; // a newer search makes the answers of an older one void
  let chosen = {}; // facet: the value narrowed to
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
        const facets = Object.keys(chosen).length || narrow.querySelector("[open]") ? await engine.read("facets") : null;
        const fits = fitting(facets);
        view = { ...way, facets, kind: chosen.kind ?? "", found: way.pages.filter((page) => fits(page)), next: 0, shown: 0, old };
        const results = await next(view);
        if (old()) return;
        // What stands only outside the chosen range is found all the same: it is not looked for in other words.
        if (!view.shown && view.next === view.found.length && view.found.length === way.pages.length) continue;
        list.replaceChildren(...results.map(resultItem));
        break;
      }
      if (!view) clear(say("hint"));
      else if (!view.shown) list.replaceChildren();
      if (view) await showNarrowing(view);
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
    if (!count && Object.keys(chosen).length) foot.append(button(say("widen"), widen));
    if (!count || view.near) foot.append(link("index/", say("browse")), link("domains/", say("browse_domains")));
    if (!left || (view.near && view.shown)) return;
    foot.prepend(button(say("more"), async () => {
      const last = list.lastElementChild;
      list.append(...(await next(view)).map(resultItem));
      report(view);
      (last?.nextElementSibling ?? last)?.querySelector("a").focus();
    }));
  }

  /** Return what was found, in words. */
  function summary(view, count, left) {
    if (!count) return say(Object.keys(chosen).length ? "out" : "none");
    if (view.near) return say("near");
    const part = !view.kind && engine.isExact(view.parts, index.mode) ? "shown" : "about";
    const key = !left ? (count === 1 ? "one" : "many") : view.shown ? part : "unsure";
    return (view.by ? say("by", { words: view.by }) : "") + say(key, { count, left, shown: view.shown, read: view.next });
  }

  function button(word, act) {
    const one = element("button", "ps-search-more", word);
    one.type = "button";
    one.onclick = act;
    return one;
  }

  async function widen() {
    chosen = {};
    await refresh();
    input.focus();
  }

  function clear(message) {
    list.setAttribute("aria-busy", "false");
    list.replaceChildren();
    narrow.hidden = true;
    status.textContent = message;
    foot.replaceChildren(link("index/", say("browse")), link("domains/", say("browse_domains")), keysSwitch());
  }

  /* ---- Narrowing ---- */

  /** Return what tells whether a page is within what was chosen, without the choice of one facet if asked. */
  function fitting(facets) {
    const numbers = Object.entries(chosen).map(([key, value]) => [key, facets[key].values.indexOf(value)]);
    return (page, but = "") => numbers.every(([key, value]) => {
      const of = facets[key].pages[page];
      return key === but || (key === "kind" ? (of >> value) & 1 : of === value + 1);
    });
  }

  async function showNarrowing(view) {
    narrow.hidden = !view.pages.length;
    if (!narrow.childElementCount) {
      const details = element("details", "", element("summary", "", say("narrow")), element("div"));
      details.open = Object.keys(chosen).length > 0;
      details.ontoggle = () => details.open && !details.querySelector("select") && refresh();
      narrow.append(details);
    }
    if (!view.facets) return;
    const pages = await counted(view);
    if (!view.old()) narrow.querySelector("div").replaceChildren(...FACETS.map((key) => facetChoice(key, view, pages)));
  }

  /** Return for each page that may match what it holds, as bits of its kinds; checked if there are few, else as it may be. */
  async function counted(view) {
    const { values, pages } = view.facets.kind;
    view.sure = view.pages.length <= MOST_READ;
    if (!view.sure) return new Map(view.pages.map((page) => [page, pages[page]]));
    const read = await Promise.all(view.pages.map(engine.pageOf));
    const kinds = read.map((page) => values.reduce((bits, kind, n) => bits | (view.inspect(page, kind) ? 1 << n : 0), 0));
    const held = read.map((page) => view.inspect(page, ""));
    return new Map(view.pages.map((page, n) => [page, kinds[n]]).filter((_, n) => held[n]));
  }

  function facetChoice(key, view, found) {
    const { values, order, pages } = view.facets[key];
    const counts = values.map(() => 0);
    const fits = fitting({ ...view.facets, kind: { ...view.facets.kind, pages: Object.fromEntries(found) } });
    for (const [page, kinds] of found) {
      if (!fits(page, key)) continue;
      if (key !== "kind") counts[pages[page] - 1] += 1;
      else values.forEach((_, n) => { counts[n] += (kinds >> n) & 1; });
    }
    const select = element("select", "", new Option(say("any"), ""));
    for (const n of order ?? values.keys()) {
      const picked = chosen[key] === values[n];
      if (!counts[n] && !picked) continue;
      const word = key === "kind" ? say(`kind_${values[n]}`) : values[n];
      const count = view.sure ? counts[n] : say("roughly", { count: counts[n] });
      select.append(new Option(`${word} (${count})`, values[n], false, picked));
    }
    select.dataset.facet = key;
    select.onchange = async () => {
      if (select.value === "") delete chosen[key];
      else chosen[key] = select.value;
      await refresh();
      narrow.querySelector(`[data-facet="${key}"]`)?.focus();
    };
    return element("label", "", say(`facet_${key}`), select);
  }

  /* ---- The address: going back, and passing on what was found ---- */

  /** Write query and choices into the address while the search is open. */
  function remember() {
    const query = toggle.checked ? input.value.trim() : "";
    pageAddress.put("q", query);
    pageAddress.put("within", query && Object.entries(chosen).map((one) => one.join(".")).join("~"));
  }

  /** Open the search that the address asks for. */
  async function recall() {
    const query = pageAddress.get("q").trim();
    if (!query) return;
    const within = pageAddress.get("within").split("~").map((one) => [one.split(".", 1)[0], one.replace(/^[^.]*\./, "")]);
    const given = within.filter(([key]) => FACETS.includes(key));
    const facets = given.length ? await engine.read("facets").catch(() => null) : null;
    chosen = Object.fromEntries(given.filter(([key, value]) => facets?.[key].values.includes(value)));
    narrow.replaceChildren();
    open(query.slice(0, input.maxLength));
  }

  /* ---- Opening, closing, keys ---- */

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
    if (event.key === "Escape" && toggle.checked) return close();
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (typing || toggle.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!["/", "s", "f"].includes(event.key) || !keysOn()) return;
    event.preventDefault();
    open();
    input.select();
  });

  box.addEventListener("keydown", async (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const places = ".md-search__input, .md-search__output a, .ps-search-more";
    if (!step || !event.target.matches(places)) return;
    event.preventDefault();
    await running; // a result that is about to be replaced would take the focus with it
    const stops = [...box.querySelectorAll(places)];
    const at = stops.indexOf(document.activeElement);
    if (at >= 0) stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await running; // Enter just after the last letter means the result of that letter
    list.querySelector("a")?.click();
  });

  form.addEventListener("reset", () => {
    chosen = {};
    narrow.replaceChildren();
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
  if (missing) offerWords(missing);

  /** On the 404 page: say what was asked for, and search for its words. */
  function offerWords(place) {
    let path = location.pathname;
    try { path = decodeURI(path); } catch { /* not UTF-8, as in old links; it stays as it was typed */ }
    const base = decodeURI(home.pathname);
    const below = path.startsWith(base) ? path.slice(base.length) : path;
    const found = below.replace(/\.html?$/, "").match(/[\p{L}\p{N}]+/gu) ?? [];
    const unique = [...new Set(found.filter((word) => !["en", "index", "plans"].includes(word)))];
    place.querySelector("[data-ps-asked]").textContent = path;
    for (const other of place.querySelectorAll("[data-ps-other]")) other.href += `?q=${encodeURIComponent(unique.join(" "))}`;
    const all = unique.length > 1 ? [unique.join(" ")] : [];
    for (const word of [...all, ...unique]) {
      const button = element("button", "ps-tag", word);
      button.type = "button";
      button.onclick = () => open(word);
      place.querySelector("[data-ps-words]").append(button, " ");
    }
    place.hidden = !unique.length;
  }
})();
