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

  const PER_VIEW = 10; // results added at a time
  const MOST_READ = 40; // pages read for them, so that no search transfers much more than its results
  const FACETS = ["kind", "tier", "place", "domain", "plan"];

  /* ---- Words and elements ---- */

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
  let chosen = {}; // facet: number of the value narrowed to
  let running = Promise.resolve();

  async function search() {
    const mine = ++turn;
    const old = () => mine !== turn;
    try {
      words = (await engine.load()).words;
      const parts = await engine.parse(input.value);
      if (old()) return;
      if (!parts.length) return clear(say("hint"));
      if (!list.childElementCount) status.textContent = say("working");
      const all = await engine.candidates(parts);
      const facets = Object.keys(chosen).length || narrow.querySelector("[open]") ? await engine.read("facets") : null;
      if (old()) return;
      const found = all.filter((page) => fits(facets, page));
      const kind = "kind" in chosen ? facets.kind.values[chosen.kind] : "";
      list.replaceChildren();
      showNarrowing(facets, all);
      await extend({ parts, kind, found, next: 0, shown: 0, old });
    } catch (error) {
      console.error(error);
      if (!old()) clear(say("failed") || box.dataset.failed);
    }
  }

  /** Show more results: pages are read and checked, best first, until enough of them match. */
  async function extend(view) {
    list.setAttribute("aria-busy", "true");
    const until = view.shown + PER_VIEW;
    const end = Math.min(view.found.length, view.next + MOST_READ);
    while (view.next < end && view.shown < until) {
      const batch = view.found.slice(view.next, Math.min(end, view.next + until - view.shown));
      const pages = await Promise.all(batch.map(engine.pageOf));
      if (view.old()) return;
      const results = pages.map((page) => engine.inspect(page, view.parts, view.kind)).filter(Boolean);
      view.next += batch.length;
      view.shown += results.length;
      list.append(...results.map(resultItem));
    }
    report(view);
  }

  function report(view) {
    list.setAttribute("aria-busy", "false");
    const left = view.found.length - view.next;
    const count = view.shown + left;
    const part = !view.kind && engine.isExact(view.parts) ? "shown" : "about";
    const key = !count ? "none" : !left ? (count === 1 ? "one" : "many") : view.shown ? part : "unsure";
    status.textContent = say(key, { count, left, shown: view.shown, read: view.next });
    foot.replaceChildren();
    if (!count) foot.append(link("index/", say("browse")), link("domains/", say("browse_domains")));
    if (!left) return;
    const more = element("button", "ps-search-more", say("more"));
    more.type = "button";
    more.onclick = async () => {
      const last = list.lastElementChild;
      await extend(view);
      (last?.nextElementSibling ?? last)?.querySelector("a").focus();
    };
    foot.append(more);
  }

  function clear(message) {
    list.setAttribute("aria-busy", "false");
    list.replaceChildren();
    narrow.hidden = true;
    status.textContent = message;
    foot.replaceChildren(link("index/", say("browse")), link("domains/", say("browse_domains")), keysSwitch());
  }

  /* ---- Narrowing ---- */

  function fits(facets, page, but = "") {
    return Object.entries(chosen).every(([key, value]) => {
      const of = facets[key].pages[page];
      return key === but || (key === "kind" ? (of >> value) & 1 : of === value + 1);
    });
  }

  function showNarrowing(facets, all) {
    narrow.hidden = !all.length;
    if (!narrow.childElementCount) {
      const details = element("details", "", element("summary", "", say("narrow")), element("div"));
      details.ontoggle = () => details.open && refresh();
      narrow.append(details);
    }
    if (facets) narrow.querySelector("div").replaceChildren(...FACETS.map((key) => facetChoice(key, facets, all)));
  }

  function facetChoice(key, facets, all) {
    const { values, order, pages } = facets[key];
    const counts = values.map(() => 0);
    for (const page of all.filter((one) => fits(facets, one, key))) {
      if (key !== "kind") counts[pages[page] - 1] += 1;
      else values.forEach((_, n) => { counts[n] += (pages[page] >> n) & 1; });
    }
    const select = element("select", "", new Option(say("any"), ""));
    for (const n of order ?? values.keys()) {
      if (!counts[n] && chosen[key] !== n) continue;
      const word = key === "kind" ? say(`kind_${values[n]}`) : values[n];
      select.append(new Option(`${word} (${counts[n]})`, n, false, chosen[key] === n));
    }
    select.dataset.facet = key;
    select.onchange = async () => {
      if (select.value === "") delete chosen[key];
      else chosen[key] = Number(select.value);
      await refresh();
      narrow.querySelector(`[data-facet="${key}"]`)?.focus();
    };
    return element("label", "", say(`facet_${key}`), select);
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
    if (event.relatedTarget && !box.contains(event.relatedTarget)) show(false);
  });
  list.addEventListener("click", (event) => event.target.closest("a") && show(false));

  /* ---- Arriving with a question ---- */

  for (const other of document.querySelectorAll("[data-ps-ask]")) {
    other.addEventListener("submit", (event) => {
      event.preventDefault();
      open(other.elements.q.value);
    });
  }

  const asked = new URLSearchParams(location.search).get("q");
  if (asked) open(asked);
  else if (input.value && input === document.activeElement) open(input.value); // typed before this script came

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
