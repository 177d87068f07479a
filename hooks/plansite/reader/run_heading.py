"""Headings in a text that lost its line ends: what one looks like, and where those of a run begin."""

from __future__ import annotations

import re

from .marker import marker_of
from .vocabulary import DOMAIN_HEADING, TRIM, role_of

LONGEST = 50
HEADING = re.compile(r"[^，。；：！？]{2,40}[：。]?")
ROLE_END = re.compile(
    r"[【〖]?(?:主要|发展|具体|工作|总体|策略|支持|实施|保障|重点)?(?:目标|措施|任务|策略|举措)(?:与措施|和措施)?[】〗]?[：。]?$"
)
DOMAIN = re.compile(
    r"(?:妇女|儿童)(?:与|和)(?:社会保障|社会环境|生态环境|社会福利|家庭建设|法律保护|健康|安全|教育|经济|福利|家庭|环境|法律|法治)|妇女参与决策(?:和|与)管理"
)
JOINS = set("的和与及、，。；：）（”》等")


def headings_in(run: str) -> set[int]:
    """Where the headings in a run begin that has several: 二、重点领域妇女与健康目标：."""
    marker = marker_of(run)
    first = marker.length if marker else 0
    found = {0}
    role = ROLE_END.search(run, first)
    if role and role.start() > first + 1 and run[role.start() - 1] not in JOINS:
        ahead = run[first : role.start()]
        if marker or DOMAIN_HEADING.fullmatch(ahead) or DOMAIN.fullmatch(ahead):
            found.add(role.start())
    domain = DOMAIN.search(run, first + 2)
    if domain and run[domain.start() - 1] not in JOINS:
        found.add(domain.start())
    return found


def heading_length(text: str, length: int, numbered: bool) -> int:
    """How long the heading is that a text begins with; 0 where it begins with none."""
    sentence = text.startswith(("对", "将", "把", "按", "就", "在"))  # 对规划实施情况进行监测
    for size in range(0 if sentence else min(20, length - 8), 1, -1):
        head, following = text[:size], text[size : size + 1]
        domain = numbered and DOMAIN.fullmatch(head)
        known = domain or role_of(head) in {"overall", "targets", "front"}
        if known and "\u4e00" <= head[-1] <= "\u9fff" and "对" not in head:
            return 0 if following in JOINS else size
    return 0


def is_heading(run: str) -> bool:
    """A short run without a mark inside that announces something or has a number of its own."""
    marker = marker_of(run)
    if len(run) > LONGEST or not HEADING.fullmatch(run[marker.length if marker else 0 :]):
        return False
    body = run[marker.length if marker else 0 :].strip(TRIM)
    if marker and marker.kind in {"part", "section", "cn", "cnparen", "box"} and len(body) <= 24:
        return True
    role = ROLE_END.search(body)
    rest = body[: role.start()] if role else body
    return bool(
        role_of(body) or DOMAIN_HEADING.fullmatch(body) or (role and DOMAIN.fullmatch(rest))
    )
