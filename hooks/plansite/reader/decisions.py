"""What a person must decide before a draft becomes a plan, with the lines to look at."""

from __future__ import annotations

from ..official import NO_DOMAIN
from .official import item_anchor
from .plan import NumericTarget, Plan
from .report import unplaced


def decisions_text(plan: Plan, new: dict[str, tuple[str, NumericTarget]]) -> str:
    """The list as Markdown, in Chinese with an English line under each heading."""
    parts = ["# 需要人工决定的事项 / What a person must decide", ""]
    sections = (
        ("规划本身 / The plan itself", _facts(plan)),
        ("数字目标：逐条核对 / Numeric targets: check each against its passage", _numbers(plan)),
        ("目录里没有的指标 / Indicators the catalogue lacks", _new(new)),
        ("编号 / Numbering", _numbering(plan)),
        ("没有归入任何部分的文字 / Text placed in no section", _unplaced(plan)),
        ("只有人能写的内容 / What only a person can write", _writing()),
    )
    for heading, lines in sections:
        parts += [f"## {heading}", "", *(lines or ["- 无 / none"]), ""]
    return "\n".join(parts)


def _facts(plan: Plan) -> list[str]:
    facts = plan.facts
    lines = []
    if not facts.title or facts.title_inferred:
        lines.append(
            f"- 标题：原文没有，推测为“{facts.title}” / the title is not printed; this one is inferred"
        )
    if facts.period is None:
        lines.append("- 规划期：原文没有，请填 period / the period is not stated: fill in `period`")
    elif facts.period_basis != "title":
        lines.append(
            f"- 规划期 {facts.period[0]}—{facts.period[1]}：依据 {facts.period_basis} / the period rests on: {facts.period_basis}"
        )
    if not facts.jurisdiction:
        lines.append("- 地区：没有认出 / the jurisdiction was not recognised")
    if facts.draft:
        lines.append("- 原文是征求意见稿或草案 / the document is a draft for comment")
    if not plan.domains:
        lines.append("- 没有认出任何领域 / no domain was recognised")
    if any(domain.id == NO_DOMAIN for domain in plan.domains):
        lines.append(
            "- overall.yml 中是不在任何领域里的编号条目（如附表）：请逐条移到各领域的文件，正文已有的删除，"
            "再从 plan.yml 的 domains 中去掉 overall / overall.yml holds numbered items that stand in no domain "
            "(a table at the end, for example): move each into the file of its domain, delete what stands there "
            "already, then take overall out of `domains` in plan.yml"
        )
    lines += [f"- 上级规划：《{name}》，如站内已有请改写为 plan: / a superior plan; use `plan:` if it is recorded"
              for name in facts.superior_plans]  # fmt: skip
    return lines


def _numbers(plan: Plan) -> list[str]:
    lines = []
    for one in plan.numeric_targets:
        target = one.target
        value = f"{target.value}—{target.high}" if target.high is not None else f"{target.value}"
        stated = "" if one.year_basis == "stated" else "（规划末年 / end of plan）"
        lines.append(
            f"- 第{one.line}行 line {one.line}，`{item_anchor(one.domain, one.location)}`："
            f"{target.subject} {target.comparator} {value} {target.unit} {one.year}{stated}：“{one.quote}”"
        )
    return lines


def _new(new: dict[str, tuple[str, NumericTarget]]) -> list[str]:
    return [
        f"- 第{one.line}行 line {one.line}：{printed}（暂名 draft id `{name}`）"
        for printed, (name, one) in new.items()
    ]


def _numbering(plan: Plan) -> list[str]:
    lines = []
    for item in plan.items:
        first = item.entries[0]
        if first.note == "number-repeated":
            lines.append(
                f"- 第{item.line}行 line {item.line}：原文编号 {item.printed_number} 在同一部分重复，暂记为 {item.location}；"
                f"请核对 / the number printed, {item.printed_number}, stands before in the same part; recorded as "
                f"{item.location} until checked"
            )
        elif first.note:
            lines.append(
                f"- 第{item.line}行 line {item.line}：原文没有编号，推为 {item.location} / number not printed, inferred"
            )
    for domain in plan.domains:
        for name, items in (("targets", domain.targets), ("measures", domain.measures)):
            heads = sum(e.head for i in items for e in i.entries if "." not in i.location)
            numbers = [int(i.number) for i in items if i.number.isdigit()]
            if numbers and (heads != len(numbers) or numbers != list(range(1, len(numbers) + 1))):
                lines.append(
                    f"- 第{domain.line}行起 from line {domain.line}：{domain.id} {name} 编号为 {numbers}，有缺号或重号 / gap or repeat"
                )
    return lines


def _unplaced(plan: Plan) -> list[str]:
    return [
        f"- 第{u['line']}行 line {u['line']}：{u['text'][:60]}（{u['why']}）"
        for u in unplaced(plan)
    ]


def _writing() -> list[str]:
    return [
        "- 各条目的 summary（中、英）、title 的英文、指标定义 / summaries, English titles, definitions",
        "- plan.yml 的 source：sources.yml 中的条目 / `source` in plan.yml: an entry of sources.yml",
        "- plan.yml 的 status：已印发的写 in-force / `status` in plan.yml: in-force if it is issued",
        "- bodies 与 serves：责任单位与所服务的目标 / `bodies` and `serves`",
        "- 各领域概述与导言 / overview of each domain and the introduction",
    ]
