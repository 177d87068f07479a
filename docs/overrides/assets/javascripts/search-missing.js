/* The page that is not there (404): it says what was asked for, and searches for the words of its address. */
globalThis.plansiteMissing = (place, home, elements, open) => {
  "use strict";

  const { button } = elements;
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
    place.querySelector("[data-ps-words]").append(button("ps-tag", word, () => open(word)), " ");
  }
  place.hidden = !unique.length;
};
