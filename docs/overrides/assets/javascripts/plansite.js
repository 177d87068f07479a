/* Target tables: sort by a column, filter by words and by kind; the address keeps what is asked. Without JavaScript the
   tables are complete and in the document's order. The words come from the box's data attribute. */
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

/* Each table is sorted by itself: `?sort=health.2,law.3-` names the heading above it, the column and the direction. */
function keepSort(name, sorted) {
  const others = pageAddress.get("sort").split(",").filter((one) => one && !one.startsWith(`${name}.`));
  pageAddress.put("sort", [...others, ...(sorted ? [`${name}.${sorted}`] : [])].join(","));
}

function makeSortable(table) {
  const body = table.tBodies[0];
  const original = [...body.rows];
  const name = table.closest("section")?.querySelector("h2[id]")?.id ?? "";
  const asked = pageAddress.get("sort").split(",").find((one) => one.startsWith(`${name}.`))?.slice(name.length + 1);
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ps-sort";
    button.append(...head.childNodes);
    head.append(button);
    const sort = (next) => {
      for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
      let rows = original;
      if (next) {
        head.setAttribute("aria-sort", next);
        const sign = next === "ascending" ? 1 : -1;
        rows = [...original].sort((a, b) => sign * compare(sortKey(a, column), sortKey(b, column)));
      }
      body.append(...rows);
    };
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      const next = now === "ascending" ? "descending" : now === "descending" ? null : "ascending";
      sort(next);
      keepSort(name, next && `${column + 1}${next === "descending" ? "-" : ""}`);
    });
    if (asked === `${column + 1}`) sort("ascending");
    if (asked === `${column + 1}-`) sort("descending");
  });
}

/* One box filters all tables of the page; a part that has no row left is hidden with its heading. */
function makeFilter(box, tables) {
  const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);
  const parts = tables.map((table) => [table.closest("section"), [...table.tBodies[0].rows]]);
  const [input, select, output] = ["input", "select", "output"].map((name) => box.querySelector(name));
  let texts;
  const apply = () => {
    texts ??= rows.map((row) => row.textContent.toLowerCase());
    const words = input.value.normalize("NFKC").toLowerCase().trim().split(/\s+/);
    let shown = 0;
    rows.forEach((row, index) => {
      const fits = words.every((word) => texts[index].includes(word)) &&
        (!select.value || row.dataset.strength === select.value);
      row.hidden = !fits;
      shown += fits;
    });
    for (const [part, own] of parts) part.hidden = own.every((row) => row.hidden);
    output.textContent = box.dataset.shown.replace("{shown}", shown).replace("{total}", rows.length);
  };
  let waiting;
  input.addEventListener("input", () => {
    apply();
    clearTimeout(waiting); // browsers take a new address a few times a second at most
    waiting = setTimeout(() => pageAddress.put("filter", input.value.trim()), 300);
  });
  select.addEventListener("change", () => {
    apply();
    pageAddress.put("kind", select.value);
  });
  input.value = pageAddress.get("filter");
  select.value = pageAddress.get("kind");
  if (select.selectedIndex < 0) select.value = ""; // the address asks for a kind there is not
  if (input.value || select.value) apply();
}

const sortable = [...document.querySelectorAll("table[data-ps-table]")];
sortable.forEach(makeSortable);
const filter = document.querySelector(".ps-tools");
if (filter) makeFilter(filter, sortable);

/* On a phone the style sheet lays out the cells of these tables below each other, and some browsers
   then forget that they are a table; the roles say it again. */
const NARROW = matchMedia("(max-width: 44.9em)");
function sayTables() {
  if (!NARROW.matches) return;
  for (const table of document.querySelectorAll(".ps-targets, .ps-method, .ps-glance, .ps-brief, .ps-matrix")) {
    table.setAttribute("role", "table");
    for (const group of [table.tHead, ...table.tBodies]) group?.setAttribute("role", "rowgroup");
    for (const row of table.rows) {
      row.setAttribute("role", "row");
      for (const cell of row.cells) {
        const head = cell.scope === "col" ? "columnheader" : "rowheader";
        cell.setAttribute("role", cell.tagName === "TH" ? head : "cell");
      }
    }
  }
}
NARROW.addEventListener("change", sayTables);
sayTables();

/* A link to a row that stands inside a closed <details> opens it. */
function openTarget() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let holder = target && target.closest("details"); holder; holder = holder.parentElement.closest("details")) {
    holder.open = true;
  }
}
addEventListener("hashchange", openTarget);
openTarget();

/* A chart as PNG, which every chat and document takes: the SVG file, painted so large. */
const PNG_SCALE = 3;
async function savePng(link) {
  const image = new Image();
  image.src = link.href;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth * PNG_SCALE, image.naturalHeight * PNG_SCALE];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const saved = document.createElement("a");
  saved.href = canvas.toDataURL("image/png");
  saved.download = `${location.pathname.split("/").filter(Boolean).pop()}-${link.pathname.split("/").pop().replace(/svg$/, "png")}`;
  saved.click();
}
for (const button of document.querySelectorAll(".ps-take button")) {
  const link = button.previousElementSibling;
  button.addEventListener("click", () => savePng(link).catch(() => location.assign(link.href)));
}

/* On a phone the tabs of a plan scroll sideways: the one of this page is brought into view. */
const current = document.querySelector(".ps-local [aria-current]");
if (current) current.closest(".ps-local").scrollLeft = current.offsetLeft - 24;

/* The switch of language keeps what was chosen, and the place: the part that stands at the top of the screen. Words
   that were searched or filtered for are of one language. */
const language = document.querySelector("a.ps-language");
if (language) language.addEventListener("click", () => {
  const query = new URLSearchParams(location.search);
  for (const words of ["q", "within", "filter"]) query.delete(words);
  language.search = String(query);
  const top = (one) => one.getBoundingClientRect().top;
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && top(target) > -40 && top(target) < 300) return void (language.hash = target.id);
  if (scrollY < 200) return;
  const parts = [...document.querySelectorAll("article :is(h2, h3, section, li, tr)[id]")];
  const above = parts.filter((one) => one.getClientRects().length && top(one) < 140).pop();
  if (above) language.hash = above.id;
});

/* Pages that offer a choice of places or plans fetch what serves it. */
const choice = document.querySelector("[data-choose]");
if (choice) document.head.append(Object.assign(document.createElement("script"), { src: choice.dataset.choose }));
