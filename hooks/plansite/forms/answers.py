"""Judging what came back: each filled line becomes an answer, or says what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from plansite.forms.form import Form, Key, forms_of
from plansite.forms.layout import STATUSES
from plansite.forms.number import figure
from plansite.forms.returned import Filled, Line, Returned
from plansite.forms.sources import new_sources
from plansite.formulas import SIGNS
from plansite.model import Site
from plansite.problems import Origin, Problem
from plansite.progress.observation_words import WITHOUT_NUMBER, ObservationStatus
from plansite.records.base import last_day
from plansite.records.catalogue import Source
from plansite.records.unknown import close_match

_LOOSE_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})(?:[-/.月]([0-9]{1,2})日?)?月?")


@dataclass(frozen=True)
class Answer:
    """One reported figure, sound in itself."""

    place: str
    key: Key
    year: int
    value: Decimal | None
    status: str
    status_given: bool
    source: str
    published_on: str
    confirmed: str
    note: str
    cell: Filled
    """The cell that stands for it in messages."""
    shown: str | None
    """What the form showed as recorded; None if it showed nothing."""


@dataclass
class Judged:
    """The answers of one file, the sources it adds, and every problem."""

    answers: list[Answer]
    sources: list[tuple[str, Source]]
    """Place and entry of each new source."""
    problems: list[Problem]


def judge(returned: Returned, site: Site) -> Judged:
    """Return the answers of a form; problems name the cells."""
    judged = Judged([], [], [])
    form = _form(returned, site, judged.problems)
    if form is None:
        return judged
    known = new_sources(returned, site, judged.problems)
    for line in returned.lines:
        if answer := _answer(line, form, {**site.sources, **known}, returned, judged.problems):
            judged.answers.append(answer)
    used = {one.source for one in judged.answers}
    named = {
        one.cells["source"].text.split(" ")[0] for one in returned.lines if "source" in one.cells
    }
    for name, source in known.items():
        if name in used and name not in site.sources:
            judged.sources.append((returned.place, source))
        elif name not in named:  # a row that names it may have other faults, told there
            cell = next(iter(returned.new_sources[name].values()))
            judged.problems.append(cell.problem(
                f"新来源 {name} 没有用到，不登记", f"the new source {name} is not used and is left out",
                warning=True,
            ))  # fmt: skip
    return judged


def _form(returned: Returned, site: Site, problems: list[Problem]) -> Form | None:
    """Return the form as it would be handed out today."""
    origin = Origin(returned.file)
    if returned.year > site.settings.as_of.year:
        problems.append(Problem(
            origin,
            f"数据年份 {returned.year} 晚于 site.yml 的 as_of（{site.settings.as_of.isoformat()}）；请核对年份",
            f"the year {returned.year} lies after as_of of site.yml ({site.settings.as_of.isoformat()}); check the year",
        ))  # fmt: skip
        return None
    forms = forms_of(site, returned.year)
    for form in forms:
        if (form.place.slug, form.body.id) == (returned.place, returned.body):
            return form
    problems.append(Problem(
        origin,
        f"{returned.year} 年没有 {returned.place} {returned.body} 的表；请核对年份或重新导出",
        f"there is no form of {returned.place} {returned.body} for {returned.year}; check the year or export again",
    ))  # fmt: skip
    return None


def _answer(
    line: Line,
    form: Form,
    sources: Mapping[str, Source],
    returned: Returned,
    problems: list[Problem],
) -> Answer | None:
    if line.key not in form.keys or line.year not in {form.year, form.year - 1}:
        zh, en = close_match(line.key.indicator, {key.indicator for key in form.keys})
        problems.append(line.first.problem(
            f"本表没有 {line.year} 年的 {line.key}{zh}；请用现在导出的表",
            f"the form has no {line.key} for {line.year}{en}; use a form exported now",
        ))  # fmt: skip
        return None
    before = len(problems)
    cells = line.cells
    indicator = form.site.indicators[line.key.indicator]
    if line.unit not in {"", indicator.unit}:
        problems.append(line.first.problem(
            f"单位 {line.unit[:40]!r} 应为 {indicator.unit}；锁定的列不能改",
            f"the unit is {line.unit[:40]!r}, it must be {indicator.unit}; a locked column can not be changed",
        ))  # fmt: skip
    value = figure(cells["value"], indicator, problems) if "value" in cells else None
    status = _status(line, problems)
    source = _source(line, sources, problems)
    day = _published(line, sources.get(source), problems)
    confirmed, note = (_text(cells.get(name), problems) for name in ("confirmed", "note"))
    if any(one.level == "error" for one in problems[before:]):
        return None
    shown = returned.recorded.get((line.year, str(line.key)))
    return Answer(
        form.place.slug, line.key, line.year, value, status, "status" in cells, source, day,
        confirmed, note, line.first, shown,
    )  # fmt: skip


def _status(line: Line, problems: list[Problem]) -> str:
    """Return the code of the status; A if none is given beside a value."""
    cell, valued = line.cells.get("status"), "value" in line.cells
    if cell is None:
        if not valued:
            problems.append(line.first.problem(
                "没有数值；请填数值，确无数据则选状态 L、M、O 或 Q，否则清空本行",
                "there is no value; enter it, choose the status L, M, O or Q if there is none, or clear the row",
            ))  # fmt: skip
        return ObservationStatus.A.value
    code = cell.text.split(" ")[0]
    allowed = [one.value for one in STATUSES]
    if code not in allowed:
        words = " ".join(allowed)
        problems.append(cell.problem(
            f"状态 {cell.text[:40]!r} 不可用，应为 {words} 之一（预测值不填报）",
            f"the status {cell.text[:40]!r} is not possible, it must be one of {words} (forecasts are not reported)",
        ))  # fmt: skip
    elif (code in WITHOUT_NUMBER) == valued and code != ObservationStatus.K:
        what = ("不带数值", "goes without a value") if valued else ("要有数值", "needs a value")
        problems.append(cell.problem(
            f"状态 {code} {what[0]}；请改状态或数值",
            f"the status {code} {what[1]}; change the one or the other",
        ))  # fmt: skip
    return code


def _source(line: Line, sources: Mapping[str, Source], problems: list[Problem]) -> str:
    cell = line.cells.get("source")
    if cell is None:
        problems.append(line.first.problem(
            "没有写来源；请在本行选一个来源",
            "names no source; choose one in this row",
        ))  # fmt: skip
        return ""
    name = cell.text.split(" ")[0]
    if name not in sources:
        zh, en = close_match(name, sources)
        problems.append(cell.problem(
            f"来源 {name[:60]!r} 没有登记{zh}；请从列表选择，新来源先填“来源”表",
            f"the source {name[:60]!r} is not recorded{en}; choose from the list, or enter it on the sheet of sources first",
        ))  # fmt: skip
    return name


def _published(line: Line, source: Source | None, problems: list[Problem]) -> str:
    """Return the day as far as known; the source's, if it is not before the year."""
    cell = line.cells.get("published_on")
    if cell is None:
        known = source.date if source and source.date else ""
        return known if known and last_day(known).year >= line.year else ""
    text = cell.text
    if (loose := _LOOSE_DAY.fullmatch(text)) and "-".join(filter(None, loose.groups())) != text:
        parts = [part for part in loose.groups() if part]
        text = "-".join([parts[0], *(part.zfill(2) for part in parts[1:])])
    try:
        year = last_day(text).year
    except ValueError:
        problems.append(cell.problem(
            f"发布日期 {cell.text[:40]!r} 应为 2027、2027-06 或 2027-06-30 的形式",
            f"the release date {cell.text[:40]!r} must look like 2027, 2027-06 or 2027-06-30",
        ))  # fmt: skip
        return ""
    if year < line.year:
        problems.append(cell.problem(
            f"发布日期 {text} 早于数据年份 {line.year}；请核对",
            f"the release date {text} lies before the year of the figure, {line.year}; check it",
        ))  # fmt: skip
    return text


def _text(cell: Filled | None, problems: list[Problem]) -> str:
    if cell is None:
        return ""
    if cell.text.startswith(SIGNS):
        problems.append(cell.problem(
            f"文字以 {cell.text[0]} 开头，会被当作公式；请在前面加字",
            f"the text begins with {cell.text[0]} and would be taken for a formula; put a word before it",
        ))  # fmt: skip
    return cell.text
