"""What made-up plans share: settings, units, bodies, domains, places, indicators."""

from __future__ import annotations

from pathlib import Path

from scale.places import Place
from scale.size import FIELDS, Size, indicators, write

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


def write_shared(sources: Path, places: list[Place], size: Size) -> None:
    """Write what all plans share."""
    write(
        sources / "site.yml",
        'name: {zh: 规模试验, en: Scale trial}\nas_of: "2026-06-30"\n'
        "publisher: {zh: 试验项目, en: Trial Project}\ncontent_licence: CC BY 4.0\n",
    )
    write(
        sources / "units.yml",
        "- {id: percent, name: {zh: 百分比, en: percent}, symbol: {zh: '%', en: '%'}}\n",
    )
    write(
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
    write(
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
    write(sources / "jurisdictions.yml", "\n".join(lines) + "\n")


def _write_catalogue(sources: Path, size: Size) -> None:
    """Write the indicators, one for each target of a plan."""
    names = {domain: (zh, en) for domain, zh, en in FIELDS}
    catalogue: dict[str, list[str]] = {}
    for domain, number in indicators(size):
        (zh, en), (subject_zh, subject_en) = names[domain], SUBJECTS[number % len(SUBJECTS)]
        catalogue.setdefault(domain, []).append(
            f"- id: {domain}-rate-{number}\n"
            f"  name: {{zh: {zh}{subject_zh}率（第{number}项）, en: {en} {subject_en} rate (item {number})}}\n"
            "  unit: percent\n  decimals: 1\n  better: higher\n  limits: [0, 100]\n"
        )
    for domain, entries in catalogue.items():
        write(sources / "indicators" / f"{domain}.yml", "".join(entries))


def _letters(number: int) -> str:
    """Return a number as letters, so that codes look like nothing real."""
    text = ""
    while True:
        number, digit = divmod(number, 26)
        text = chr(ord("a") + digit) + text
        if number == 0:
            return text
