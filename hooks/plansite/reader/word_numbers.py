"""The numbers Word prints before the items of its automatic lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.text.paragraph import Paragraph

from .glyphs import CIRCLED
from .numeral import chinese_numeral
from .word_text import W

DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, kw_only=True)
class _Level:
    form: str = "none"
    pattern: str = ""
    start: int = 1


class Numbers:
    """The counters of a document's automatic lists."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[tuple[str, int], _Level] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._root: Any = next(
            (r.target_part.element for r in document.part.rels.values()
             if r.reltype.endswith("/numbering")), None,
        )  # fmt: skip

    def of(self, paragraph: Paragraph) -> str:
        """The number printed before this paragraph, or nothing."""
        numbered, style = _numbering(paragraph)
        if numbered is None or numbered.numId is None or self._root is None:
            return ""
        identity = str(numbered.numId.val)
        listed = self._list(identity)
        if listed is None:
            return ""
        if numbered.ilvl is not None:
            depth = int(numbered.ilvl.val)
        else:
            depth = _level_of_style(self._abstract(listed), style)
        level = self._level(identity, depth)
        if not level.pattern or level.form in {"bullet", "none"}:
            return "—" if level.form == "bullet" else ""
        return self._count(identity, listed, depth, level)

    def _count(self, identity: str, listed: Any, depth: int, level: _Level) -> str:
        """Lists of one kind count on together, unless one says where it starts."""
        counts = self._counts.setdefault(_abstract_id(listed), {})
        if (identity, depth) not in self._begun and _override(listed, depth) is not None:
            counts.pop(depth, None)
        self._begun.add((identity, depth))
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        pattern = level.pattern
        for at in range(depth + 1):
            form = self._level(identity, at).form
            pattern = pattern.replace(f"%{at + 1}", _written(counts.get(at, 1), form))
        return pattern

    def _list(self, identity: str) -> Any:
        found = (n for n in self._root.iter(f"{W}num") if n.get(f"{W}numId") == identity)
        return next(found, None)

    def _abstract(self, listed: Any) -> Any:
        wanted = _abstract_id(listed)
        found = self._root.iter(f"{W}abstractNum")
        return next((one for one in found if one.get(f"{W}abstractNumId") == wanted), None)

    def _level(self, identity: str, depth: int) -> _Level:
        key = (identity, depth)
        if key not in self._levels:
            listed = self._list(identity)
            own = listed.find(f"{W}lvlOverride[@{W}ilvl='{depth}']/{W}lvl")
            level = _read(own) if own is not None else _of(self._abstract(listed), depth)
            start = _override(listed, depth)
            self._levels[key] = (
                _Level(form=level.form, pattern=level.pattern, start=start) if start else level
            )
        return self._levels[key]


def _abstract_id(listed: Any) -> str:
    named = listed.find(f"{W}abstractNumId")
    return str(named.get(f"{W}val")) if named is not None else ""


def _override(listed: Any, depth: int) -> int | None:
    found = listed.find(f"{W}lvlOverride[@{W}ilvl='{depth}']/{W}startOverride")
    value = found.get(f"{W}val") if found is not None else None
    return int(value) if value and value.isdecimal() else None


def _numbering(paragraph: Paragraph) -> tuple[Any, str]:
    """The list a paragraph belongs to, by itself or by its style, and the id of that style."""
    properties = paragraph._p.pPr
    style: Any = paragraph.style
    if properties is not None and properties.numPr is not None:
        return properties.numPr, style.style_id if style is not None else ""
    while style is not None:
        properties = style.element.pPr
        if properties is not None and properties.numPr is not None:
            return properties.numPr, style.style_id
        style = style.base_style
    return None, ""


def _level_of_style(abstract: Any, style: str) -> int:
    """A style that names no level has the one that names the style."""
    for level in abstract.iter(f"{W}lvl") if abstract is not None else ():
        named = level.find(f"{W}pStyle")
        if named is not None and named.get(f"{W}val") == style:
            return int(level.get(f"{W}ilvl"))
    return 0


def _of(abstract: Any, depth: int) -> _Level:
    for level in abstract.iter(f"{W}lvl") if abstract is not None else ():
        if level.get(f"{W}ilvl") == str(depth):
            return _read(level)
    return _Level()


def _read(level: Any) -> _Level:
    values = {name: level.find(f"{W}{name}") for name in ("numFmt", "lvlText", "start")}
    read = {k: v.get(f"{W}val") for k, v in values.items() if v is not None}
    return _Level(
        form=read.get("numFmt") or "decimal",
        pattern=read.get("lvlText") or "",
        start=int(read.get("start") or 1),
    )


def _written(number: int, form: str) -> str:
    """A number in the form a list asks for."""
    if form == "ideographDigital" or form == "japaneseDigitalTenThousand":
        return "".join(DIGITS[int(digit)] for digit in str(number))
    if ("hinese" in form and "Circle" not in form) or "deograph" in form or "Counting" in form:
        return chinese_numeral(number)
    if "Circle" in form and 1 <= number <= len(CIRCLED):
        return CIRCLED[number - 1]
    if form in {"upperLetter", "lowerLetter"} and 1 <= number <= 26:
        return chr((64 if form == "upperLetter" else 96) + number)
    return f"{number:02d}" if form == "decimalZero" else str(number)
