"""Loading plans: their facts, clauses and prose, linked to the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plansite.evaluation import Prose
from plansite.load.evaluations import load_evaluations
from plansite.load.files import PLAIN_NAME, Reading
from plansite.load.official import load_lock, load_official
from plansite.model import SECTION_OF, Clause, ClauseKind, Plan, Target
from plansite.official import OFFICIAL_TEXT
from plansite.problems import Origin
from plansite.records.base import LANGS, Lang
from plansite.records.catalogue import Indicator, Jurisdiction, Series, Term
from plansite.records.plan import SECTION_FILES, ClauseRecord, ItemRecord, PlanRecord
from plansite.records.unknown import unknown, unknown_place


@dataclass(frozen=True)
class Catalogue:
    """What a plan is linked to."""

    series: Mapping[str, Series]
    jurisdictions: Mapping[str, Jurisdiction]
    indicators: Mapping[str, Indicator]


def load_plans(reading: Reading, catalogue: Catalogue) -> dict[str, Plan]:
    """Return every plan below plans/ by its path, nation first, then by path."""
    found = []
    for file in sorted(reading.plans.rglob("plan.yml")):
        if plan := _load_plan(reading, file, catalogue):
            found.append(plan)
    found.sort(
        key=lambda plan: (plan.jurisdiction.code != "000000", plan.jurisdiction.code, plan.path)
    )
    return {plan.path: plan for plan in found}


def _load_plan(reading: Reading, file: Path, catalogue: Catalogue) -> Plan | None:
    folder = file.parent
    path = folder.relative_to(reading.plans).as_posix()
    record = reading.record(file, PlanRecord)
    place = _place(reading, file, catalogue)
    series = _series(reading, record, catalogue) if record else None
    if record is None or place is None or series is None:
        reading.faulty.add(path)
        _check_forms(reading, folder)
        return None
    if path in catalogue.jurisdictions:
        reading.faulty.add(path)  # the plan.yml of a folder below it stands too high
    if not {domain.id for domain in series.domains}.issuperset(record.domains):
        reading.faulty.add(path)  # files of the domain that was meant seem to belong to none
        _check_forms(reading, folder)
    linker = _Linker(reading, path, record, catalogue.indicators)
    clauses, lock = tuple(linker.clauses(folder)), load_lock(reading, folder)
    return Plan(
        path=path,
        record=record,
        jurisdiction=place,
        series=series,
        clauses=clauses,
        prose=dict(_load_prose(reading, folder)),
        terms=reading.records(folder / "glossary.yml", Term),
        evaluations=load_evaluations(reading, folder),
        official=load_official(reading, folder, lock),
        lock=lock,
    )


def _place(reading: Reading, file: Path, catalogue: Catalogue) -> Jurisdiction | None:
    slug = file.parent.parent.relative_to(reading.plans).as_posix()
    place = catalogue.jurisdictions.get(slug)
    known = place or {slug, "jurisdictions.yml"} & reading.faulty
    if catalogue.jurisdictions and not known:
        origin = Origin(reading.name(file))
        reading.problems.append(unknown_place(origin, slug, catalogue.jurisdictions))
        reading.faulty.add("plans/")  # under which path others name it is not known
    return place


def _series(reading: Reading, record: PlanRecord, catalogue: Catalogue) -> Series | None:
    series = catalogue.series.get(record.series)
    if series is None and not {record.series, "series.yml"} & reading.faulty:
        at = record.origin.at("series")
        reading.problems.append(
            unknown(at, "series", record.series, catalogue.series, "series.yml")
        )
    return series


def _check_forms(reading: Reading, folder: Path) -> None:
    """Note the problems in the files of a plan that can not be linked."""
    files = [folder / name for name in SECTION_FILES.values()]
    files += [file for kind in ("targets", "measures") for file in (folder / kind).glob("*.yml")]
    for file in files:
        reading.records(file, ClauseRecord)
    reading.records(folder / "glossary.yml", Term)
    dict(_load_prose(reading, folder))
    load_evaluations(reading, folder)
    load_official(reading, folder, load_lock(reading, folder))


@dataclass(frozen=True)
class _Linker:
    """Turns clause files of one plan into linked clauses."""

    reading: Reading
    plan: str
    record: PlanRecord
    indicators: Mapping[str, Indicator]

    def clauses(self, folder: Path) -> Iterator[Clause]:
        """Yield the clauses in the order of the document."""
        if any((folder / name).is_file() for name in ("targets", "measures")):
            self.reading.faulty.add(self.plan)  # that file is told as one that nobody reads
        for domain in dict.fromkeys(self.record.domains):
            yield from self.section(folder / "targets" / f"{domain}.yml", "target", domain)
            yield from self.section(folder / "measures" / f"{domain}.yml", "measure", domain)
        for kind, name in SECTION_FILES.items():
            yield from self.section(folder / name, kind, SECTION_OF[kind])

    def section(self, file: Path, kind: ClauseKind, domain: str) -> Iterator[Clause]:
        """Yield the clauses of one file."""
        before = len(self.reading.problems)
        records = self.reading.records(file, ClauseRecord)
        if len(self.reading.problems) > before:
            self.reading.faulty.add(self.plan)
        for ordinal, record in enumerate(records, start=1):
            targets = tuple(self.targets(record, kind, domain))
            yield Clause(kind, domain, record, targets, ordinal)

    def targets(self, clause: ClauseRecord, kind: ClauseKind, domain: str) -> Iterator[Target]:
        """Yield what one clause promises."""
        for item in clause.items:
            indicator = self.indicators.get(item.indicator) if item.indicator else None
            if item.indicator and indicator is None:
                self.reading.faulty.add(self.plan)
                if {item.indicator, "indicators/"} & self.reading.faulty:
                    continue
                at = item.origin.at("indicator")
                self.reading.problems.append(
                    unknown(at, "indicator", item.indicator, self.indicators, "indicators/")
                )
                continue
            yield Target(
                id=target_id(item, clause, kind, domain),
                plan=self.plan,
                kind=kind,
                domain=domain,
                number=clause.number,
                record=item,
                indicator=indicator,
                period_end=self.record.period[1],
                origin=item.origin,
            )


def target_id(item: ItemRecord, clause: ClauseRecord, kind: ClauseKind, domain: str) -> str:
    """Return the id of a target: its place in the plan and its subject."""
    place = f"m{clause.number}" if kind == "measure" else (clause.number or "")
    if item.sub:
        place = f"{place}.{item.sub}"
    return "-".join(filter(None, (domain, place, item.indicator or item.theme)))


def _load_prose(reading: Reading, folder: Path) -> Iterator[tuple[tuple[str, Lang], Prose]]:
    for lang in LANGS:
        for file in sorted(folder.glob(f"*.{lang}.md")):
            if file.name == OFFICIAL_TEXT:
                continue  # it is no prose of ours
            if not PLAIN_NAME.fullmatch(file.name.removesuffix(f".{lang}.md")):
                continue  # somebody's copy: it is named with what nobody reads
            if (text := reading.text(file)) is None:
                reading.faulty.add(reading.name(file))
                continue
            section = file.name.removesuffix(f".{lang}.md")
            yield (section, lang), Prose(text, Origin(reading.name(file)))
