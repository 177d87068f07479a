"""Write N made-up plans of realistic size, as a root that can be checked and built."""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plansite.load.observations import COLUMNS

REPOSITORY = Path(__file__).resolve().parent.parent
PER_CITY, PER_PROVINCE = 10, 10
"""Counties of a city and cities of a province."""
FIRST_YEAR, LAST_YEAR = 2016, 2025
"""Years with observations."""

# Words of our own; two of each kind make a name, so that no real place has it.
HEADS = ("云", "星", "雾", "松", "霜", "鹭", "藤", "苔", "萤", "砚")
TAILS = ("汀", "墟", "笺", "帆", "灯", "屿", "砾", "梭", "弦", "栖")
SOUNDS = ("Yun", "Xing", "Wu", "Song", "Shuang", "Lu", "Teng", "Tai", "Ying", "Yan")
ENDS = ("ting", "xu", "jian", "fan", "deng", "yu", "li", "suo", "xian", "qi")
FIELDS = (
    ("health", "健康", "Health"),
    ("education", "教育", "Education"),
    ("economy", "经济", "the Economy"),
    ("decision-making", "决策", "Decision-Making"),
    ("social-security", "保障", "Social Security"),
    ("family", "家庭", "Family"),
    ("environment", "环境", "the Environment"),
    ("law", "法律", "the Law"),
)
SUBJECTS = (
    ("服务覆盖", "service coverage"),
    ("参与", "participation"),
    ("满意", "satisfaction"),
    ("达标", "attainment"),
    ("知晓", "awareness"),
    ("巩固", "retention"),
    ("普及", "uptake"),
    ("响应", "response"),
)
TASKS = (
    ("建立月度会商制度", "Meet every month", "牵头部门每月会商一次，记录公开。", "The departments meet once a month and publish the minutes."),
    ("完善上门服务", "Serve at home", "社区工作人员每季度上门一次，登记需要并转办。", "Community staff call once a quarter, note what is needed and pass it on."),
    ("开展骨干培训", "Train key staff", "每年培训两期，参训名单和课程一并公布。", "Two courses a year are held; the names and the subjects are published."),
    ("公布服务清单", "Publish the services", "每年三月公布服务清单，注明办理地点和时限。", "A list of services with places and time limits appears every March."),
)  # fmt: skip


@dataclass(frozen=True)
class Size:
    """How large each plan is."""

    domains: int = 8
    targets: int = 60
    measures: int = 90
    observed: bool = True
    """Whether there are observations: every indicator, every year."""
    recorded: bool = True
    """Whether the plans have clauses, or are only named."""

    @property
    def fields(self) -> tuple[tuple[str, str, str], ...]:
        """The domains in use."""
        return FIELDS[: self.domains]

    def share(self, total: int, index: int) -> int:
        """Return how many of `total` items the domain at `index` has."""
        return total // self.domains + (index < total % self.domains)


@dataclass(frozen=True)
class Place:
    """An invented place."""

    slug: str
    zh: str
    en: str
    tier: str
    parent: str

    @property
    def plan(self) -> str:
        """Path of its plan."""
        return f"{self.slug}/women-2021-2030"

    @property
    def source(self) -> str:
        """Id of its only source."""
        return self.slug.replace("/", "-")


def write_root(folder: Path, plans: int, size: Size) -> None:
    """Write a root with `plans` plans into `folder`, which must not hold one already."""
    sources = folder / "plans"
    sources.mkdir(parents=True)
    places = [place for place, _ in zip(invented_places(), range(plans), strict=False)]
    _write_shared(sources, places, size)
    for index, place in enumerate(places):
        _write_plan(sources, place, size, random.Random(index))
    write_settings(folder)


def write_settings(folder: Path) -> None:
    """Write mkdocs.yml and mkdocs.en.yml that lead to the repository's pages, theme and hooks."""
    relative = re.compile(r"^(docs_dir: |  custom_dir: |  - )(docs/\S+|hooks/\S+)$", re.MULTILINE)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        text = (REPOSITORY / name).read_text(encoding="utf-8")
        _write(folder / name, relative.sub(rf"\g<1>{REPOSITORY.as_posix()}/\g<2>", text))


