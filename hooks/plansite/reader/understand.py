"""Placed paragraphs to a plan: items, their numeric targets, tables, domains."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from .catalogue import Indicator, match
from .facts import Facts, facts_of
from .free_text import free_targets
from .glyphs import normalise, readable
from .line import Line
from .outline import LISTS, Entry
from .plan import Domain, Item, NumericTarget, Plan
from .project_rows import place_projects
from .promise import Known, Target
from .table import Row, table_rows
from .target import read_targets
from .vocabulary import DOMAIN_HEADING, TRIM, domain_of


def read_plan(
    entries: tuple[Entry, ...], catalogue: tuple[Indicator, ...], outside: tuple[Line, ...] = ()
) -> Plan:
    """Put one plan together from its placed paragraphs; a page may print its title outside them."""
    facts = facts_of(entries, tuple(normalise(line.text).text for line in outside))
    first = facts.period[0] if facts.period else None
    entries, in_cells = place_projects(entries, first)
    rows = [row for row in table_rows(entries, first) if id(row.entry) not in in_cells]
    placed, entries = _place_rows(entries, rows, catalogue)
    in_cells |= {place: row.targets for place, row in placed.items()}
    items = [_with_targets(item, facts, catalogue, in_cells) for item in _items(entries)]
    return Plan(
        facts=facts,
        entries=entries,
        domains=_domains(entries, items),
        projects=tuple(i for i in items if i.section == "projects"),
        organisation=tuple(i for i in items if i.section == "organisation"),
        monitoring=tuple(i for i in items if i.section == "monitoring"),
        overall=_overall(entries, facts, catalogue),
    )


def _place_rows(
    entries: tuple[Entry, ...], rows: list[Row], catalogue: tuple[Indicator, ...]
) -> tuple[dict[int, Row], tuple[Entry, ...]]:
    """Give each row of a table its place: its domain by where it stands, its group or its indicator."""
    taken = {e.domain: e.body.strip(TRIM) for e in entries if e.section == "domain" and e.head}
    grouped = _by_domain(rows, taken)
    by_entry = {id(row.entry): row for row in rows}
    met = closing = False
    listed = frozenset(e.domain for e in entries if e.section == "targets" and e.location)
    opened = {e.domain for e in entries if e.section == "targets" and e.location and e.head}
    placed: dict[int, Row] = {}
    result: list[Entry] = []
    counts: dict[str, int] = {}
    used: set[tuple[str, str]] = set()
    highest: dict[str, int] = {}
    for entry in entries:
        row = by_entry.get(id(entry))
        heads = entry.section == "domain" and entry.head
        met, closing = met or heads, not heads and (closing or _closes(entry))
        if row is None:
            result.append(entry)
            continue
        annexed = closing or entry.section in LISTS  # an annex is a list of the whole plan
        domain = "overall" if annexed else entry.domain
        domain = domain or _row_domain(row, grouped, listed if met else frozenset(), catalogue)
        numbered = domain in opened
        counts[domain] = counts.get(domain, 0) + 1
        number = row.number if not numbered else str(1000 + counts[domain])
        if (domain, number) in used:  # each group of the table counts its rows from 1
            number = str(highest[domain] + 1)
        used.add((domain, number))
        highest[domain] = max(highest.get(domain, 0), int(number))
        moved = replace(
            entry, section="targets", domain=domain, location=number, head=True, start=0
        )
        if numbered and entry.location and not annexed:
            moved = replace(entry, domain=domain)
        placed[id(moved)] = row
        result.append(moved)
    return placed, tuple(result)


CLOSING = {"organisation", "monitoring"}
ANNEX = re.compile(
    r"(?:附件|附表|附录)(?:[一二三四五六七八九十\d]{1,2})?(?:：|$|(?=[\u4e00-\u9fff“]))"
)
GROUP = re.compile(r"^[一二三四五六七八九十]{1,3}、|^（[一二三四五六七八九十]{1,3}）")


def _closes(entry: Entry) -> bool:
    """A table after the last lists of a plan, or under a line 附件, is an annex."""
    line = not entry.paragraph.cells and len(entry.paragraph.text) < 40
    return entry.section in CLOSING or (line and ANNEX.match(entry.paragraph.text) is not None)


def _by_domain(rows: list[Row], taken: Mapping[str, str]) -> bool:
    """Whether the groups of the rows are domains of the plan: 健康水平, 健康服务 and 健康产业 are none."""
    groups = list(dict.fromkeys(GROUP.sub("", row.field) for row in rows if row.field))
    names = [domain_of(group, frozenset(), 0) for group in groups]
    column = all(row.by_domain for row in rows)
    return len(set(names)) == len(groups) and all(
        DOMAIN_HEADING.fullmatch(group) or _is_named(group, taken) or (column and name in taken)
        for group, name in zip(groups, names, strict=True)
    )


def _row_domain(
    row: Row, grouped: bool, listed: frozenset[str], catalogue: tuple[Indicator, ...]
) -> str:
    """The domain of its group; else that of its indicator, if that lists targets and stands before."""
    group = GROUP.sub("", row.field)
    name = domain_of(group or row.name, frozenset(), 0)
    if group and grouped:
        return name
    known = match(row.name, row.targets[0].unit, catalogue) if row.targets else None
    return next((d for d in (name, known.domain if known else "") if d in listed), "overall")


def _is_named(group: str, headings: Mapping[str, str]) -> bool:
    """The group of rows bears the name of a domain: 健康 for 妇女与健康, not 健康水平."""
    bare = re.sub(r"(?:发展)?(?:领域|方面)?(?:（\d+项）)?$", "", group)
    return len(bare) > 1 and any(heading.endswith(bare) for heading in headings.values())


def _items(entries: tuple[Entry, ...]) -> list[Item]:
    """Gather the paragraphs of each location, in the order of the document."""
    found: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in entries:
        if entry.location and entry.section in {"targets", "measures", *LISTS}:
            domain = entry.domain if entry.section not in LISTS else entry.section
            found.setdefault((entry.section, domain or "overall", entry.location), []).append(entry)
    return [
        Item(section=s, domain=d, location=n, entries=tuple(e)) for (s, d, n), e in found.items()
    ]


def _with_targets(
    item: Item,
    facts: Facts,
    catalogue: tuple[Indicator, ...],
    in_cells: dict[int, tuple[Target, ...]],
) -> Item:
    found: list[NumericTarget] = []
    for entry in item.entries:
        targets = list(in_cells.get(id(entry), ()))
        if not entry.paragraph.cells:
            start = entry.start
            shift = entry.paragraph.text[start:]
            targets = [replace(t, start=t.start + start, end=t.end + start)
                       for t in read_targets(shift, facts.period[0] if facts.period else None, _known(catalogue))]  # fmt: skip
        found += [_numeric(t, entry, item, facts, catalogue) for t in targets]
    return replace(item, targets=tuple(_once(found, catalogue)))


def _known(catalogue: tuple[Indicator, ...]) -> Known:
    return lambda name, unit: _is_listed(match(name, unit, catalogue))


def _is_listed(indicator: Indicator | None) -> bool:
    """The catalogue itself names several things in one indicator."""
    return indicator is not None and any(re.search(r"[、和及]", name) for name in indicator.names)


def _once(found: list[NumericTarget], catalogue: tuple[Indicator, ...]) -> list[NumericTarget]:
    """Join shares of one figure that the catalogue holds as one indicator."""
    result: list[NumericTarget] = []
    seen: set[tuple[int, int, str, int | None]] = set()
    for one in found:
        key = (one.target.end, one.line, one.indicator, one.year)
        if key not in seen:
            result.append(one)
        if one.known:
            seen.add(key)
    return result


def _numeric(
    target: Target, entry: Entry, item: Item, facts: Facts, catalogue: tuple[Indicator, ...]
) -> NumericTarget:
    indicator = match(target.subject, target.unit, catalogue)
    year = target.year or (facts.period[1] if facts.period else None)
    quote = entry.paragraph.passage(target.start, target.end)
    return NumericTarget(
        target=_by_catalogue(target, indicator), domain=item.domain, location=item.location, quote=quote,
        line=entry.paragraph.line_at(min(target.start, max(len(entry.paragraph.text) - 1, 0))),
        indicator=indicator.id if indicator else target.subject, known=indicator is not None, year=year,
        year_basis="stated" if target.year else "end of plan",
    )  # fmt: skip


def _by_catalogue(target: Target, indicator: Indicator | None) -> Target:
    """A bare 达到 is a ceiling where the catalogue says less is better."""
    bare = target.words.endswith("…") and not re.search(
        r"不|至少|超|高|低|少|控制|下降|降", target.words
    )
    if indicator and bare and indicator.better == "lower" and target.comparator == "ge":
        return replace(target, comparator="le")
    return target


def _domains(entries: tuple[Entry, ...], items: list[Item]) -> tuple[Domain, ...]:
    heads: dict[str, Entry] = {}
    for entry in entries:
        if entry.section == "domain" and entry.head:
            heads.setdefault(entry.domain, entry)
    for item in items:
        if item.section in {"targets", "measures"}:
            heads.setdefault(item.domain, item.entries[0])
    return tuple(
        Domain(
            id=name,
            heading=_heading(head) if head.section == "domain" else "",
            line=head.paragraph.line,
            targets=tuple(i for i in items if i.domain == name and i.section == "targets"),
            measures=tuple(i for i in items if i.domain == name and i.section == "measures"),
        )
        for name, head in heads.items()
    )


def _heading(entry: Entry) -> str:
    return readable(entry.paragraph.passage(entry.start, len(entry.paragraph.text))).strip(TRIM)


def _overall(
    entries: tuple[Entry, ...], facts: Facts, catalogue: tuple[Indicator, ...]
) -> tuple[NumericTarget, ...]:
    """Figures of running text: listed apart, for it has no numbered place."""
    first = facts.period[0] if facts.period else None
    found: list[NumericTarget] = []
    for entry, target in free_targets(entries, first):
        item = Item(
            section="overall", domain=entry.domain or "overall", location="", entries=(entry,)
        )
        found.append(_numeric(target, entry, item, facts, catalogue))
    return tuple(found)
