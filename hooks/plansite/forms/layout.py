"""The sheets of a form: cover, figures, corrections of the year before, sources, targets, codes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plansite.checks.vintages import JUMP
from plansite.forms.form import COORDINATOR, Ask, Form
from plansite.forms.grid import Blank, Cell, Column, Field, Grid
from plansite.forms.words import both, lines, stacked, word
from plansite.model import Plan, Target
from plansite.progress import ObservationStatus
from plansite.progress.due import release_day
from plansite.records.base import LANGS, Bilingual
from plansite.records.catalogue import Source
from plansite.statements import dated

MISSING = "[x]"
"""Shorthand for a figure that is not recorded."""

NEW_SOURCES = 6
"""Rows for sources that are not recorded yet."""

STATUSES = tuple(one for one in ObservationStatus if one not in {"F", "H"})
"""What a reported figure may be: no forecast, and no holiday."""

_FILLED: tuple[Field, ...] = ("value", "status", "source", "published_on", "confirmed", "note")
_NEW: tuple[Field, ...] = (
    "title_zh", "title_en", "publisher_zh", "publisher_en", "date", "url", "evidence", "citable",
)  # fmt: skip


def grids(form: Form) -> tuple[Grid, ...]:
    """Return the visible sheets of a form, in order."""
    return (
        _cover(form),
        _figures(form, form.year, "data"),
        _figures(form, form.year - 1, "earlier"),
        _sources(form),
        _targets(form),
        _codes(),
    )


def status_choices() -> tuple[str, ...]:
    """Return the entries of the list of statuses, e.g. `A 正常 normal`."""
    return tuple(f"{one.value} {one.zh} {one.en}" for one in STATUSES)


def source_choices(form: Form) -> tuple[str, ...]:
    """Return the entries of the list of sources: ids of new ones, then the known ones."""
    known = (f"{one.id} {one.title.zh}" for one in _known_sources(form))
    return (*new_source_ids(form), *known)


def new_source_ids(form: Form) -> tuple[str, ...]:
    """Return ids that no source has yet, made of place, year and body."""
    stem = form.place.slug.replace("/", "-")
    if len(f"{stem}-{form.year}-{form.body.id}-99") > 63:
        stem = form.place.slug.rpartition("/")[2]
    names = (f"{stem}-{form.year}-{form.body.id}"[:60] + f"-{n}" for n in range(1, 100))
    return tuple([name for name in names if name not in form.site.sources][:NEW_SOURCES])


def name_of(key: str, form: Form) -> str:
    """Return the name of one of the sheets."""
    year = form.year - 1 if key == "earlier" else form.year
    return both(key, year=year)


def group_name(breakdown: tuple[str, str, str]) -> Bilingual:
    """Return whom a row is about."""
    sex, residence, age = breakdown
    named = [one for one in (sex, residence) if one] or ([] if age else ["everyone"])
    texts = {
        lang: [
            *(word(one, lang) for one in named),
            *([word("age", lang, age=age)] if age else []),
        ]
        for lang in LANGS
    }
    return Bilingual(zh="、".join(texts["zh"]), en=", ".join(texts["en"]))


def _cover(form: Form) -> Grid:
    body = stacked(form.body.name)
    if form.body.id == COORDINATOR and any(not ask.bodies for ask in form.asks):
        body += f"\n{lines('body_coordinating')}"
    settings = form.site.settings
    facts: list[tuple[Cell, ...]] = [
        (both("place"), stacked(form.place.name)),
        (both("body"), body),
        (both("plans"), "\n".join(f"{one.title.zh} {one.title.en}" for one in form.plans)),
        (both("year"), str(form.year)),
        (both("asked"), str(len(form.asks))),
        (both("due"), lines("due_words", day=_due(form).isoformat())),
        (both("publisher"), stacked(settings.publisher)),
        (both("as_of"), settings.as_of.isoformat()),
    ]
    fields = {
        "year": form.year, "before": form.year - 1, "jump": JUMP,
        **{key: name_of(key, form) for key in ("data", "earlier", "sources")},
    }  # fmt: skip
    facts += [(f"{both('step')} {n}", lines(f"step_{n}", **fields)) for n in range(1, 9)]
    facts += [(both(key), Blank("free", key)) for key in ("signed", "checked", "sent")]
    title = lines("title", year=form.year)
    columns = (Column(both("item"), 30), Column(both("content"), 100))
    return Grid(both("cover"), title, lines("cover_note"), columns, tuple(facts))


def _due(form: Form) -> date:
    return min(release_day(ask.indicator.due_months, form.year) for ask in form.asks)


def _figures(form: Form, year: int, sheet: str) -> Grid:
    columns = (
        Column(both("number"), 6), Column(both("indicator"), 27), Column(both("definition"), 30),
        Column(both("group"), 10), Column(both("unit"), 10), Column(both("decimals"), 9),
        Column(both("before_value", year=year - 1), 9), Column(both("recorded", year=year), 10),
        Column(both("value", year=year), 11), Column(both("status"), 10),
        Column(both("source"), 17), Column(both("published_on"), 12),
        Column(both("confirmed"), 12), Column(both("note"), 13), Column(both("id"), 15),
    )  # fmt: skip
    rows, before = [], ""
    for number, ask in enumerate(form.asks, start=1):
        rows.append(_figure(form, ask, year, number, ask.indicator.id == before))
        before = ask.indicator.id
    names = (form.place.name, form.body.name)
    title = "\n".join(
        " ".join((*(one[lang] for one in names), word(sheet, lang, year=year))) for lang in LANGS
    )
    return Grid(name_of(sheet, form), title, both(f"{sheet}_note", year=year), columns, tuple(rows))


def _figure(form: Form, ask: Ask, year: int, number: int, again: bool) -> tuple[Cell, ...]:
    indicator = ask.indicator
    definition = stacked(indicator.definition) if indicator.definition else lines("no_definition")
    unit = form.site.units[indicator.unit]
    low, high = indicator.bounds
    key = f"{year}|{ask.key}"
    return (
        number,
        stacked(indicator.name),
        lines("same") if again else definition,
        stacked(group_name(ask.key.breakdown)),
        stacked(unit.name),
        both("any") if indicator.decimals is None else indicator.decimals,
        _known(form, ask, year - 1),
        _known(form, ask, year),
        *(Blank(field, key, indicator.decimals, low, high) for field in _FILLED),
        str(ask.key),
    )


def _known(form: Form, ask: Ask, year: int) -> Cell:
    row = form.latest(ask.key, year)
    return MISSING if row is None or row.value is None else row.value


def _known_sources(form: Form) -> Iterator[Source]:
    """Yield the sources of the place, then issuing bodies' of the tiers above, nearest first.

    Any other recorded source may be named too; the list would only be too long to choose from.
    """
    for place in (form.place, *form.site.ancestors(form.place.slug)):
        for one in form.site.sources.values():
            own = place is form.place or one.evidence == "A"
            if own and one.origin.path == f"plans/{place.slug}/sources.yml":
                yield one


def _sources(form: Form) -> Grid:
    columns = (
        Column(both("source_choice"), 34), Column(both("title_zh"), 30),
        Column(both("title_en"), 34), Column(both("publisher_zh"), 20),
        Column(both("publisher_en"), 24), Column(both("date"), 12), Column(both("url"), 30),
        Column(both("evidence"), 10), Column(both("citable"), 10),
    )  # fmt: skip
    known: list[tuple[Cell, ...]] = [
        (
            f"{one.id} {one.title.zh}", one.title.zh, one.title.en,
            one.publisher.zh if one.publisher else MISSING,
            one.publisher.en if one.publisher else MISSING,
            one.date or MISSING, one.url or MISSING, one.evidence,
            both("yes" if one.citable else "no"),
        )
        for one in _known_sources(form)
    ]  # fmt: skip
    new: list[tuple[Cell, ...]] = [
        (name, *(Blank(field, name) for field in _NEW)) for name in new_source_ids(form)
    ]
    return Grid(both("sources"), both("sources"), both("sources_note"), columns, (*new, *known))


def _targets(form: Form) -> Grid:
    columns = (
        Column(both("indicator"), 34), Column(both("plan"), 34), Column(both("location"), 26),
        Column(both("promise"), 40), Column(both("population"), 24), Column(both("named"), 34),
    )  # fmt: skip
    rows: dict[tuple[Cell, ...], None] = {}
    for ask in form.asks:
        for plan, target in ask.targets:
            unit = form.site.units[ask.indicator.unit]
            population = target.record.population
            rows[
                stacked(ask.indicator.name),
                stacked(plan.title),
                _location(plan, target),
                stacked(Bilingual(zh=dated(target, unit, "zh"), en=dated(target, unit, "en"))),
                stacked(population) if population else both("everyone"),
                _named(form, ask),
            ] = None
    return Grid(both("targets"), both("targets"), both("targets_note"), columns, tuple(rows))


def _location(plan: Plan, target: Target) -> str:
    """Return where the promise stands, e.g. `妇女与健康 目标4.2` above its English."""
    number = ".".join(filter(None, (target.number, target.record.sub)))
    kinds = [f"{word(f'kind_{target.kind}', lang)} {number}".strip() for lang in LANGS]
    if target.kind not in {"target", "measure"}:
        return "\n".join(kinds)
    domain = plan.domain_name(target.domain)
    return "\n".join(f"{domain[lang]} {kind}" for lang, kind in zip(LANGS, kinds, strict=True))


def _named(form: Form, ask: Ask) -> str:
    if not ask.bodies:
        return lines("not_named")
    names = [form.site.bodies[body].name for body in ask.bodies]
    return "\n".join(word("comma", lang).join(one[lang] for one in names) for lang in LANGS)


def _codes() -> Grid:
    columns = (
        Column(both("code"), 30),
        Column(both("meaning"), 30),
        Column(both("explanation"), 70),
    )
    rows: list[tuple[Cell, ...]] = [
        (choice, f"{one.zh} {one.en}", f"{one.meaning_zh}\n{one.meaning_en}")
        for choice, one in zip(status_choices(), STATUSES, strict=True)
    ]
    rows.append((MISSING, both("shorthand_x"), both("shorthand_x_note")))
    rows += [
        (one, both(f"evidence_{one.lower()}"), both(f"evidence_{one.lower()}_note"))
        for one in ("A", "B", "C")
    ]
    return Grid(both("codes"), both("codes"), both("codes_note"), columns, tuple(rows))
