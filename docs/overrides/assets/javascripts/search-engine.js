/* Finding pages without a server, in the static files that plansite.search writes.
 *
 * A query is folded and cut into terms just as the index was (plansite/search/terms.py). The files of those terms
 * name the pages that may match, best first; the text of each page is then read, and only what truly holds the words
 * counts. Where no page does, search-nearest.js looks for what comes near; search.js is the box that uses both.
 */
globalThis.plansiteSearch = (folder) => {
  "use strict";

  const MOST_LETTERS = 200; // read of a query
  const MOST_KEYS = 8; // terms looked up for one word: enough to leave few pages that do not match
  const HAN = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const LETTER = "[\\p{L}\\p{N}]";
  const WORD_OR_HAN = new RegExp(`[${HAN}]+|(?:(?![${HAN}])${LETTER})+`, "gu");
  const startsHan = (text) => new RegExp(`^[${HAN}]`, "u").test(text);
  const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);

  /* ---- The files ---- */

  let index = null; // index.json, once search has been used
  const files = new Map();

  async function fetchJson(url, options) {
    const answer = await fetch(url, options);
    if (!answer.ok) throw new Error(`${answer.status} ${url}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    // Some servers undo the compression themselves: look at the first bytes.
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return JSON.parse(new TextDecoder().decode(bytes));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).json();
  }

  /** Return index.json; asked anew on each page, so that the files are those of the site as it now stands. */
  function load() {
    if (!index) {
      index = fetchJson(new URL("index.json", folder), { cache: "no-cache" });
      index.catch(() => { index = null; });
    }
    return index;
  }

  async function read(name) {
    const { version } = await load();
    if (!files.has(name)) {
      const file = fetchJson(new URL(`${version}/${name}.bin`, folder));
      file.catch(() => { files.delete(name); index = null; });
      files.set(name, file);
    }
    return files.get(name);
  }

  async function shardOf(term) {
    const { shards } = await load();
    let value = 0x811c9dc5;
    for (const letter of [...term].slice(0, 3)) {
      value = Math.imul(value ^ letter.codePointAt(0), 0x01000193) >>> 0;
    }
    return read(`terms/${((value ^ (value >>> 15)) >>> 0) % shards}`);
  }

  async function pageOf(number) {
    const { perFile } = await load();
    return (await read(`pages/${Math.floor(number / perFile)}`))[number % perFile];
  }

  /* ---- Text ---- */

  const foldings = new Map([["“", '"'], ["”", '"'], ["‘", "'"], ["’", "'"], ["\u00ad", ""], ["\u200b", ""]]);

  /** Fold a text; `at` leads from each place in the folded text back to the original. */
  function fold(text) {
    const folded = [];
    const at = [];
    let place = 0;
    for (const letter of text) {
      let one = foldings.get(letter);
      if (one === undefined) foldings.set(letter, (one = letter.normalize("NFKC").toLowerCase()));
      for (let n = 0; n < one.length; n++) at.push(place);
      folded.push(one);
      place += letter.length;
    }
    at.push(place);
    return { text: folded.join(""), at };
  }

  /** Return what a text is looked up under: pairs of characters, or words; at most so many, spread over it. */
  function keysOf(text, mode, most) {
    const keys = new Set();
    for (const run of text.match(mode === "words" ? WORD_OR_HAN : /\S+/g) ?? []) {
      const letters = [...run];
      if ((mode === "words" && !startsHan(run)) || letters.length === 1) keys.add(run);
      else for (let n = 1; n < letters.length; n++) keys.add(letters[n - 1] + letters[n]);
    }
    const all = [...keys];
    if (all.length <= most) return all;
    return Array.from({ length: most }, (_, n) => all[Math.round((n * (all.length - 1)) / (most - 1))]);
  }

  /** Return the pattern of a word or phrase: any part of the text in Chinese, whole words in English. */
  function patternOf(text, mode) {
    if (mode === "characters") {
      // Not the end of a longer number or Latin word: 9.8 is not in 19.8, nor NGO in Tongliao.
      const before = /^\d/.test(text) ? "(?<!\\d|\\d[.,])" : /^[a-z]/.test(text) ? "(?<![a-z])" : "";
      return new RegExp(before + text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"), "gu");
    }
    const words = text.match(WORD_OR_HAN);
    const source = words.reduce((done, word, n) => {
      const tight = n && (startsHan(word) || startsHan(words[n - 1]));
      return `${done}${n ? `[^\\p{L}\\p{N}\\n]${tight ? "*" : "+"}` : ""}${word}`;
    }, "");
    const before = startsHan(words[0]) ? "" : `(?<!(?![${HAN}])${LETTER})`;
    const after = startsHan(words.at(-1)) ? "" : `(?!(?![${HAN}])${LETTER})`;
    return new RegExp(before + source + after, "gu");
  }

  function termOf(text, mode, most = MOST_KEYS) {
    return { text, keys: keysOf(text, mode, most), pattern: patternOf(text, mode) };
  }

  const formsOf = plansiteForms({ read, shardOf, own, startsHan });

  /** Return the parts of a query, all of which a page must hold: as typed, or by a name that means the same. */
  async function parse(query) {
    const { mode } = await load();
    const typed = [...query].slice(0, MOST_LETTERS).join("").replace(/[“”„‟«»＂]/g, '"');
    const terms = [...typed.matchAll(/"([^"]+)"(?=\s|$)|\S+/g)]
      .map((match) => match[1] ?? match[0])
      .filter((text) => new RegExp(LETTER, "u").test(text))
      .map((text) => ({ ...termOf(fold(text).text.trim().replace(/\s+/g, " "), mode), short: /^[A-Z]+$/.test(text) }));
    const parts = [];
    for (let from = 0, to; from < terms.length; from = to) {
      const { same } = await shardOf(terms[from].keys[0]);
      const name = () => terms.slice(from, to).map((term) => term.text).join(" ");
      for (to = terms.length; to > from + 1 && !own(same, name()); ) to--;
      const names = own(same, name()) ?? [];
      const forms = to === from + 1 ? await formsOf(terms[from], mode) : [];
      const also = [...new Set([...names, ...forms])].map((one) => ({ name: one, ...termOf(fold(one).text, mode, 3) }));
      parts.push({ terms: terms.slice(from, to), also });
    }
    return parts;
  }

  /* ---- Which pages may match, and which do ---- */

  /** Return for each page where a term stands: 0 nowhere, 1 in the text, 2 in a heading or target, 3 in the title. */
  async function standing(term) {
    const { pages } = await load();
    const shards = await Promise.all(term.keys.map(shardOf));
    return shards
      .map((shard, n) => {
        const one = new Uint8Array(pages);
        (own(shard.terms, term.keys[n]) ?? []).forEach((gaps, where) => {
          let page = 0;
          for (const gap of gaps) one[(page += gap)] = where + 1;
        });
        return one;
      })
      .reduce((low, one) => low.map((value, page) => Math.min(value, one[page])));
  }

  /** Return the numbers of the pages that may match, best first. */
  async function candidates(parts) {
    const { pages } = await load();
    const total = new Uint16Array(pages).fill(1);
    for (const part of parts) {
      const typed = await Promise.all(part.terms.map(standing));
      const others = await Promise.all(part.also.map(standing));
      for (let page = 0; page < pages; page++) {
        // As typed counts a little more than by another name.
        let best = 2 * Math.min(...typed.map((one) => one[page]));
        for (const one of others) best = Math.max(best, 2 * one[page] - 1);
        total[page] = total[page] && best > 0 ? total[page] + best : 0;
      }
    }
    const found = [];
    for (let page = 0; page < pages; page++) if (total[page]) found.push(page);
    return found.sort((a, b) => total[b] - total[a] || a - b);
  }

  /** Return whether the candidates are the answer: one pair of characters, or one word, is never wrong. */
  function isExact(parts, mode) {
    const sure = ({ keys, text }) =>
      keys.length === 1 && keys[0] === text && (mode === "words" || startsHan(text));
    return parts.every(({ terms, also }) => terms.every(sure) && also.every(sure));
  }

  /** Check a page (only its passages of one kind, if given); null if it does not truly match. */
  function inspect(page, parts, kind) {
    page.read ??= page.passages.map(([anchor, of, heading, text], place) =>
      ({ anchor, kind: of, heading, text, place, folded: fold(`${heading}\n${text}`) }));
    const passages = page.read.filter((one) => !kind || one.kind === kind);
    const holds = (term) => passages.some((one) => one.folded.text.search(term.pattern) >= 0);
    const marks = [];
    const also = [];
    for (const part of parts) {
      if (part.terms.every(holds)) {
        marks.push(...part.terms);
      } else {
        const others = part.also.filter(holds);
        if (!others.length) return null;
        marks.push(...others);
        also.push(others[0].name);
      }
    }
    const hits = passages.map((one) => weigh(one, marks)).filter((one) => one.weight);
    hits.sort((a, b) => b.weight - a.weight || a.place - b.place);
    return { page, also, hits, merit: merit(page.read[0], parts) };
  }

  /** Return how well a title fits: 2 if it is the words and nothing else, 1 if it begins with them. */
  function merit({ heading }, parts) {
    const asked = parts.flatMap(({ terms }) => terms.map(({ text }) => text)).join(" ");
    const title = fold(heading).text;
    return title === asked ? 2 : title.startsWith(asked) ? 1 : 0;
  }

  /** Return a passage with the places of the words in it, and its weight among those of the page. */
  function weigh(passage, marks) {
    const { text, at } = passage.folded;
    const edge = passage.heading.length + 1;
    const spans = [];
    let weight = 0;
    for (const { pattern } of marks) {
      const found = [...text.matchAll(pattern)].map((one) => [at[one.index], at[one.index + one[0].length]]);
      if (found.length) weight += 10 + (found[0][0] < edge ? 5 : 0);
      spans.push(...found);
    }
    if (weight && ["target", "indicator", "measure"].includes(passage.kind)) weight += 3;
    return { ...passage, weight, edge, spans: spans.sort((a, b) => a[0] - b[0]) };
  }

  return { load, read, parse, candidates, standing, pageOf, inspect, isExact, fold, keysOf, termOf, startsHan };
};
