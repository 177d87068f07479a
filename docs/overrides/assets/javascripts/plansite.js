/* Target tables: sort by a column, filter by words and by kind. Without JavaScript the table is
   complete and in the document's order. The words come from the table's data attributes. */
"use strict";

function sortKey(row, column) {
  const cell = row.cells[column];
  if (!cell) return "";
  const value = cell.dataset.sort;
  if (value === undefined) return cell.textContent.trim();
  return value === "" ? Infinity : Number(value);
}

function compare(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), document.documentElement.lang, { numeric: true });
}

function makeSortable(table) {
  const body = table.tBodies[0];
  const original = [...body.rows];
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ps-sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      const next = now === "ascending" ? "descending" : now === "descending" ? null : "ascending";
      for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
      let rows = original;
      if (next) {
        head.setAttribute("aria-sort", next);
        const sign = next === "ascending" ? 1 : -1;
        rows = [...original].sort((a, b) => sign * compare(sortKey(a, column), sortKey(b, column)));
      }
      body.append(...rows);
    });
  });
}

function makeFilter(table) {
  const words = table.dataset;
  const rows = [...table.tBodies[0].rows];
  const box = document.createElement("div");
  box.className = "ps-tools";
  box.innerHTML =
    '<label><span></span><input type="search" autocomplete="off"></label>' +
    '<label><span></span><select></select></label><output></output>';
  const [inputLabel, selectLabel] = box.querySelectorAll("span");
  const [input, select, output] = ["input", "select", "output"].map((name) => box.querySelector(name));
  inputLabel.textContent = words.filterLabel;
  selectLabel.textContent = words.kindLabel;
  for (const [value, text] of [["", words.kindAll], ["numeric", words.kindNumeric],
    ["relative", words.kindRelative], ["qualitative", words.kindQualitative]]) {
    select.add(new Option(text, value));
  }
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const apply = () => {
    const asked = input.value.normalize("NFKC").toLowerCase().trim().split(/\s+/);
    let shown = 0;
    rows.forEach((row, index) => {
      const fits = asked.every((word) => texts[index].includes(word)) &&
        (!select.value || row.dataset.strength === select.value);
      row.hidden = !fits;
      shown += fits;
    });
    output.textContent = words.shown.replace("{shown}", shown).replace("{total}", rows.length);
  };
  input.addEventListener("input", apply);
  select.addEventListener("change", apply);
  table.closest(".ps-tablewrap").before(box);
  apply();
}

for (const table of document.querySelectorAll("table[data-ps-table]")) {
  makeSortable(table);
  makeFilter(table);
}

/* A link to a row that stands inside a closed <details> opens it. */
function openTarget() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let holder = target && target.closest("details"); holder; holder = holder.parentElement.closest("details")) {
    holder.open = true;
  }
}
addEventListener("hashchange", openTarget);
openTarget();

/* On a phone the tabs of a plan scroll sideways: the one of this page is brought into view. */
const current = document.querySelector(".ps-local [aria-current]");
if (current) current.closest(".ps-local").scrollLeft = current.offsetLeft - 24;

/* The theme turns pages at single keys (p, n, comma, full stop). They are switched off: speech
   input and an unsteady hand press them unawares (WCAG 2.1.4). */
addEventListener("keydown", (event) => {
  if (["p", "n", ",", "."].includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey &&
    !event.target.closest?.("input, textarea, select, [contenteditable]")) event.stopImmediatePropagation();
}, true);

/* The switch of language keeps the place: the part that stands at the top of the screen. */
const language = document.querySelector("a.ps-language");
if (language) language.addEventListener("click", () => {
  const top = (one) => one.getBoundingClientRect().top;
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && top(target) > -40 && top(target) < 300) return void (language.hash = target.id);
  if (scrollY < 200) return;
  const parts = [...document.querySelectorAll("article :is(h2, h3, section, li, tr)[id]")];
  const above = parts.filter((one) => one.getClientRects().length && top(one) < 140).pop();
  if (above) language.hash = above.id;
});
