/* What results are narrowed by: the choices below the search box, how many pages each leaves, and their address. */
globalThis.plansiteNarrowing = (engine, elements, say, place, refresh) => {
  "use strict";

  const { element } = elements;
  const FACETS = ["kind", "tier", "place", "domain", "plan"];
  const MOST_COUNTED = 40; // pages read to count them truly; of more it is said how many there are roughly

  let chosen = {}; // facet: the value narrowed to
  const any = () => Object.keys(chosen).length > 0;

  /** Return the columns of the facets if they are needed: something is chosen, or the choices are in sight. */
  async function facets() {
    return any() || place.querySelector("[open]") ? engine.read("facets") : null;
  }

  /** Return what tells whether a page is within what was chosen, without the choice of one facet if asked. */
  function fitting(columns) {
    const numbers = Object.entries(chosen).map(([key, value]) => [key, columns[key].values.indexOf(value)]);
    return (page, but = "") => numbers.every(([key, value]) => {
      const of = columns[key].pages[page];
      return key === but || (key === "kind" ? (of >> value) & 1 : of === value + 1);
    });
  }

  async function show(view) {
    place.hidden = !view.pages.length;
    if (!place.childElementCount) {
      const details = element("details", "", element("summary", "", say("narrow")), element("div"));
      details.open = any();
      details.ontoggle = () => details.open && !details.querySelector("select") && refresh();
      place.append(details);
    }
    const pages = view.facets && await counted(view);
    if (view.old()) return;
    // Closed, the choices are those of no search: they are made anew when they are opened.
    place.querySelector("div").replaceChildren(...(pages ? FACETS.map((key) => choice(key, view, pages)) : []));
  }

  /** Return for each page that may match what it holds, as bits of its kinds; checked if there are few, else as it may be. */
  async function counted(view) {
    const { values, pages } = view.facets.kind;
    view.sure = view.pages.length <= MOST_COUNTED;
    if (!view.sure) return new Map(view.pages.map((page) => [page, pages[page]]));
    const read = await Promise.all(view.pages.map(engine.pageOf));
    const kinds = read.map((page) => values.reduce((bits, kind, n) => bits | (view.inspect(page, kind) ? 1 << n : 0), 0));
    const held = read.map((page) => view.inspect(page, ""));
    return new Map(view.pages.map((page, n) => [page, kinds[n]]).filter((_, n) => held[n]));
  }

  function choice(key, view, found) {
    const { values, order } = view.facets[key];
    const counts = countsOf(key, view, found);
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
      place.querySelector(`[data-facet="${key}"]`)?.focus();
    };
    return element("label", "", say(`facet_${key}`), select);
  }

  /** Return for each value of a facet how many of the pages found it leaves, whatever is chosen of that facet. */
  function countsOf(key, view, found) {
    const { values, pages } = view.facets[key];
    const counts = values.map(() => 0);
    const fits = fitting({ ...view.facets, kind: { ...view.facets.kind, pages: Object.fromEntries(found) } });
    for (const [page, kinds] of found) {
      if (!fits(page, key)) continue;
      if (key !== "kind") counts[pages[page] - 1] += 1;
      else values.forEach((_, n) => { counts[n] += (kinds >> n) & 1; });
    }
    return counts;
  }

  /** Choose nothing any more; the choices are closed, too, if they are `anew`. */
  function reset(anew) {
    chosen = {};
    if (anew) place.replaceChildren();
  }

  /** Return what was chosen as the address keeps it. */
  function written() {
    return Object.entries(chosen).map((one) => one.join(".")).join("~");
  }

  /** Choose what an address asks for, as far as there is such a thing. */
  async function take(text) {
    const pairs = text.split("~").map((one) => [one.split(".", 1)[0], one.replace(/^[^.]*\./, "")]);
    const given = pairs.filter(([key]) => FACETS.includes(key));
    const columns = given.length ? await engine.read("facets").catch(() => null) : null;
    chosen = Object.fromEntries(given.filter(([key, value]) => columns?.[key].values.includes(value)));
    place.replaceChildren();
  }

  const kind = () => chosen.kind ?? "";
  const hide = () => { place.hidden = true; };

  return { any, kind, facets, fitting, show, hide, reset, written, take };
};
