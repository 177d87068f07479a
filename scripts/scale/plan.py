"""One made-up plan: its source, clauses, prose and observations."""

from __future__ import annotations

import random
from pathlib import Path

from plansite.load.observations import COLUMNS

from scale.places import Place
from scale.size import Size, indicators, write

FIRST_YEAR, LAST_YEAR = 2016, 2025
"""Years with observations."""

TASKS = (
    ("建立月度会商制度", "Meet every month", "牵头部门每月会商一次，记录公开。", "The departments meet once a month and publish the minutes."),
    ("完善上门服务", "Serve at home", "社区工作人员每季度上门一次，登记需要并转办。", "Community staff call once a quarter, note what is needed and pass it on."),
    ("开展骨干培训", "Train key staff", "每年培训两期，参训名单和课程一并公布。", "Two courses a year are held; the names and the subjects are published."),
    ("公布服务清单", "Publish the services", "每年三月公布服务清单，注明办理地点和时限。", "A list of services with places and time limits appears every March."),
)  # fmt: skip


def write_plan(sources: Path, place: Place, size: Size, chance: random.Random) -> None:
    """Write one plan with its source and observations."""
    folder, plan = sources / place.slug, sources / place.plan
    title = f"{{zh: {place.zh}妇女发展规划（2021—2030年）, en: {place.en} Women's Development Plan (2021-2030)}}"
    write(
        folder / "sources.yml",
        f"- {{id: {place.source}, title: {title}, date: '2026', evidence: A, citable: false}}\n",
    )
    above = f"superior: [{{plan: {place.parent}/women-2021-2030}}]\n" if place.parent else ""
    role = "own" if place.parent else "superior"
    domains = ", ".join(domain for domain, _, _ in size.fields)
    write(
        plan / "plan.yml",
        f"title: {title}\nseries: women\nperiod: [2021, 2030]\nstatus: in-force\nrole: {role}\n"
        f"source: {place.source}\n{above}domains: [{domains}]\n"
        f"completeness: {{recorded: {'full' if size.recorded else 'named'}}}\n",
    )
    if size.recorded:
        _write_clauses(plan, place, size, chance)
    if size.observed:
        _write_observations(folder, place, size, chance)


def _write_clauses(plan: Path, place: Place, size: Size, chance: random.Random) -> None:
    """Write the targets, measures and prose of one plan."""
    for index, (domain, zh, en) in enumerate(size.fields):
        targets = size.share(size.targets, index)
        write(plan / "targets" / f"{domain}.yml", _targets(place, domain, targets, chance))
        if measures := _measures(domain, size.share(size.measures, index), targets, chance):
            write(plan / "measures" / f"{domain}.yml", measures)
        write(plan / f"{domain}.zh.md", f"{place.zh}在{zh}领域设{targets}项目标。\n")
        write(plan / f"{domain}.en.md", f"{place.en} sets {targets} targets on {en}.\n")
    write(plan / "introduction.zh.md", f"{place.zh}的规划分{size.domains}个领域（虚构）。\n")
    write(
        plan / "introduction.en.md",
        f"The plan of {place.en} has {size.domains} domains (fictional).\n",
    )
    write(plan / "implementation.yml", _measures("law", 6, 0, chance))
    write(plan / "monitoring.yml", _measures("law", 4, 0, chance))


def _targets(place: Place, domain: str, count: int, chance: random.Random) -> str:
    return "".join(
        f'- number: "{number}"\n'
        f"  title: {{zh: 第{number}项目标, en: Target {number}}}\n"
        f"  bodies: [{domain}-office]\n"
        "  items:\n"
        f"    - indicator: {domain}-rate-{number}\n"
        f"      at_least: {(goal := chance.randint(70, 95))}\n"
        "      by: 2025\n"
        f"      then: {{at_least: {goal + 4}, by: 2030}}\n"
        f"      baseline: {{value: {goal - chance.randint(10, 30)}.0, year: {FIRST_YEAR - 1}, source: {place.source}}}\n"
        for number in range(1, count + 1)
    )


def _measures(domain: str, count: int, targets: int, chance: random.Random) -> str:
    entries = []
    for number in range(1, count + 1):
        zh, en, long_zh, long_en = chance.choice(TASKS)
        serves = f'  serves: ["{number % targets + 1}"]\n' if targets else ""
        entries.append(
            f'- number: "{number}"\n  title: {{zh: {zh}（{number}）, en: {en} ({number})}}\n'
            f'  summary: {{zh: {long_zh}, en: "{long_en}"}}\n  bodies: [{domain}-office]\n{serves}'
        )
    return "".join(entries)


def _write_observations(folder: Path, place: Place, size: Size, chance: random.Random) -> None:
    level = {key: chance.uniform(40, 60) for key in indicators(size)}
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        rows = [",".join(COLUMNS)]
        for (domain, number), value in level.items():
            level[domain, number] = value = min(value + chance.uniform(-0.5, 4), 99.0)
            rows.append(
                f"{domain}-rate-{number},{year},,,,{value:.1f},percent,A,read,{place.source},"
                f"{year + 1}-06-30,,"
            )
        write(folder / "observations" / f"{year}.csv", "\n".join(rows) + "\n")