def invented_places() -> Iterator[Place]:
    """Yield a nation, then province by province its cities and their counties."""
    yield Place("nation", "云笺国", "Yunjian", "nation", "")
    for province in range(1000):
        top = _place(f"p{province}", province, ("省", " Province"), "province", "nation")
        yield top
        for city in range(PER_PROVINCE):
            middle = _place(
                f"{top.slug}/c{city}", city, ("市", " City"), "prefecture-city", top.slug
            )
            yield middle
            for county in range(PER_CITY):
                yield _place(
                    f"{middle.slug}/k{county}", county, ("县", " County"), "county", middle.slug
                )


def _place(slug: str, index: int, ends: tuple[str, str], tier: str, parent: str) -> Place:
    shift = sum(map(ord, slug))
    head, tail = (index + shift) % len(HEADS), shift % len(TAILS)
    zh, en = HEADS[head] + TAILS[tail], SOUNDS[head] + ENDS[tail]
    return Place(slug, zh + ends[0], en + ends[1], tier, parent)


def _indicators(size: Size) -> Iterator[tuple[str, int]]:
    """Yield domain and number of each indicator."""
    for index, (domain, _, _) in enumerate(size.fields):
        for number in range(1, size.share(size.targets, index) + 1):
            yield domain, number


def _write_shared(sources: Path, places: list[Place], size: Size) -> None:
    """Write what all plans share."""
    _write(
        sources / "site.yml",
        'name: {zh: 规模试验, en: Scale trial}\nas_of: "2026-06-30"\n'
        "publisher: {zh: 试验项目, en: Trial Project}\ncontent_licence: CC BY 4.0\n",
    )
    _write(
        sources / "units.yml",
        "- {id: percent, name: {zh: 百分比, en: percent}, symbol: {zh: '%', en: '%'}}\n",
    )
    _write(
        sources / "bodies.yml",
        "".join(
            f"- {{id: {domain}-office, name: {{zh: {zh}工作办公室, en: Office of {en}}}}}\n"
            for domain, zh, en in FIELDS
        ),
    )
    domains = "".join(
        f"    - {{id: {domain}, name: {{zh: 妇女与{zh}, en: Women and {en}}}}}\n"
        for domain, zh, en in FIELDS
    )
    _write(
        sources / "series.yml",
        "- id: women\n  name: {zh: 妇女发展规划, en: Women's development plans}\n  domains:\n"
        + domains,
    )
    _write_places(sources, places)
    _write_catalogue(sources, size)


def _write_places(sources: Path, places: list[Place]) -> None:
    """Write jurisdictions.yml."""
    lines = ["codes: {list: {zh: 虚构, en: invented}, date: '2026'}", "jurisdictions:"]
    for index, one in enumerate(places):
        parent = f", parent: {one.parent}" if one.parent else ""
        lines.append(
            f"  - {{code: x{_letters(index)}, slug: {one.slug}, "
            f"name: {{zh: {one.zh}, en: {one.en}}}, tier: {one.tier}{parent}}}"
        )
    _write(sources / "jurisdictions.yml", "\n".join(lines) + "\n")


def _write_catalogue(sources: Path, size: Size) -> None:
    """Write the indicators, one for each target of a plan."""
    names = {domain: (zh, en) for domain, zh, en in FIELDS}
    catalogue: dict[str, list[str]] = {}
    for domain, number in _indicators(size):
        (zh, en), (subject_zh, subject_en) = names[domain], SUBJECTS[number % len(SUBJECTS)]
        catalogue.setdefault(domain, []).append(
            f"- id: {domain}-rate-{number}\n"
            f"  name: {{zh: {zh}{subject_zh}率（第{number}项）, en: {en} {subject_en} rate (item {number})}}\n"
            "  unit: percent\n  decimals: 1\n  better: higher\n  limits: [0, 100]\n"
        )
    for domain, entries in catalogue.items():
        _write(sources / "indicators" / f"{domain}.yml", "".join(entries))


