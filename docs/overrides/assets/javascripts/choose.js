/* Places or plans beside each other: what a reader chooses stays, the rest of them goes. As long as nothing is chosen,
   and without JavaScript, the page shows everything. What belongs to one of them says so in `data-of`; the head of a
   column in a table stands for the whole column. Parts that have nothing left to show go too. */
"use strict";

(() => {
  const box = document.querySelector(".ps-choose");
  const said = document.querySelector(".ps-chosen");
  const inputs = [...box.querySelectorAll("input")];
  const belonging = [...document.querySelectorAll("[data-of]")];
  const compared = [...document.querySelectorAll(".ps-matrix, .ps-beside")];
  const parts = [...document.querySelectorAll("[data-some]")];

  function showColumn(head, shown) {
    const table = head.closest("table");
    for (const row of table.rows) {
      const cell = row.cells[head.cellIndex];
      if (cell) cell.hidden = !shown;
    }
  }

  /* A row stays while one of the columns that are left has something in it. */
  function showRows(table, all) {
    for (const row of table.tBodies[0].rows) {
      row.hidden = !all && [...row.cells].slice(1).every((cell) => cell.hidden || cell.querySelector(".ps-gap"));
    }
  }

  function say(chosen) {
    said.hidden = !chosen.length;
    const names = chosen.map((one) => one.dataset.name).join(box.dataset.comma);
    said.textContent = chosen.length ? box.dataset.shown.replace("{names}", names) : "";
  }

  function show() {
    const chosen = inputs.filter((one) => one.checked);
    const keys = new Set(chosen.map((one) => one.value));
    for (const one of belonging) {
      const shown = !keys.size || keys.has(one.dataset.of);
      if (one.matches("thead th")) showColumn(one, shown);
      else one.toggleAttribute("hidden", !shown);
    }
    for (const table of compared) showRows(table, !keys.size);
    for (const part of parts) {
      const rows = part.matches(":has(.ps-matrix)") ? "tbody tr" : "[data-of]";
      part.hidden = keys.size > 0 && [...part.querySelectorAll(rows)].every((one) => one.hasAttribute("hidden"));
    }
    say(chosen);
  }

  function changed() {
    pageAddress.put(box.dataset.key, inputs.filter((one) => one.checked).map((one) => one.value).join(","));
    show();
  }

  box.addEventListener("change", changed);
  box.querySelector("button").addEventListener("click", () => {
    for (const one of inputs) one.checked = false;
    changed();
  });

  const asked = new Set(pageAddress.get(box.dataset.key).split(","));
  for (const one of inputs) one.checked = asked.has(one.value);
  if (inputs.some((one) => one.checked)) show();
})();
