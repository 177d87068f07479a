"""The tree of a plan to its sections: every paragraph gets its domain, its section and its location."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from .lists import assume_roles, number_items
from .nesting import HEADING_KINDS
from .node import Node
from .paragraph import Paragraph
from .repeats import aims_of_domains, tell_apart
from .tree import build_tree, name_domains
from .vocabulary import DOMAIN_HEADING, EMPTY, ITEM_ROLES, TRIM

LISTS = {"projects": "project", "organisation": "organisation", "monitoring": "monitoring"}
NOTE = re.compile(r"^[^\u4e00-\u9fff“]{0,4}[^：。，；]{2,24}：.{6,}")
MARKED_NOTE = re.compile(
    r"^\s*(?:\[\d+\]|〔\d{1,2}〕|[\ufffd\ue000-\uf8ff\x00-\x1f①-⑳*※¹²³⁴-⁹]|注\d*)"
)
PART = re.compile(r"(?:规划|纲要)?(?:的)?(?:组织实施|组织与实施|实施保障|监测评估|监测与评估)")
"""第一节 组织实施 in a chapter on both: a part with a list of its own."""
SIGNATURE = re.compile(r"日$|人民政府$|办公室$|委员会$")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A paragraph in its place in the plan."""

    paragraph: Paragraph
    section: str
    """front, overall, targets, measures, projects, organisation, monitoring, glossary, annex, contents,
    domain (heading or overview of one), heading, furniture, rest."""
    domain: str = ""
    location: str = ""
    """4, 4.2, measure 7, project 1, organisation 4, monitoring 2; empty outside the lists."""
    head: bool = False
    """The paragraph opens its location (or is a heading) and does not merely go on with it."""
    start: int = 0
    """Where the text begins, after the marker."""
    level: int = 0
    """The level of a heading; 0 for running text."""
    note: str = ""
    """What a person should check about its number."""

    @property
    def body(self) -> str:
        return self.paragraph.text[self.start :]


def outline(
    paragraphs: tuple[Paragraph, ...], names: Mapping[str, str] = EMPTY
) -> tuple[Entry, ...]:
    """Return the paragraphs of one plan with their places; `names` are known names of domains."""
    root, nodes = build_tree(paragraphs)
    _demote(nodes)
    aims_of_domains(nodes)
    _mark_domains(root)
    for node in nodes:
        if node.domain:
            assume_roles(node)
    name_domains(nodes, names)
    for node in nodes:
        if node.role in (*ITEM_ROLES, *LISTS):
            number_items(node)
    tell_apart(nodes)
    _link(root)
    places: dict[int, Entry] = {}
    for node in nodes:
        places[id(node)] = _entry(node, places)
    return _notes(tuple(places[id(node)] for node in nodes))


def _demote(nodes: list[Node]) -> None:
    """`（一）组织领导` under 组织实施 is its first item, and so is `（六）监测评估` without items of its own."""
    for node in nodes:
        above = {n.role for n in node.path()[:-1]} & set(LISTS)
        items = any(c.numbered for c in node.children)
        part = items and PART.fullmatch(node.heading.strip(TRIM))
        boxed = node.kind == "box" and items and not _has_more(node)
        if boxed:
            continue  # 专栏2 重点项目 under 重点项目: the projects stand in the box
        if node.role in LISTS and above and (not items or (node.role in above and not part)):
            node.role = ""
            node.kind = "text" if node.kind == "role" else node.kind


def _has_more(box: Node) -> bool:
    """Other boxes stand beside it: each is a project of its own."""
    beside = box.parent.children if box.parent else []
    return sum(node.kind == "box" for node in beside) > 1


