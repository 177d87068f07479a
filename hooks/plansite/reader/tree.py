"""Numbered paragraphs to a tree: which item stands under which."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from .marker import Marker, marker_of
from .nesting import depth_of
from .node import Node
from .paragraph import Paragraph
from .vocabulary import (
    DOMAIN_HEADING,
    EMPTY,
    ITEM_ROLES,
    RUN_IN,
    TRIM,
    domain_of,
    is_title,
    role_of,
)

SUB = re.compile(r"(?:^[^：。；（]{0,8}|[：。；])(（1）)[^（）]{4,}?[；。，](?=（2）)")
LEAD_IN = re.compile(
    r"(?:主要|发展|具体|工作|规划)(?:目标|指标)(?:任务)?(?:设置)?(?:情况)?(?:如下|是|为|包括|有)?：$"
)
ANNEX = re.compile(
    r"附(?:件|表|录)(?:[一二三四五六七八九十]|\d{1,2})?(?:$|：?(?![^。]*(?:规划|纲要|计划|方案))[^，。；：]{0,30}$)"
)
DEEPEST = 24
"""No plan nests deeper; the time of reading grows with the depth."""
DUTY = re.compile(r"加强|强化|做好|落实|完善|健全|推进|开展|明确")


def build_tree(paragraphs: tuple[Paragraph, ...]) -> tuple[Node, list[Node]]:
    """Return the root and all nodes in the order of the document."""
    root = Node(Paragraph(raw="", starts=((0, 1),)), "root")
    stack = [root]
    nodes: list[Node] = []
    for paragraph in paragraphs:
        if paragraph.furniture or paragraph.contents or paragraph.note:
            nodes.append(Node(paragraph, "text", parent=stack[-1]))
            continue
        for piece in _run_ins(paragraph):
            node = _place(piece, stack)
            nodes.append(node)
    return root, nodes


def _run_ins(paragraph: Paragraph) -> list[Paragraph]:
    """Part a run-in heading from its text, and items that stand in one paragraph."""
    if paragraph.cells:
        return [paragraph]
    cut = _heading_end(paragraph)
    if cut:
        head, tail = paragraph.split(cut)
        return [replace(head, heading=True), *_run_ins(tail)]
    cut = _next_item(paragraph) or _first_sub(paragraph)
    if cut:
        head, tail = paragraph.split(cut)
        return [head, *_run_ins(tail)]
    return [paragraph]


def _heading_end(paragraph: Paragraph) -> int:
    """Where the heading of a role or a domain ends, if text runs on after it."""
    text = paragraph.text
    marker = marker_of(text[:40], paragraph.raw[:40], paragraph.mark)
    start = marker.length if marker else 0
    found = RUN_IN.match(text[start : start + 20])
    if found and start + found.end() < len(text):
        rest = text[start + found.end() :]
        if found[2] == "：" or marker_of(rest[:40]) or len(found[1]) >= 4:
            return start + found.end()
    if paragraph.bold and paragraph.bold < len(paragraph.raw):
        bold = sum(place < paragraph.bold for place in paragraph.normal.origin)
        heading = text[start:bold].strip(TRIM)
        if bold < len(text) and (
            role_of(heading) in ITEM_ROLES or DOMAIN_HEADING.fullmatch(heading)
        ):
            return bold
    return 0


def _next_item(paragraph: Paragraph) -> int:
    """Where the next numbered item begins inside this one: after a sentence, and one higher."""
    text = paragraph.text
    marker = marker_of(text[:40], "", paragraph.mark)
    if marker is not None and marker.kind == "dash" and text.startswith("——"):
        again = re.search(r"[。；]——(?=[\u4e00-\u9fff“\d])", text)
        return again.start() + 1 if again else 0
    if marker is None or marker.kind not in {"ar", "cnparen", "arparen"}:
        return 0
    at = marker.length
    while at < len(text):
        ends = [i for i in (text.find(m, at) for m in "。；：") if i >= 0]
        if not ends:
            return 0
        at = min(ends) + 1
        following = marker_of(text[at : at + 40])
        if text[at - 1] == "：" and text[at - 2].isdigit():
            continue
        if following and following.kind == marker.kind and following.number == marker.number + 1:
            return at
    return 0


def _first_sub(paragraph: Paragraph) -> int:
    """Where a list begins inside an item: 1.提高保健水平：（1）…；（2）…"""
    text = paragraph.text
    marker = marker_of(text[:40], "", paragraph.mark)
    found = SUB.search(text)
    if marker is None or marker.kind not in {"ar", "cn", "cnparen"} or not found:
        return 0
    return found.start(1) if found.start(1) >= marker.length and found.start(1) else 0


def _place(paragraph: Paragraph, stack: list[Node]) -> Node:
    """Put a paragraph under the right node of the stack, which is changed to lead to it."""
    marker = None
    if not paragraph.cells:
        last = next((n.number for n in reversed(stack) if n.kind == "ar"), 0)
        following = 1 if stack[-1].role or (stack[-1].kind != "ar" and not last) else last + 1
        marker = marker_of(paragraph.text, paragraph.raw, paragraph.mark, following)
    node = _node(paragraph, marker, stack)
    depth = min(len(stack) if node.kind == "text" else depth_of(node, stack), DEEPEST)
    node.parent = stack[depth - 1]
    if node.kind != "text":
        del stack[depth:]
        stack.append(node)
    node.parent.children.append(node)
    return node


def _node(paragraph: Paragraph, marker: Marker | None, stack: list[Node]) -> Node:
    if paragraph.cells:
        return Node(paragraph, "text")
    body = paragraph.text[marker.length if marker else 0 :]
    if marker and len(stack) == 1 and is_title(body):
        return Node(paragraph, "text")  # a notice lists the plans it issues
    if marker:
        top = marker.kind in {"part", "cn", "section"} or (
            _is_outermost(marker, stack) and len(body) < 30
        )
        if marker.kind == "box" and (not body or re.search(r"指标|目标", body)):
            return Node(paragraph, "text")
        role = "projects" if marker.kind == "box" else role_of(body, top)
        if not top and DUTY.match(body):
            role = role if role in {"targets", "measures", "overall"} else ""
        if role == "organisation" and not top and body.strip(TRIM) == "保障措施":
            role = "measures"
        return Node(paragraph, marker.kind, marker.number, marker.length, role)
    role = role_of(body)
    closing = any(n.role in {"organisation", "monitoring", "annex"} for n in stack)
    if closing and not role and ANNEX.match(body):
        return Node(paragraph, "role", role="annex")
    organising = any(n.role == "organisation" for n in stack)
    if role in {"organisation", "monitoring"} and organising and DUTY.match(body):
        role = ""  # 加强组织领导 under 组织实施 is a duty in its list, not the heading of another
    leads = LEAD_IN.search(body) is not None and len(body) <= 120
    if not role and leads and not any(n.role or n.domain for n in stack):
        return Node(paragraph, "role", role="targets")  # …涉及主要目标是：, before a list
    if role:
        inside = any(n.domain or n.kind == "domain" or n.kind == "cnparen" for n in stack)
        role = "measures" if inside and body.strip(TRIM) == "保障措施" else role
        return Node(paragraph, "role", role=role)
    short = body.strip(TRIM)
    ends = paragraph.text.endswith(("。", "；", "，"))
    if DOMAIN_HEADING.fullmatch(short) and len(short) <= 16 and not ends:
        return Node(paragraph, "domain")
    return Node(paragraph, "text")


def _is_outermost(marker: Marker, stack: list[Node]) -> bool:
    """The number stands alone, or goes on with the numbers of the chapters."""
    if len(stack) == 1:
        return True
    return stack[1].kind == marker.kind and stack[1].number + 1 == marker.number


def name_domains(nodes: list[Node], names: Mapping[str, str] = EMPTY) -> None:
    """Give their ids to the nodes that head a domain.

    A heading that comes again is the same domain (its measures stand in another chapter), unless it
    has targets of its own both times: then a second part of the plan has a domain of that name.
    """
    known: dict[str, Node] = {}
    for node in nodes:
        if node.domain != "?":
            continue
        heading = node.heading.strip(TRIM)
        first = known.get(heading)
        if first and not (_has_targets(first) and _has_targets(node)):
            node.domain = first.domain
            continue
        taken = frozenset(n.domain for n in nodes if n.domain not in {"", "?"})
        node.domain = domain_of(heading, taken, len(taken) + 1, names)
        known[heading] = node


def _has_targets(node: Node) -> bool:
    return any(child.role == "targets" for child in node.children)
