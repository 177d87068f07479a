/* One result of a search: the page, the passage with the words marked, and up to two more of its passages. */
globalThis.plansiteResults = (engine, elements, say) => {
  "use strict";

  const { element, link } = elements;

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

  return resultItem;
};
