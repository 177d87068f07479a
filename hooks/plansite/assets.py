"""The style sheet and the script of all pages, named by what they hold."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from plansite.stylesheet import one_sheet

UNUSED = (
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
    "assets/javascripts/bundle.",
    "assets/images/favicon.png",
)
"""The theme's own search and script; frame.js does what is used of them here."""
_THEME_SHEETS = ("main", "palette")


class Asset(NamedTuple):
    """A file that the build makes."""

    path: str
    text: str


def style_sheet(theme: Path, own: Iterable[Path]) -> Asset:
    """Return the one style sheet: the theme's in `theme`, as far as it applies, then our own."""
    sheets = theme / "assets" / "stylesheets"
    stock = [next(sheets.glob(f"{name}.*.min.css")).read_text("utf-8") for name in _THEME_SHEETS]
    return _named(
        one_sheet(stock, (path.read_text("utf-8") for path in own)), "stylesheets/site", "css"
    )


def script(parts: Iterable[Path], name: str) -> Asset:
    """Return several scripts as one; they share their names, as separate ones would."""
    text = "\n".join(path.read_text("utf-8").strip() for path in parts)
    return _named(f"{text}\n", f"javascripts/{name}", "js")


def needless(parts: Iterable[str]) -> Callable[[str], bool]:
    """Return whether a file need not be published: joined into another, or of an unused feature."""
    joined = frozenset(parts)

    def answer(path: str) -> bool:
        return path in joined or path.startswith(UNUSED) or path.endswith((".min.css", ".map"))

    return answer


def _named(text: str, name: str, ending: str) -> Asset:
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return Asset(f"assets/{name}.{digest}.{ending}", text)
