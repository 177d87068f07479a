/* What a reader chose on a page is kept in its address (`?filter=…&sort=…&plans=…`), so that the page can be sent to
   somebody as it is seen. Nothing is kept anywhere else. */
"use strict";

const pageAddress = {
  get(key) {
    return new URLSearchParams(location.search).get(key) || "";
  },
  put(key, value) {
    const query = new URLSearchParams(location.search);
    if (value) query.set(key, value);
    else query.delete(key);
    const asked = String(query).replaceAll("%2F", "/").replaceAll("%2C", ","); // both may stand there as they are
    try {
      history.replaceState(history.state, "", location.pathname + (asked && `?${asked}`) + location.hash);
    } catch {
      // the browser takes no more of them just now, or the page is a file: the choice holds all the same
    }
  },
};
