"""One style sheet for a page's first view: the theme's rules that can apply here, then our own.

The theme's sheet serves every feature it has; four fifths of it cannot match anything on this
site. What stays is decided by names alone, so the same theme always gives the same sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

_FAMILIES = (
    "typeset grid main main__inner container ellipsis toggle option overlay logo skip icon top",
    "nav nav__button nav__icon nav__item nav__item--active nav__link nav__link--active",
    "nav__link--passed nav__list nav__title nav__toggle nav--lifted nav--primary nav--secondary",
    "tabs tabs__item tabs__item--active tabs__link tabs__list",
    "search search__form search__icon search__inner search__input search__options search__output",
    "search__overlay search__scrollwrap search-result search-result__item search-result__link",
    "search-result__list search-result__meta",
    "header header__button header__ellipsis header__inner header__option header__title",
    "header__title--active header__topic",
    "sidebar sidebar__inner sidebar__scrollwrap sidebar--primary sidebar--secondary",
    "content content__button content__inner footer footer-meta footer-meta__inner copyright",
)
KEPT = frozenset(f"md-{name}" for family in _FAMILIES for name in family.split()) | {"highlight"}
"""Classes of the theme that pages of this site use, or that a script sets."""
_ABSENT = re.compile(
    r"\.md-tabs__item:nth-child|\[dir=\"?rtl|\[data-preview\]|#gh-|#only-|\[data-md-scrolllock\]|role=columnheader"
    r"|(?:^|[\s>+~])(?:aside|iframe|video|kbd|sub|sup|abbr|small|figure img)(?![\w-])"
)
"""What no page holds: another direction of writing, elements that no text may bring; and tabs that
come one after the other when the theme's own script brings them."""
_CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
_COLOUR = re.compile(r"data-md-color-(?:primary|accent)=\"?([\w-]+)")
_COLOURS = ("custom",)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_QUOTED = re.compile(r"(\"[^\"]*\"|'[^']*')")
_DARK = re.compile(r"\[data-md-color-scheme=\"?slate\"?\]")
_SYSTEM = '[data-md-color-media="(prefers-color-scheme)"]'
_STRING = re.compile(r"""(["'])(?:(?!\1)[^\\]|\\.)*\1""", re.DOTALL)
_NESTING = ("@media", "@supports", "@layer", "@container")


def one_sheet(theme: Iterable[str], own: Iterable[str]) -> str:
    """Return the theme's sheets without what cannot apply, followed by our own, compacted."""
    ours = "".join(compact(sheet) for sheet in own)
    # The class is set by a script of the theme for browsers of long ago.
    stock = (sheet.replace(".focus-visible", ":focus-visible") for sheet in theme)
    kept = without_unused_motion("".join(pruned(sheet) for sheet in stock))
    return following_the_system(without_unused_variables(kept, ours) + ours)


def compact(sheet: str) -> str:
    """Return a sheet without comments, line breaks and spaces that say nothing."""
    parts = _QUOTED.split(_COMMENT.sub("", sheet))
    parts[::2] = (_closer(part) for part in parts[::2])
    return "".join(parts).strip()


def _closer(text: str) -> str:
    """Return text without quotes in it closer together; a space before a colon says "below"."""
    text = re.sub(r"\s*([{};>])\s*|\s+(?=!)", r"\1", text)
    return re.sub(r"\s*\n\s*", "", re.sub(r"([:,])\s+", r"\1", text))


def pruned(sheet: str) -> str:
    """Return a sheet without the rules whose classes no page of this site has."""
    return "".join(_kept(prelude, body) for prelude, body in rules(_COMMENT.sub("", sheet)))


def without_unused_motion(sheet: str) -> str:
    """Return a sheet without the movements that no rule asks for."""
    named = " ".join(re.findall(r"[;{]animation(?:-name)?:([^;}]*)", sheet)).split()
    idle = [p for p, _ in rules(sheet) if p.startswith("@keyframes") and p.split()[1] not in named]
    return "".join(
        prelude + (f"{{{body}}}" if body else "")
        for prelude, body in rules(sheet)
        if prelude not in idle
    )


def following_the_system(sheet: str) -> str:
    """Return a sheet in which dark colours also hold where the system asks for them.

    The theme sets them by a script, which the first paint would have to wait for.
    """
    return "".join(_twice(prelude, body) for prelude, body in rules(sheet))


