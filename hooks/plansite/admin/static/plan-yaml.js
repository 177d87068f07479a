// Reads and writes the YAML of plans/ so that an edit changes what was edited and nothing else:
// comments, order, blank lines, quotes and the decimals of a number stay as they were.
//
// Reading gives every scalar as the text it is written in (14.0 stays "14.0"), except true and
// false, and keeps the file's own text under SOURCE. Writing changes that text where a value
// differs. A file that is a list is given as {entries: […]}.

import { Document, isMap, isScalar, isSeq, parseDocument, visit } from "./yaml/index.js";

export const SOURCE = "source_text";
const ENTRIES = "entries";
const READ = { schema: "failsafe", version: "1.2" };
const WRITE = { lineWidth: 0, flowCollectionPadding: false, indentSeq: true };
const NUMBER = /^[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?$/;
// What YAML 1.1 or 1.2 would not read as text without quotes.
const NOT_TEXT = /^([-+.0-9].*|~|null|true|false|yes|no|on|off|y|n|)$/i;
// Fields that say which entry of a list is meant, the strongest first.
const NAMES = ["id", "slug", "indicator", "theme", "plan", "number"];

let numbers = new Set();
let lists = new Set();

/** Say which fields hold numbers, and which may hold one entry where a list may stand. */
export function configure(scalars) {
  numbers = new Set(scalars.numbers);
  lists = new Set(scalars.lists);
}

/** Return the data of a file for the form. */
export function fromFile(text) {
  const document = parse(text);
  const data = plain(document.contents);
  const fields = Array.isArray(data) ? { [ENTRIES]: data } : data;
  return { ...fields, [SOURCE]: text };
}

/** Return the file's text with the values of the form. */
export function toFile(content) {
  const { [SOURCE]: text, ...fields } = content;
  const document = text ? parse(text) : new Document(null, READ);
  const value = isSeq(document.contents) ? (fields[ENTRIES] ?? []) : fields;
  document.contents = merged(document.contents, value, document);
  return document.toString(WRITE);
}

function parse(text) {
  const document = parseDocument(`${text.replace(/\n*$/, "")}\n`, READ);
  if (document.errors.length) {
    throw document.errors[0];
  }
  return document;
}

function plain(node, key) {
  if (isMap(node)) {
    const value = Object.fromEntries(
      node.items.map((pair) => [pair.key.value, plain(pair.value, pair.key.value)]),
    );
    return lists.has(key) ? [value] : value;
  }
  if (isSeq(node)) {
    return node.items.map((item) => plain(item));
  }
  const text = node?.value ?? "";
  return isPlain(node) && (text === "true" || text === "false") ? text === "true" : text;
}

function isPlain(node) {
  return isScalar(node) && (node.type === "PLAIN" || node.type === undefined);
}

function isEmpty(value) {
  if (value === null || value === undefined || value === "") {
    return true;
  }
  return typeof value === "object" && Object.values(value).every(isEmpty);
}

function merged(node, value, document, key) {
  if (isMap(node) && Array.isArray(value) && value.length === 1 && lists.has(key)) {
    return mergedMap(node, value[0], document);
  }
  if (isMap(node) && typeof value === "object" && !Array.isArray(value)) {
    return mergedMap(node, value, document);
  }
  if (isSeq(node) && Array.isArray(value)) {
    return mergedList(node, value, document, key);
  }
  if (isScalar(node) && typeof value !== "object") {
    return String(plain(node)) === String(value) ? node : restyled(node, value, key);
  }
  return created(value, document, key);
}

function mergedMap(node, value, document) {
  node.items = node.items.filter(
    (pair) => !isEmpty(value[pair.key.value]) || isEmpty(plain(pair.value)),
  );
  let place = 0;
  for (const [key, one] of Object.entries(value)) {
    const at = node.items.findIndex((pair) => pair.key.value === key);
    if (at >= 0) {
      const pair = node.items[at];
      pair.value = isEmpty(one) ? pair.value : merged(pair.value, one, document, key);
      place = at + 1;
    } else if (!isEmpty(one)) {
      node.items.splice(place, 0, document.createPair(key, null));
      node.items[place].value = created(one, document, key);
      place += 1;
    }
  }
  return node;
}

function mergedList(node, values, document, key) {
  const kept = values.filter((value) => !isEmpty(value));
  const rest = [...node.items];
  const apart = node.items.slice(1).some((item) => item.spaceBefore);
  const found = matches(kept, rest);
  node.items = kept.map((value, index) => {
    const old = found[index];
    const item = old ? merged(old, value, document, key) : created(value, document, key);
    if (apart && index > 0) {
      item.spaceBefore = true;
    }
    return item;
  });
  return node;
}

// For each value the item it was: equal, else of the same name, else at the same place.
function matches(values, items) {
  const found = new Array(values.length);
  const free = new Set(items);
  const take = (test) =>
    values.forEach((value, index) => {
      const item = found[index] ? undefined : [...free].find((one) => test(one, value, index));
      if (item) {
        found[index] = item;
        free.delete(item);
      }
    });
  take((item, value) => same(plain(item), value));
  take((item, value) => NAMES.some((name) => sameName(plain(item)[name], value[name])));
  if (values.length === items.length) {
    take((item, _, index) => items[index] === item);
  }
  return found;
}

function sameName(one, other) {
  return !isEmpty(one) && one === other;
}

function same(one, other) {
  if (isEmpty(one) && isEmpty(other)) {
    return true;
  }
  if (typeof one !== "object" || typeof other !== "object") {
    return String(one) === String(other);
  }
  const keys = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  return [...keys].every((key) => same(one?.[key], other?.[key]));
}

function created(value, document, key) {
  const node = document.createNode(bare(value));
  visit(node, {
    Pair: (_, pair) => {
      if (isScalar(pair.value)) {
        style(pair.value, pair.key.value);
      } else if (isSeq(pair.value)) {
        pair.value.items.filter(isScalar).forEach((item) => style(item, pair.key.value));
      }
    },
  });
  if (isScalar(node)) {
    style(node, key);
  } else if (isSeq(node)) {
    node.items.filter(isScalar).forEach((item) => style(item, key));
  }
  return node;
}

// The value without what is empty: an empty field of the form is a field left out.
function bare(value) {
  if (Array.isArray(value)) {
    return value.filter((one) => !isEmpty(one)).map(bare);
  }
  if (value !== null && typeof value === "object") {
    const full = Object.entries(value).filter(([, one]) => !isEmpty(one));
    return Object.fromEntries(full.map(([key, one]) => [key, bare(one)]));
  }
  return value;
}

function restyled(node, value, key) {
  const quotes = node.type;
  const wasPlain = isPlain(node);
  node.value = value;
  style(node, key);
  if (!wasPlain && node.type === "PLAIN" && typeof value !== "boolean" && !numbers.has(key)) {
    node.type = quotes;
  }
  delete node.source;
  return node;
}

// Number fields and true or false stand bare, text that would be read as such is quoted.
function style(node, key) {
  const text = String(node.value);
  const isNumber = numbers.has(key) && (NUMBER.test(text) || text === "null");
  const isBare = isNumber || typeof node.value === "boolean" || !NOT_TEXT.test(text);
  node.value = text;
  node.type = isBare ? "PLAIN" : "QUOTE_DOUBLE";
}
