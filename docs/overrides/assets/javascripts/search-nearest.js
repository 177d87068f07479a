/* What comes near to a query that no page holds as it is typed: a question, words run together, one slip of the pen.
 *
 * The ways to look for it, strictest first; search.js takes the first that finds a page. Each is the pages that may
 * match, best first, and how to check one.
 */
globalThis.plansiteNearest = (engine) => {
  "use strict";

  const MOST_KEYS = 24; // terms looked up
  const LEAST = 0.5; // of what the best page holds: what holds less is not near
  const HAN_BESIDE_LATIN = /(?<=\p{Script=Han})(?=[a-z0-9])|(?<=[a-z0-9])(?=\p{Script=Han})/giu;

  /** Yield the ways to look for a query. */
  async function* ways(query) {
    const { mode, words } = await engine.load();
    const asking = words.asking.split(" ");
    const asked = withoutIdle(query, new Set([...asking, ...words.idle.split(" ")]), mode);
    // An English question is not looked for as it stands: each of its small words stands on every long page.
    const [first] = query.trim().toLowerCase().split(/[^a-z']/);
    const question = mode === "words" && (asking.includes(first) || /\?\s*$/.test(query));
    if (!question || !asked) yield strict(await engine.parse(query), "");
    if (asked && asked !== query.trim()) yield strict(await engine.parse(asked), asked);
    if (asked) yield nearest(asked, mode);
  }

  async function strict(parts, by) {
    const pages = parts.length ? await engine.candidates(parts) : [];
    return { parts, pages, by, near: false, inspect: (page, kind) => engine.inspect(page, parts, kind) };
  }

  /** Return a query without the words that only ask, and with Latin words apart from Chinese ones. */
  function withoutIdle(query, idle, mode) {
    const plain = query.replace(/[?？!！,，。、;；:："“”「」『』《》()（）]+/g, " ");
    if (mode === "words") {
      return plain.split(/\s+/).filter((word) => word && !idle.has(word.toLowerCase())).join(" ");
    }
    const longest = [...idle].sort((a, b) => b.length - a.length);
    const cut = longest.reduce((text, word) => text.replaceAll(word, " "), plain);
    return cut.replace(HAN_BESIDE_LATIN, " ").trim().replace(/\s+/g, " ");
  }

  /** Look for the parts of a query, each by itself: the rarer a part, the more it counts. */
  async function nearest(query, mode) {
    const { pages: total } = await engine.load();
    const parts = await engine.parse(query);
    const pieces = [];
    const seen = new Set();
    for (const { terms, also } of parts) {
      for (const term of [...terms, ...also]) {
        for (const key of engine.keysOf(term.text, mode, MOST_KEYS)) {
          if (seen.has(key) || seen.size === MOST_KEYS) continue;
          seen.add(key);
          const standing = await engine.standing(engine.termOf(key, mode));
          const held = standing.reduce((sum, where) => sum + (where > 0), 0);
          if (held) pieces.push({ key, standing, weight: Math.log(1 + total / held) });
        }
      }
    }
    const score = new Float32Array(total);
    for (const { standing, weight } of pieces) {
      standing.forEach((where, page) => { if (where) score[page] += weight * (0.7 + 0.3 * where); });
    }
    const least = LEAST * score.reduce((most, one) => Math.max(most, one), 0);
    const pages = [...score.keys()].filter((page) => score[page] > 0 && score[page] >= least);
    pages.sort((a, b) => score[b] - score[a] || a - b);
    const texts = parts.flatMap(({ terms, also }) => [...terms, ...also].map((one) => one.text));
    const weights = new Map(pieces.map(({ key, weight }) => [key, weight]));
    return { parts, pages, by: "", near: true, inspect: (page, kind) => inspect(page, kind, texts, weights, mode) };
  }

  /** Return a page with the longest stretches of the query in it. */
  function inspect(page, kind, texts, weights, mode) {
    engine.inspect(page, [], "");
    const hits = page.read
      .filter((one) => !kind || one.kind === kind)
      .map((one) => weigh(one, texts, weights, mode))
      .filter((one) => one.weight)
      .sort((a, b) => b.weight - a.weight || a.place - b.place);
    if (!hits.length) return null;
    const title = page.read[0].heading;
    const named = weigh({ heading: "", text: title, folded: engine.fold(`\n${title}`) }, texts, weights, mode);
    const best = hits[0].weight;
    return { page, also: [], hits: hits.filter((one) => one.weight >= best / 2), merit: best + named.weight };
  }

  function weigh(passage, texts, weights, mode) {
    const { text, at } = passage.folded;
    const edge = passage.heading.length + 1;
    const spans = [];
    let weight = 0;
    for (const piece of new Set(texts.flatMap((one) => stretches(one, text, mode)))) {
      const { pattern } = engine.termOf(piece, mode);
      const found = [...text.matchAll(pattern)].map((one) => [at[one.index], at[one.index + one[0].length]]);
      const worth = engine.keysOf(piece, mode, MOST_KEYS).reduce((sum, key) => sum + (weights.get(key) ?? 0), 0);
      if (found.length) weight += worth * (found[0][0] < edge ? 1.5 : 1);
      spans.push(...found);
    }
    return { ...passage, weight, edge, spans: spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]) };
  }

  /** Return the parts of a query to look for in a text: its words, or the longest stretches of characters there. */
  function stretches(query, text, mode) {
    if (mode === "words") return engine.keysOf(query, mode, MOST_KEYS);
    const found = [];
    for (const run of query.split(" ")) {
      const letters = [...run];
      if (/^[a-z\d.]+$/.test(run)) { // a Latin word or a number is not cut
        if (text.search(engine.termOf(run, mode).pattern) >= 0) found.push(run);
        continue;
      }
      for (let from = 0; from < letters.length; from++) {
        let to = from;
        while (to < letters.length && text.includes(letters.slice(from, to + 1).join(""))) to++;
        if (to - from < Math.min(2, letters.length)) continue;
        found.push(letters.slice(from, to).join(""));
        from = Math.max(from, to - 2); // stretches may share a character
      }
    }
    return found;
  }

  return ways;
};
