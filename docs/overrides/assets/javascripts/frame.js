/* What moves in the frame of a page: the menu, the title in the header, the contents beside the text, the way back
   to the top, and folded parts in print. Without JavaScript the page is complete. */
"use strict";

(() => {
  const $ = (name) => document.querySelector(name);

  /* The menu of a narrow window opens by keyboard too, takes the focus, and gives it back. It closes by Escape, when
     the focus leaves it, and when a link on the same page is followed. */
  const menu = document.getElementById("__drawer");
  const side = $(".md-sidebar--primary");
  const label = $(".md-header__button[for=__drawer]");
  const opener = document.createElement("button"); // a label takes no focus
  opener.type = "button";
  opener.className = `${label.className} ps-menu`;
  opener.setAttribute("aria-label", label.dataset.name);
  opener.setAttribute("aria-expanded", false);
  opener.append(...label.childNodes);
  label.replaceWith(opener);
  function openMenu(open, focus) {
    menu.checked = open;
    opener.setAttribute("aria-expanded", open);
    if (focus) (open ? side.querySelector(".md-nav__list a") : opener).focus({ preventScroll: true });
  }
  menu.addEventListener("change", () => openMenu(menu.checked));
  opener.addEventListener("click", ({ detail }) => openMenu(!menu.checked, !detail)); // by keyboard there are no clicks to count
  addEventListener("keydown", (event) => { if (event.key === "Escape" && menu.checked) openMenu(false, true); });
  side.addEventListener("focusout", (event) => {
    if (menu.checked && event.relatedTarget && !side.contains(event.relatedTarget)) openMenu(false);
  });
  side.addEventListener("click", (event) => {
    if (event.target.closest("a[href^='#']")) openMenu(false);
  });

  /* The header shows the page's title once the heading has left the window. */
  const heading = $("h1");
  const title = $("[data-md-component=header-title]");
  if (heading && title) {
    new IntersectionObserver(([entry]) => {
      title.classList.toggle("md-header__title--active", !entry.isIntersecting && entry.boundingClientRect.top < 0);
    }).observe(heading);
  }

  /* The contents mark the section that is being read, and keep it in sight. */
  const links = [...document.querySelectorAll(".md-sidebar--secondary .md-nav__link")];
  const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const column = $(".md-sidebar--secondary .md-sidebar__scrollwrap");
  let marked = -1;
  function follow() {
    const now = sections.findLastIndex((one) => one && one.getBoundingClientRect().top < 100);
    if (now === marked) return;
    marked = now;
    links.forEach((link, at) => {
      link.classList.toggle("md-nav__link--passed", at < now);
      link.classList.toggle("md-nav__link--active", at === now);
    });
    const { offsetTop, offsetHeight } = links[now] || links[0];
    if (offsetTop < column.scrollTop || offsetTop + offsetHeight > column.scrollTop + column.clientHeight) {
      column.scrollTo({ top: offsetTop - column.clientHeight / 2 });
    }
  }

  /* The way back to the top appears when a reader far down turns back. */
  const top = $("[data-md-component=top]");
  top.addEventListener("click", () => {
    scrollTo({ top: 0 });
    top.hidden = true;
  });
  let last = scrollY;
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (links.length && column.offsetParent) follow();
      top.hidden = scrollY < 400 || scrollY >= last;
      last = scrollY;
    });
  }, { passive: true });

  /* The first paint leaves out what is far below the window (plansite.css, at the end). The rest is laid out bit by bit
     whenever the browser has nothing else to do, a few milliseconds at a time, so that the reader never waits for it. */
  const later = [...document.querySelectorAll(
    ".md-content__inner > :nth-child(n+8), .md-content__inner ul > :nth-child(n+8), .md-content__inner tbody > :nth-child(n+5)",
  )];
  const whenIdle = globalThis.requestIdleCallback
    ? (then) => requestIdleCallback(then, { timeout: 500 }) // a page in the background is next to never idle
    : (then) => setTimeout(then, 30);
  function layOut() {
    const end = performance.now() + 6;
    while (later.length && performance.now() < end) {
      const part = later.shift();
      part.dataset.laid = "";
      part.getBoundingClientRect();
    }
    if (later.length) whenIdle(layOut);
    else document.documentElement.dataset.whole = "";
  }
  whenIdle(layOut);

  /* Paper shows what is folded on the screen. */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".md-content details:not([open])")];
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
})();
