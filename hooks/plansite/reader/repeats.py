"""Lists that count from 1 again in one section of a domain: every item keeps a place of its own."""

from __future__ import annotations

from .node import Node
from .vocabulary import ITEM_ROLES

LISTED = (*ITEM_ROLES, "projects", "organisation", "monitoring")


def tell_apart(nodes: list[Node]) -> None:
    """Let a list that begins again go on with the numbers before it; a person checks them.

    主要目标 1-3 and 具体目标 1-5 of one domain, or measures that begin again under each heading without a
    number, would else stand at the same places.
    """
    used: dict[tuple[str, str], int] = {}
    for role in nodes:
        if role.role not in LISTED:
            continue
        domain = next((n.domain for n in role.path() if n.domain), "")
        key = (domain if role.role in ITEM_ROLES else "", role.role)
        shift = 0
        for item in role.children:
            if item.role or item.domain or not item.number or item.kind == "dash":
                continue
            if item.number == 1 and (not item.number_inferred or role.kind == "box"):
                shift = used.get(key, 0)
            if shift:
                item.number, item.number_repeated = item.number + shift, True
            used[key] = max(used.get(key, 0), item.number)


def aims_of_domains(nodes: list[Node]) -> None:
    """A numbered list under 总体目标 beside the measures of a domain holds targets of the domain."""
    for node in nodes:
        if node.role != "overall" or "目标" not in node.heading:
            continue
        beside = node.parent.children if node.parent else []
        alike = any(n.role in ITEM_ROLES for n in beside)
        listed = any(child.numbered and child.kind != "dash" for child in node.children)
        if alike and listed:
            node.role = "targets"
