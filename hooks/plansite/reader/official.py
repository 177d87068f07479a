"""The official text as Markdown: headings from the outline, an anchor at every numbered place.

Only signs are added: `#` for headings, `{#anchor}` (the attr_list extension), `|` and rules of tables,
`*…*{ .page }` around page numbers inside the text, backslashes. `plain_text` takes them off again.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from .outline import Entry
from .plan import Plan

ANCHOR = re.compile(r"\s*\{[:]?\s*#([a-z0-9][a-z0-9.-]*)\s*\}\s*$")
SPAN = re.compile(r"\*((?:[^*\\]|\\.)+)\*\{ \.(page|number) \}")
SPECIAL = re.compile(
    r"([\\`*<]|&(?=[#\w])|_(?=_)|(?<=_)_|\[(?=\^|[^\]]*\][(:\[])|\{(?=[:#. ])|~(?=~)|(?<=~)~)"
)
ENTITY = {"<": "&lt;", "&": "&amp;", "|": "&#124;", "~": "&#126;"}
LIST_START = re.compile(r"^(\d+[.)]|[-+])\s+")
BREAK = "&#8203;"
BLOCK_START = re.compile(r"^(?=[#>|=]|-+$|!!!|\?\?\?|:\s|\d+[.)]$|[-+]$)")


def official_text(plan: Plan) -> str:
    """Write the official text of a plan."""
    blocks: list[str] = []
    table: list[Entry] = []
    anchors: set[str] = set()
    for entry in plan.entries:
        if not entry.paragraph.raw and not entry.paragraph.cells:
            continue
        if entry.paragraph.cells:
            table.append(entry)
            continue
        if table:
            blocks.append(_table(table))
            table = []
        # A domain whose targets and measures stand in two chapters has its anchor at the first.
        anchor = anchor_of(entry)
        title = entry.paragraph.line in plan.facts.title_lines
        blocks.append(_block(entry, title, "" if anchor in anchors else anchor))
        anchors.add(anchor)
    if table:
        blocks.append(_table(table))
    return "\n\n".join(blocks) + "\n"


def anchor_of(entry: Entry) -> str:
    """The anchor of a place, made of its location alone."""
    if not entry.head:
        return ""
    if not entry.location:
        return entry.domain if entry.section == "domain" else ""
    word, _, number = entry.location.rpartition(" ")
    if word in {"project", "organisation", "monitoring"}:
        return f"{'projects' if word == 'project' else word}-{number}"
    return f"{entry.domain or 'overall'}-{'m' if word else 't'}{number}"


def item_anchor(domain: str, location: str) -> str:
    """The anchor of a location as the report and the sources write it."""
    word, _, number = location.rpartition(" ")
    if word in {"project", "organisation", "monitoring"}:
        return f"{'projects' if word == 'project' else word}-{number}"
    return f"{domain}-{'m' if word else 't'}{number}"


def plain_text(markdown: str) -> str:
    """The text of an official text, white space and all signs of Markdown taken away."""
    return "".join(_plain_blocks(markdown.split("\n")))


def passages(markdown: str) -> dict[str, str]:
    """The passage at each anchor, up to the next anchor or heading, in the document's own words."""
    found: dict[str, list[str]] = {}
    current = ""
    for block in re.split(r"\n\s*\n", markdown):
        named = ANCHOR.search(block)
        if named or re.match(r"^#{1,6} ", block):
            current = named[1] if named and named[1] not in found else ""
        if current:
            words = SPAN.sub("", block).split("\n")
            found.setdefault(current, []).extend(_plain_blocks(words))
    return {anchor: "".join(parts) for anchor, parts in found.items()}


def contents(markdown: str) -> list[tuple[int, str, str, int]]:
    """The table of contents: level, heading, anchor (empty if none) and line of each heading."""
    found: list[tuple[int, str, str, int]] = []
    for number, line in enumerate(markdown.split("\n"), start=1):
        heading = re.match(r"^(#{1,6}) ", line)
        if heading:
            named = ANCHOR.search(line)
            text = "".join(_plain_blocks([line]))
            found.append((len(heading[1]), text, named[1] if named else "", number))
    return found


def _plain_blocks(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        if re.fullmatch(r"\|(?: --- \|)+", line):
            continue
        if line.startswith("| ") and line.endswith(" |"):
            line = line.replace(" | ", " ")[1:-1]
        line = ANCHOR.sub("", re.sub(r"^(?:#{1,6}|-) ", "", line))
        line = SPAN.sub(lambda m: "" if m[2] == "number" else m[1], line)
        line = html.unescape(re.sub(r"\\([\\`*_\[{])", r"\1", line.replace(BREAK, "")))
        yield re.sub(r"\s+", "", line)


def _block(entry: Entry, title: bool, anchor: str) -> str:
    paragraph = entry.paragraph
    number = f"*{_escape(paragraph.mark)}*{{ .number }} " if paragraph.mark else ""
    if paragraph.furniture:
        return f"*{_escape(paragraph.raw)}*{{ .page }}"
    text = number + _body(entry)
    level = 1 if title else entry.level
    if level:
        return f"{'#' * level} {text}" + (f" {{#{anchor}}}" if anchor else "")
    text = BLOCK_START.sub(BREAK, LIST_START.sub(r"\1", text))
    text = f"- {text}" if paragraph.bullet else text
    return text + (f"\n{{: #{anchor} }}" if anchor else "")


def _body(entry: Entry) -> str:
    """The original characters, page furniture inside them marked."""
    raw, parts, at = entry.paragraph.raw, [], 0
    for start, end in sorted(entry.paragraph.hidden):
        parts.append(_escape(raw[at:start]))
        if raw[start:end].strip():
            parts.append(f"*{_escape(raw[start:end].strip())}*{{ .page }}")
        at = end
    return "".join([*parts, _escape(raw[at:])]).strip()


def _escape(text: str) -> str:
    """Keep Markdown from reading signs into the text; white space becomes single spaces."""
    text = re.sub(r"\s+", " ", text)
    return SPECIAL.sub(lambda m: ENTITY.get(m[1], "\\" + m[1]), text)


def _table(rows: list[Entry]) -> str:
    width = max(len(r.paragraph.cells) for r in rows)
    lines = []
    for number, row in enumerate(rows):
        cells = [_escape(c).strip().replace("|", ENTITY["|"]) for c in row.paragraph.cells]
        lines.append("| " + " | ".join(cells + [""] * (width - len(cells))) + " |")
        if number == 0:
            lines.append("|" + " --- |" * width)
    return "\n".join(lines)
