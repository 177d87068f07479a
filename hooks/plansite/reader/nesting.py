"""Under which open heading a numbered paragraph stands; the open headings are a stack."""

from __future__ import annotations

import re

from .marker import RANK
from .node import Node
from .vocabulary import DOMAIN_HEADING, DOMAIN_RULES, ITEM_ROLES, TRIM

HEADING_KINDS = ("part", "section", "cn", "cnparen")
TOP_ROLES = (
    "organisation",
    "monitoring",
    "projects",
    "glossary",
    "front",
    "contents",
    "container",
    "annex",
)

AIM_LABEL = re.compile(r"[【]?目标[一二三四五六七八九十\d]")
MEASURE_LABEL = re.compile(r"[【]?(?:措施|策略|任务|举措)[一二三四五六七八九十\d]")


def depth_of(node: Node, stack: list[Node]) -> int:
    """How many nodes of the stack stay open above a new one."""
    if node.kind == "role":
        return _role_depth(node, stack)
    same = [i for i in range(len(stack) - 1, 0, -1) if stack[i].kind == node.kind]
    if node.kind == "domain":
        return same[0] if same else _domain_depth(stack)
    if not same:
        return _new_kind_depth(node, stack)
    if node.number == 0 or node.kind == "box":  # no box stands in a box
        return same[0]
    return _numbered_depth(node, stack, same)


def _numbered_depth(node: Node, stack: list[Node], same: list[int]) -> int:
    """Go on with the numbering that expects this number; a 1 may open a deeper level."""
    if DOMAIN_HEADING.fullmatch(node.heading) and node.number > 1:
        for i in same:
            if DOMAIN_HEADING.fullmatch(stack[i].heading):
                return i
    for i in same[::-1] if node.role else same:
        if stack[i].number + 1 == node.number:
            return i
    if node.number > 1:
        return same[-1] if node.role in TOP_ROLES else same[0]
    top, inner = stack[-1], same[0]
    if MEASURE_LABEL.match(node.paragraph.text) and AIM_LABEL.match(stack[same[-1]].paragraph.text):
        return same[-1]  # 措施一 after 目标二 begins the next list
    under_items = any(n.role in ITEM_ROLES for n in stack[1 : inner + 1])
    if inner == len(stack) - 1:
        deeper = top.is_short and not node.is_short and not under_items
        return len(stack) if deeper or top.role else inner
    return (
        len(stack)
        if top.kind in {"role", "domain", "box"} or (top.is_short and top.kind in HEADING_KINDS)
        else inner
    )


def _new_kind_depth(node: Node, stack: list[Node]) -> int:
    """A kind of marker not open yet stands deeper, unless a lower kind must close first."""
    top = stack[-1]
    ends = top.kind == "role" and top.role in {"front", "contents", "glossary", "overall"}
    if ends and (node.kind in HEADING_KINDS[:3] or node.role) and len(stack) == 2:
        return 1
    if node.number == 1 and (top.kind in {"role", "domain"} or top.is_short):
        return len(stack)
    rank = RANK.index(node.kind) if node.kind in RANK else len(RANK)
    for i in range(1, len(stack)):
        if stack[i].kind in RANK and RANK.index(stack[i].kind) > rank:
            return i
    return len(stack)


def _role_depth(node: Node, stack: list[Node]) -> int:
    """A heading without number: main targets and measures stand under the domain just open."""
    roles = [i for i in range(1, len(stack)) if stack[i].kind == "role"]
    if node.role in TOP_ROLES:
        return 1
    if node.role == "overall":
        return roles[0] if roles else min(len(stack), 2)
    for i in roles:
        if stack[i].role in (*ITEM_ROLES, "overall"):
            return i
    keep = len(stack)
    while keep > 1 and _is_item(stack, keep - 1):
        keep -= 1
    return keep


def _is_item(stack: list[Node], at: int) -> bool:
    """The node is an item of a list and not the heading of a domain."""
    node = stack[at]
    if node.kind in HEADING_KINDS or node.kind in {"role", "domain"}:
        named = DOMAIN_HEADING.fullmatch(node.heading.strip(TRIM))
        return node.kind == "cnparen" and not node.is_short and not named
    if node.kind != "ar" or not node.is_short:
        return True
    heading = node.heading.strip(TRIM)
    if DOMAIN_HEADING.fullmatch(heading):
        return False
    return not any(rule.search(heading) for _, rule in DOMAIN_RULES) or len(heading) > 14


def _domain_depth(stack: list[Node]) -> int:
    for i in range(1, len(stack)):
        node = stack[i]
        if node.kind in {"ar", "cnparen", "dash"} or node.role in (*ITEM_ROLES, "front", "overall"):
            return i if node.role != "targets" or node.kind == "role" else i + 1
    return len(stack)