def _write_plan(sources: Path, place: Place, size: Size, chance: random.Random) -> None:
    """Write one plan with its source and observations."""
    folder, plan = sources / place.slug, sources / place.plan
    title = f"{{zh: {place.zh}妇女发展规划（2021—2030年）, en: {place.en} Women's Development Plan (2021-2030)}}"
    _write(
        folder / "sources.yml",
        f"- {{id: {place.source}, title: {title}, date: '2021', evidence: A, citable: false}}\n",
    )
    above = f"superior: [{{plan: {place.parent}/women-2021-2030}}]\n" if place.parent else ""
    role = "own" if place.parent else "superior"
    domains = ", ".join(domain for domain, _, _ in size.fields)
    _write(
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
        _write(plan / "targets" / f"{domain}.yml", _targets(place, domain, targets, chance))
        if measures := _measures(domain, size.share(size.measures, index), targets, chance):
            _write(plan / "measures" / f"{domain}.yml", measures)
        _write(plan / f"{domain}.zh.md", f"{place.zh}在{zh}领域设{targets}项目标。\n")
        _write(plan / f"{domain}.en.md", f"{place.en} sets {targets} targets on {en}.\n")
    _write(plan / "introduction.zh.md", f"{place.zh}的规划分{size.domains}个领域（虚构）。\n")
    _write(
        plan / "introduction.en.md",
        f"The plan of {place.en} has {size.domains} domains (fictional).\n",
    )
    _write(plan / "implementation.yml", _measures("law", 6, 0, chance))
    _write(plan / "monitoring.yml", _measures("law", 4, 0, chance))


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
        f"      baseline: {{value: {goal - chance.randint(10, 30)}.0, year: 2020, source: {place.source}}}\n"
        for number in range(1, count + 1)
    )


def _measures(domain: str, count: int, targets: int, chance: random.Random) -> str:
    entries = []
    for number in range(1, count + 1):
        zh, en, long_zh, long_en = chance.choice(TASKS)
        serves = f'  serves: ["{number % targets + 1}"]\n' if targets else ""
        entries.append(
            f'- number: "{number}"\n  title: {{zh: {zh}, en: {en}}}\n'
            f'  summary: {{zh: {long_zh}, en: "{long_en}"}}\n  bodies: [{domain}-office]\n{serves}'
        )
    return "".join(entries)


def _write_observations(folder: Path, place: Place, size: Size, chance: random.Random) -> None:
    level = {key: chance.uniform(40, 60) for key in _indicators(size)}
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        rows = [",".join(COLUMNS)]
        for (domain, number), value in level.items():
            level[domain, number] = value = min(value + chance.uniform(-0.5, 4), 99.0)
            rows.append(
                f"{domain}-rate-{number},{year},,,,{value:.1f},percent,A,read,{place.source},"
                f"{year + 1}-06-30,,"
            )
        _write(folder / "observations" / f"{year}.csv", "\n".join(rows) + "\n")


def _letters(number: int) -> str:
    """Return a number as letters, so that codes look like nothing real."""
    text = ""
    while True:
        number, digit = divmod(number, 26)
        text = chr(ord("a") + digit) + text
        if number == 0:
            return text


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> int:
    """Write the root named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plans", type=int, help="number of plans")
    parser.add_argument("folder", type=Path, help="new folder to write")
    parser.add_argument("--domains", type=int, default=8, choices=range(1, 9), metavar="1..8")
    parser.add_argument("--targets", type=int, default=60, help="targets a plan")
    parser.add_argument("--measures", type=int, default=90, help="measures a plan")
    parser.add_argument("--no-observations", action="store_true")
    parser.add_argument("--named-only", action="store_true", help="plans without clauses")
    options = parser.parse_args()
    if (options.folder / "plans").exists():
        parser.error(f"{options.folder}/plans exists already; name a new folder")
    size = Size(options.domains, options.targets, options.measures, not options.no_observations,
                not options.named_only)  # fmt: skip
    write_root(options.folder, options.plans, size)
    print(f"{options.folder}: {options.plans} plans")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
