"""The look of a chart in a file of its own: those of plansite.css on white paper, as attributes.

A strict server lets no file bring styles of its own, so each mark carries its colours.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

INK, SOFT, RULE, WHITE = "#1c2430", "#566070", "#d9dee5", "#fff"
OWN, OTHER, GOOD, WARN = "#0072b2", "#5f6b7a", "#00745a", "#b04a00"
PARTS = (OWN, WARN, GOOD, "#8f4a77")
"""Colours of lines told apart, as many as a chart has shapes for."""
_DASHES = ("", "7 3", "2 2.5", "9 3 2 3")


def _painted(fill: str = "none", stroke: str = "", width: float = 1, **more: str) -> Markup:
    """Return attributes; `stroke_x` is written stroke-x, what is empty is left out."""
    given = {"fill": fill, "stroke": stroke, **more}
    if stroke and width != 1:
        given["stroke-width"] = f"{width:g}"
    pairs = [(key.replace("_", "-"), value) for key, value in given.items() if value]
    return Markup("").join(Markup(f' {key}="{escape(value)}"') for key, value in pairs)


LINES: Mapping[str, Markup] = {
    "observed": _painted(stroke=OWN, width=2),
    "required": _painted(stroke=SOFT, width=1.8, stroke_dasharray=".1 4.4", stroke_linecap="round"),
    "target": _painted(stroke=GOOD, width=1.4, stroke_dasharray="9 3"),
    "projection": _painted(stroke=OWN, width=1.6, stroke_dasharray="5 4"),
    "break": _painted(stroke=WARN, width=1.4, stroke_dasharray="2 2"),
    **{
        f"part-{index}": _painted(stroke=colour, width=2, stroke_dasharray=_DASHES[index])
        for index, colour in enumerate(PARTS)
    },
}
AREAS: Mapping[str, Markup] = {
    "interval": _painted(OWN, fill_opacity="0.2"),
    "band": _painted(GOOD, fill_opacity="0.13"),
}
MARKS: Mapping[str, Markup] = {
    "observed": _painted(OWN, WHITE),
    "hollow": _painted(WHITE, OWN, 1.8),
    "baseline": _painted(stroke=INK, width=1.3),
    "target": _painted(GOOD, WHITE),
    "milestone": _painted(GOOD, WHITE),
    "other": _painted(WHITE, SOFT, 1.4),
    "promised": _painted(GOOD, WHITE),
    "elsewhere": _painted(WHITE, GOOD, 1.4),
    "projection": _painted(stroke=OWN, width=2),
    **{f"part-{index}": _painted(colour, colour) for index, colour in enumerate(PARTS)},
    **{f"part-{index} ps-hollow": _painted(WHITE, one, 1.8) for index, one in enumerate(PARTS)},
}
LABELS: Mapping[str, Markup] = {
    "latest": _painted(INK, font_weight="700"),
    "target": _painted(GOOD, font_weight="600"),
    "promised": _painted(GOOD, font_weight="600"),
    **dict.fromkeys(("baseline", "other", "milestone", "elsewhere"), _painted(SOFT)),
    **{f"part-{index}": _painted(INK) for index in range(len(PARTS))},
    "projection": _painted(INK),
}
PAINT = {
    "ways": LINES, "zones": AREAS, "dots": MARKS, "words": LABELS,
    "ink": INK, "soft": SOFT, "rule": RULE, "own": OWN, "other": OTHER,
}  # fmt: skip
"""Names that the template knows them by."""