def _twice(prelude: str, body: str) -> str:
    if prelude.startswith(_NESTING):
        return f"{prelude}{{{following_the_system(body)}}}"
    rule = prelude + (f"{{{body}}}" if body else "")
    if prelude.startswith("@") or not _DARK.search(prelude):
        return rule
    return f"{rule}@media (prefers-color-scheme:dark){{{_DARK.sub(_SYSTEM, prelude)}{{{body}}}}}"


def rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before each outer brace, and what stands inside; no body for `@x …;`."""
    start = 0
    while start < len(sheet):
        at = _next(sheet, start, "{;")
        prelude = sheet[start:at].strip()
        if at >= len(sheet) or sheet[at] == ";":
            if prelude:
                yield f"{prelude};", ""
            start = at + 1
            continue
        end = _closing(sheet, at)
        yield prelude, sheet[at + 1 : end]
        start = end + 1


def _next(text: str, start: int, wanted: str) -> int:
    """Return where one of the characters stands next outside quotes, or the text's length."""
    while found := _sought(wanted).search(text, start):
        if found[0] in wanted:
            return found.start()
        end = _STRING.match(text, found.start())
        start = end.end() if end else len(text)
    return len(text)


@cache
def _sought(wanted: str) -> re.Pattern[str]:
    """Return what finds one of the characters or a quote."""
    return re.compile(f"[{wanted}\"']")


def _closing(text: str, opening: int) -> int:
    depth, at = 1, opening
    while depth and at < len(text):
        at = _next(text, at + 1, "{}")
        depth += {"{": 1, "}": -1}.get(text[at : at + 1], 0)
    return at


def _kept(prelude: str, body: str) -> str:
    """Return a rule as far as it can apply."""
    if prelude.startswith(_NESTING):
        inside = pruned(body)
        return f"{prelude}{{{inside}}}" if inside else ""
    if prelude.startswith("@"):
        return "" if prelude.startswith("@charset") else prelude + (f"{{{body}}}" if body else "")
    selectors = [one for one in _split(prelude) if _applies(one)]
    return f"{','.join(selectors)}{{{body}}}" if selectors and body else ""


def _split(selectors: str) -> Iterator[str]:
    """Yield the selectors of a list; a comma inside brackets does not part them."""
    if "(" not in selectors and "[" not in selectors:
        yield from selectors.split(",")
        return
    depth = start = 0
    for at, one in enumerate(selectors):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(one, 0)
        if one == "," and not depth:
            yield selectors[start:at]
            start = at + 1
    yield selectors[start:]


def _applies(selector: str) -> bool:
    """Return whether a selector's classes and colours occur; what it excludes does not count."""
    text = re.sub(r":not\((?:[^()]|\([^()]*\))*\)", "", selector)
    if _ABSENT.search(text):
        return False
    text = re.sub(r":(?:is|where)\(([^()]*)\)", _best_choice, text)
    return all(name in KEPT for name in _CLASS.findall(text)) and all(
        name in _COLOURS for name in _COLOUR.findall(text)
    )


def _best_choice(found: re.Match[str]) -> str:
    """Return one of the choices of :is() that can apply, or the first."""
    choices = found[1].split(",")
    return next((one for one in choices if _applies(one)), choices[0])


def without_unused_variables(sheet: str, readers: str) -> str:
    """Return a sheet without the custom properties that neither it nor `readers` reads."""
    while True:
        read = set(re.findall(r"var\(\s*(--[\w-]+)", sheet + readers))
        less = "".join(_without(prelude, body, read) for prelude, body in rules(sheet))
        if less == sheet:
            return sheet
        sheet = less


def _without(prelude: str, body: str, read: set[str]) -> str:
    if prelude.startswith(_NESTING):
        inside = "".join(_without(one, text, read) for one, text in rules(body))
        return f"{prelude}{{{inside}}}" if inside else ""
    if prelude.startswith("@"):
        return prelude + (f"{{{body}}}" if body else "")
    parts, start = [], 0
    while start < len(body):
        at = _next(body, start, ";")
        part = body[start:at]
        if not part.startswith("--") or part.partition(":")[0] in read:
            parts.append(part)
        start = at + 1
    return f"{prelude}{{{';'.join(parts)}}}" if parts else ""
