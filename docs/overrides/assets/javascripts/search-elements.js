/* The elements that the search box is filled with; addresses are counted from the root of the language. */
globalThis.plansiteElements = (home) => {
  "use strict";

  function element(tag, className, ...content) {
    const one = document.createElement(tag);
    if (className) one.className = className;
    one.append(...content.filter((part) => part !== null && part !== ""));
    return one;
  }

  function link(address, ...content) {
    const one = element("a", "md-search-result__link", ...content);
    one.href = new URL(address, home);
    return one;
  }

  function button(className, word, act) {
    const one = element("button", className, word);
    one.type = "button";
    one.onclick = act;
    return one;
  }

  return { element, link, button };
};
