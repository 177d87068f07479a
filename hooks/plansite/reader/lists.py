"""Lists without a heading or without numbers: what they are, told by their order."""

from __future__ import annotations

import re
from itertools import pairwise

from .node import Node
from .paragraph import Paragraph
from .vocabulary import ITEM_ROLES

SIGNED = re.compile(
    r"[\u4e00-\u9fff]{2,24}(?:人民政府|委员会|办公[室厅]|局)|(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
)
"""Who issued the plan, and when: no item of its last list."""
RESULT = re.compile(r"\d|提高|提升|增强|下降|降低|减少|达到|延长|缩小|完善|普及|得到|保障")


def assume_roles(domain: Node) -> None:
    """Where a domain lacks the heading of its targets or measures, lists are told by their order."""
    _after_run_in_aim(domain)
    if any(n.role in ITEM_ROLES for n in domain.path()[:-1]):
        return
    given = [c for c in domain.children if c.role in ITEM_ROLES]
    loose = [c for c in domain.children if c.numbered and not c.role]
    if not loose:
        for role in given:
            _split_restart(role, domain)
        return
    runs = _runs(loose)
    after = given[0].role if given else ""
    if after == "measures" and domain.children.index(loose[0]) < domain.children.index(given[0]):
        names = ["targets"] * len(runs)
    elif after == "targets":
        names = ["measures"] * len(runs)
    elif len(runs) >= 2:
        names = ["targets", *["measures"] * (len(runs) - 1)]
    else:
        short = sum(len(n.body) for n in runs[0]) / len(runs[0]) < 90
        names = ["targets" if short and RESULT.search(runs[0][0].body) else "measures"]
    for run, name in zip(runs, names, strict=True):
        _group(domain, run, name)


def _runs(nodes: list[Node]) -> list[list[Node]]:
    """Lists among siblings: a new one begins where the numbering does."""
    runs: list[list[Node]] = []
    for node in nodes:
        new = not runs or node.kind != runs[-1][-1].kind
        if new or (node.number == 1 and node.kind != "dash"):
            runs.append([])
        runs[-1].append(node)
    return runs


def _split_restart(role: Node, domain: Node) -> None:
    """Targets whose numbering begins again without a heading: the second list are the measures."""
    runs = _runs([c for c in role.children if c.numbered])
    has_both = {c.role for c in domain.children} >= set(ITEM_ROLES)
    if (
        role.role == "targets"
        and len(runs) == 2
        and not has_both
        and runs[0][0].kind == runs[1][0].kind
    ):
        _group(domain, runs[1], "measures")


def _after_run_in_aim(domain: Node) -> None:
    """目标：到2025年…。 on one line, then a numbered list and no other: the list are the measures."""
    roles = [c for c in domain.children if c.role in ITEM_ROLES]
    if [role.role for role in roles] != ["targets"]:
        return
    inside = roles[0].children
    run = [c for c in inside if c.numbered]
    if not run or run[0].number != 1 or run[0].kind == "dash" or inside[0].kind != "text":
        return
    beside = inside[0].paragraph.line == roles[0].paragraph.line
    if beside and not inside[0].body.endswith("：") and "目标" in roles[0].heading:
        _group(domain, run, "measures")


def _group(domain: Node, run: list[Node], role: str) -> None:
    """Put a list under a role node of its own, which has no paragraph."""
    parent = run[0].parent or domain
    holder = Node(
        Paragraph(raw="", starts=((run[0].paragraph.line, run[0].paragraph.line),)), "role"
    )
    holder.role, holder.parent = role, domain
    first = parent.children.index(run[0])
    last = parent.children.index(run[-1])
    holder.children = parent.children[first : last + 1]
    trailing = parent.children[last + 1 :]
    while trailing and trailing[0].kind == "text":
        holder.children.append(trailing.pop(0))
    parent.children = parent.children[:first] + trailing
    domain.children.append(holder)
    for child in holder.children:
        child.parent = holder


def number_items(role: Node) -> None:
    """Give a number to the items of a list that print none."""
    items = [c for c in role.children if not c.role]
    inner = any(c.role == role.role and any(g.numbered for g in c.children) for c in role.children)
    if inner or any(c.domain for c in items):
        return
    numbered = [c for c in items if c.numbered and c.kind != "dash"]
    if not numbered:
        if any(c.paragraph.cells for c in items):
            return
        loose = [c for c in items if not c.paragraph.cells and not c.paragraph.furniture]
        while loose and loose[-1].kind == "text" and SIGNED.fullmatch(loose[-1].body):
            loose.pop()
        dashes = [c for c in loose if c.kind == "dash"]
        for number, item in enumerate(dashes or _headings(loose) or loose, start=1):
            item.number, item.number_inferred, item.kind = number, True, item.kind
        return
    kind = numbered[0].kind
    following: Node | None = None
    after: list[Node | None] = []
    for item in reversed(items):
        after.append(following)
        following = item if item.numbered and item.kind == kind else following
    expected = 1
    for item, later in zip(items, reversed(after), strict=True):
        if item.numbered and item.kind == kind:
            expected = item.number + 1
            continue
        lone = item.kind == "text" and not item.paragraph.cells and not item.paragraph.furniture
        if lone and later is not None and later.number == expected + 1:
            item.number, item.number_inferred = expected, True
            expected += 1


def _headings(items: list[Node]) -> list[Node]:
    """Lines of their own, each with sentences under it: they are the items of the list."""
    ends = [item.paragraph.text.endswith(("。", "；")) for item in items]
    heads = [item for item, end in zip(items, ends, strict=True) if item.is_short and not end]
    paired = all(first != second or first for first, second in pairwise(ends))
    if len(heads) + sum(ends) < len(items) or not heads or ends[0] or not ends[-1] or not paired:
        return []
    return heads
