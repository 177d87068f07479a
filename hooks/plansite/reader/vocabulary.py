"""The words headings are known by. Extend a table here and the reader knows more plans."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

ITEM_ROLES = ("targets", "measures")
TRIM = "：:。.；;，, 、“”\"'…*#【】〖〗"

PLAN_WORD = r"(?:发展规划|发展纲要|规划纲要|规划|纲要|行动计划|实施计划|提升计划|工作计划|健身计划|五年计划|实施方案|行动方案|工作方案)"
TITLE = re.compile(
    rf"^(?!关于|按照|根据|为|附件[^：]|《)[^。；？！]{{2,46}}{PLAN_WORD}(?:[（(].{{2,24}}[）)]){{0,3}}(?:（?[^。]{{0,8}}稿）?)?$"
)

ROLES: tuple[tuple[str, str], ...] = (
    ("contents", r"目录|目次"),
    (
        "glossary",
        r"(有关|相关|主要|附(?:件|录)?\d{0,2}[：:、]?)?(名词|术语|词语)(解释|注释|说明|术语)(及注释)?|注释|附注|尾注|注",
    ),
    ("front", r"前言|序言|引言|导言|序"),
    (
        "overall",
        r"(总则|指导思想|基本原则|总体目标|总体要求|总体思路|总目标|远景目标|发展愿景|工作原则|发展理念)"
        r"([、和与及](指导思想|基本原则|总体目标|总体要求|主要目标|发展目标|工作原则))*",
    ),
    (
        "overall",
        r".{0,12}(规划背景|发展背景|编制背景|发展基础|工作基础|发展环境|发展现状|基本情况|实施情况|面临(的)?形势|形势(与|和)?挑战"
        r"|现状(与|和)?形势|主要成效|主要成就|主要成绩|(取得|发展)(的)?(成就|成效|成绩)|工作回顾|发展回顾|存在(的)?(主要)?问题"
        r"|机遇(与|和)挑战|问题(与|和)挑战|基础(和|与)环境|形势分析|现状分析)",
    ),
    (
        "container",
        r"(发展领域|重点领域|优先领域|主要领域|领域)?([、，和与及]*)"
        r"(发展|主要|具体|总体|工作)?(目标|目标任务)[、，和与及]+(策略|主要|支持|重点|保障|工作|具体)?"
        r"(措施|任务|举措|策略|策略措施)",
    ),
    ("container", r"(发展|重点|优先|主要)领域"),
    (
        "targets",
        r"(妇女|儿童|具体|主要|发展|工作|预期|规划|核心|重点|量化|分项|阶段性?|战略|领域)*"
        r"(目标|指标)(任务|指标|体系|要求|[和与]指标)?(（.{1,12}）)?",
    ),
    ("targets", r"任务目标|目标任务"),
    ("organisation", r"保障措施|保障机制"),
    (
        "measures",
        r"(策略|主要|支持|具体|工作|重点|政策|实施|落实|推进|对策|行动|发展|建设)*[与和及]?"
        r"(措施|策略|举措|任务|对策|途径)([与和及](措施|举措|任务|策略))?",
    ),
    (
        "projects",
        r".{0,12}(重点|重大|实事|民生|示范)(实施|建设|推进)?(的)?(工程|项目|行动|实事)(和?项目|与项目|和?工程|建设)?|(民生)?实事项目",
    ),
    (
        "organisation",
        r"(规划|纲要)?(的)?(加强|强化|做好)?(组织|规划)?(和|与|、)?(组织实施|组织保障|实施保障|组织领导|"
        r"规划实施|实施机制|组织管理|组织落实|组织与实施|实施与保障|组织)([与和、及](保障|监测评估|实施|管理|落实)(措施)?)*",
    ),
    (
        "monitoring",
        r"(规划|纲要)?(的)?(实施)?(加强|强化|做好)?(统计)?(监测|监督|督导|考核|评估)[与和、及]?(评估|监测|考核|检查)(机制|工作|体系)?",
    ),
)
ROLE_RULES = tuple((role, re.compile(pattern)) for role, pattern in ROLES)
TOP_RULES = (
    ("organisation", re.compile(r"组织实施|组织保障|保障措施|实施保障|规划实施|组织领导|实施机制|保障机制|保障条件|组织与实施|保障体系和")),
    ("monitoring", re.compile(r"监测(与|和|、)?评估|评估(与|和)监测|监督评估|督导评估")),
    ("projects", re.compile(r"重(点|大)(实施|建设|推进)?(工程|项目|行动)|实事项目")),
    ("overall", re.compile(r"指导思想|基本原则|总体要求|总体目标|形势|现状|回顾|成[效就绩]|[基实][本施]情况|发展基础|发展环境|背景")),
    ("measures", re.compile(r"(重点|主要|工作)(任务|措施|举措)|策略措施")),
    ("targets", re.compile(r"(主要|发展|工作|具体)目标$|目标任务$|目标(和|与)指标$")),
)  # fmt: skip
REVIEW = re.compile(
    r"背景|现状|(?:发展|基本|现实)状况|回顾|成就|成效|成绩|形势|机遇|挑战|存在.{0,6}问题|问题与|(?:发展|工作|现实)基础|基础(?:和|与)|发展环境|(?:基本|实施|执行)情况"
)
"""Headings of what tells how things stand: no promise stands under them."""
RUN_IN = re.compile(
    r"^(总体目标|主要目标|发展目标|具体目标|工作目标|目标任务|目标|主要指标|策略措施|策略与措施|主要措施|支持措施|"
    r"具体措施|工作措施|重点措施|主要任务|重点任务|主要举措|措施|策略)(：|。)"
)

DOMAINS: tuple[tuple[str, str], ...] = (
    ("rural-revitalisation", r"乡村振兴|三农|农业农村"),
    ("decision-making", r"决策|参政|管理和决策|政治参与|民主参与"),
    ("social-security", r"社会保障|社会保险"),
    ("law", r"法律|法治|法制|司法|维权|权益保护|权益保障|法律保护"),
    ("family", r"家庭|家教|家风"),
    ("environment", r"环境|生态"),
    ("education", r"教育|素质|学习"),
    ("safety", r"安全|伤害"),
    ("welfare", r"福利|救助|关爱服务"),
    ("elderly-care", r"养老|老龄|老年|为老"),
    ("employment", r"就业|创业"),
    ("economy", r"经济|产业|收入"),
    ("health", r"健康|卫生|医疗|妇幼"),
    ("culture", r"文化|思想道德|精神|价值引领|思想引领|思想政治"),
    ("disability", r"残疾|康复"),
    ("science", r"科技|科学|创新|数字"),
    ("sports", r"体育|健身"),
    ("participation", r"参与"),
    ("security", r"保障"),
)
EMPTY: Mapping[str, str] = MappingProxyType({})
DOMAIN_RULES = tuple((name, re.compile(pattern)) for name, pattern in DOMAINS)
DOMAIN_HEADING = re.compile(
    r"(妇女|儿童|女性|青年|老年人|老人|残疾人|未成年人|青少年)(与|和|参与)[\u4e00-\u9fff、]{2,14}"
)


@lru_cache(maxsize=4096)
def role_of(heading: str, top: bool = False) -> str:
    """What a heading announces; empty if it is no heading of a known kind."""
    text = re.sub(r"（.{0,12}）$", "", heading.strip(TRIM)).strip(TRIM)
    if not text or len(text) > 40:
        return ""
    if not top and text == "保障措施":
        return "organisation"
    for role, rule in ROLE_RULES:
        if rule.fullmatch(text):
            return role
    motto = re.fullmatch(r"[^：]{2,12}：([^：，。]{2,12})", text)
    if top and motto and role_of(motto[1], top):
        return role_of(motto[1], top)  # 保驾护航：保障条件
    if top and len(text) <= 36:
        for role, rule in TOP_RULES:
            if rule.search(text):
                return role
    return ""


def domain_of(
    heading: str, taken: frozenset[str], number: int, known: Mapping[str, str] = EMPTY
) -> str:
    """The id of a domain by its known name or the words of its heading; `domain-9` where none fits."""
    text = heading.strip(TRIM)
    if text in known and known[text] not in taken:
        return known[text]
    part = re.split(r"[与和]", text, maxsplit=1)[-1] if DOMAIN_HEADING.match(text) else text
    for name, rule in DOMAIN_RULES:
        if name not in taken and rule.search(part):
            return name
    if part != text:
        for name, rule in DOMAIN_RULES:
            if name not in taken and rule.search(text):
                return name
    return f"domain-{number}"


def is_title(text: str) -> bool:
    """The line alone is the title of a plan."""
    return (
        bool(TITLE.match(text))
        and len(text) >= 6
        and not re.search(r"通知$|批复|附件：", text)
        and not role_of(text)
    )
