/* Other forms of a word that is searched for, found in the files that are read for it anyway (search-engine.js). */
globalThis.plansiteForms = (engine) => {
  "use strict";

  const { read, shardOf, own, startsHan } = engine;
  const MOST_FORMS = 6; // other words that one word is also looked for by

  /** Return other forms of a word: traditional characters as simplified ones; hospital, hospitals; a word not yet whole. */
  async function formsOf(term, mode) {
    const [word] = term.keys;
    if (mode === "characters" || startsHan(word)) return simplified(term);
    if (term.keys.length > 1 || word.length < 3) return [];
    const { terms } = await shardOf(word);
    const near = Object.keys(terms);
    let found = term.short ? [] : near.filter((one) => one !== word && stem(one) === stem(word));
    if (!found.length && !own(terms, word)) found = near.filter((one) => one.startsWith(word));
    if (!found.length && !own(terms, word)) found = await respelled(word);
    const held = (one) => own(terms, one)?.[0].length ?? 0;
    return found.sort((a, b) => held(b) - held(a)).slice(0, MOST_FORMS);
  }

  /** Return what the words of one meaning have in common: a rule of thumb, for plurals and verbs. */
  function stem(word) {
    if (word === "women" || word === "children") return { women: "woman", children: "child" }[word];
    if (word.length < 4 || /\d/.test(word)) return word;
    return word
      .replace(/(?<=..)ie[sd]$/, "y")
      .replace(/(?<=s|x|z|ch|sh)es$|(?<=[^siu])s$/, "")
      .replace(/(?<=[aeiouy].*[a-z])(?:ing|ed)$/, "")
      .replace(/([^aeiouls])\1$/, "$1")
      .replace(/(?<=...)e$/, "");
  }

  /** Return a term in simplified characters, if it has others that stand nowhere on the site. */
  async function simplified({ text, keys }) {
    const shards = await Promise.all(keys.map(shardOf));
    if (shards.every((shard, n) => own(shard.terms, keys[n]))) return [];
    const forms = await read("forms");
    const found = [...text].map((letter) => own(forms, letter) ?? letter).join("");
    return found === text ? [] : [found];
  }

  /** Return the words of the site that are spelled nearly as one that stands nowhere. */
  async function respelled(word) {
    const most = word.length < 8 ? 1 : 2;
    if (word.length < 4 || /\d/.test(word)) return [];
    const swapped = [0, 1, 2].map((n) => word.slice(0, n) + word[n + 1] + word[n] + word.slice(n + 2));
    for (const one of [word, ...swapped]) {
      const { terms } = await shardOf(one);
      const near = Object.keys(terms).filter((other) => distance(one, other, most) <= most);
      const best = Math.min(...near.map((other) => distance(one, other, most)));
      if (near.length) return near.filter((other) => distance(one, other, most) === best);
    }
    return [];
  }

  /** Return how many letters must be changed, left out or put in to make one word of another; above `most` it may be more. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let row = Array.from({ length: other.length + 1 }, (_, n) => n);
    for (let n = 1; n <= one.length; n++) {
      const next = [n];
      for (let m = 1; m <= other.length; m++) {
        next.push(Math.min(row[m] + 1, next[m - 1] + 1, row[m - 1] + (one[n - 1] !== other[m - 1])));
      }
      row = next;
    }
    return row.at(-1);
  }

  return formsOf;
};