def _notes(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Tell the notes on terms from the text: footnotes at a page's end and a list after the last item."""
    result = list(entries)
    trailing = True
    for at in range(len(entries) - 1, -1, -1):
        entry = entries[at]
        if entry.section == "furniture":
            continue
        note = not entry.head and not entry.paragraph.cells and NOTE.match(entry.paragraph.text)
        marked = MARKED_NOTE.match(entry.paragraph.raw) and not entry.head and note
        if marked or (trailing and note and not entry.level):
            result[at] = replace(entry, section="glossary", location="", domain="")
        elif trailing and not SIGNATURE.search(entry.paragraph.text[-16:]):
            trailing = False
    return tuple(result)


def _mark_domains(node: Node) -> None:
    """Find the nodes that head a domain: they hold main targets or measures, or stand where such do."""
    for child in node.children:
        roles = {c.role for c in child.children}
        own = child.role in {"", "targets"} and child.kind not in {"text", "role"}
        if (
            child.kind == "domain"
            or (own and not child.role and roles & set(ITEM_ROLES))
            or (own and not child.role and _in_domain_place(child))
        ):
            child.domain = "?"
        apart = child.role in {"overall", "front", *LISTS, "glossary"}
        if not child.domain and not apart and (child.role != "annex" or _has_lists(child)):
            _mark_domains(child)


def _has_lists(annex: Node) -> bool:
    """A further plan stands in the annex."""
    return any(n.role in ITEM_ROLES for c in annex.children for n in (c, *c.children))


def _in_domain_place(child: Node) -> bool:
    """Under a container of domains, or under top-level targets or measures with items of its own."""
    parent = child.parent
    numbered = [c for c in child.children if c.numbered and c.kind != "dash"]
    if parent is None or not (child.is_short or (numbered and _is_long_heading(child))):
        return False
    if parent.role == "container":
        return True
    if bool(DOMAIN_HEADING.fullmatch(child.heading.strip(TRIM))) and bool(numbered):
        return True
    return parent.role in ITEM_ROLES and bool(numbered)


def _is_long_heading(node: Node) -> bool:
    """（五）建设宜居家园，营造敬老环境: two phrases alone on their line."""
    body = node.body.rstrip(TRIM)
    return node.kind in HEADING_KINDS and len(body) <= 40 and not re.search("[。；：]", body)


def _entry(node: Node, places: dict[int, Entry]) -> Entry:
    """The place of one node, from the nodes above it."""
    paragraph = node.paragraph
    if paragraph.furniture or paragraph.contents:
        return Entry(
            paragraph=paragraph, section="furniture" if paragraph.furniture else "contents"
        )
    if paragraph.note:
        return Entry(paragraph=paragraph, section="glossary")
    path = node.path()
    domain = next((n.domain for n in path if n.domain), "")
    holder = next((n for n in reversed(path[:-1]) if n.role), None)
    if node.role or node.domain:
        section = node.role or "domain"
        return Entry(
            paragraph=paragraph, section=section, domain=domain, head=True, start=node.length,
            level=_level(path),
        )  # fmt: skip
    role = holder.role if holder else ("domain" if domain else "rest")
    section = role if role != "container" else "rest"
    entry = Entry(paragraph=paragraph, section=section, domain=domain, start=node.length)
    if holder is None or role not in (*ITEM_ROLES, *LISTS):
        return replace(entry, head=node.numbered, level=_level(path) if _is_heading(node) else 0)
    below = [n for n in path[path.index(holder) + 1 :] if not n.domain]
    return _item(entry, node, below, places)


def _item(entry: Entry, node: Node, below: list[Node], places: dict[int, Entry]) -> Entry:
    """The location of an item, a sub-item or a text that goes on with one."""
    counted = [n for n in below if n.number or n.numbered]
    if not counted:
        before = node.previous
        if before is None or id(before) not in places:
            return entry
        return replace(entry, location=places[id(before)].location, start=0)
    item = counted[0]
    prefix = {"targets": "", "measures": "measure "}.get(entry.section)
    prefix = f"{LISTS[entry.section]} " if prefix is None else prefix
    location = f"{prefix}{item.number}"
    if len(counted) > 1 and entry.section == "targets":
        location = f"{location}.{counted[1].number or counted[1].ordinal}"
    note = "number-inferred" if node is item and node.number_inferred else ""
    note = "number-repeated" if node is item and node.number_repeated else note
    opens = node is item or (len(counted) > 1 and node is counted[1] and entry.section == "targets")
    ends = node.paragraph.text.endswith(("。", "；"))
    short = node.is_short and node.numbered and (not ends or bool(node.children))
    level = len(node.path()) if node is item and short else 0
    return replace(entry, location=location, head=opens, note=note, level=min(level, 6))


def _link(node: Node) -> None:
    """Note for every node the numbered sibling before it and its place among its like."""
    waiting = [node]
    while waiting:
        parent = waiting.pop()
        previous: Node | None = None
        counts: dict[str, int] = {}
        for child in parent.children:
            counts[child.kind] = counts.get(child.kind, 0) + 1
            child.previous, child.ordinal = previous, counts[child.kind]
            previous = child if child.number else previous
        waiting += parent.children


def _is_heading(node: Node) -> bool:
    return node.numbered and node.kind != "dash" and node.is_short


def _level(path: list[Node]) -> int:
    return min(max(2, 1 + len([n for n in path if n.paragraph.raw])), 6)
