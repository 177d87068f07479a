"""The yearbook as a workbook in both languages: cover, contents, notes, sources, domains."""

from __future__ import annotations

from plansite.edition import Edition
from plansite.progress import ObservationStatus
from plansite.records.catalogue import Unit
from plansite.views.indicators import domain_names
from plansite.views.yearbook import group_keys, letters_of, site_chapters, source_numbers
from plansite.workbook import MISSING, Sheet, XlsxCell, sheet_name, to_xlsx
from plansite.yearbook import Chapter, Line

NOT_APPLICABLE = "[z]"
"""Shorthand for what can not be there."""


def yearbook_book(edition: Edition) -> bytes:
    """Return the yearbook as XLSX."""
    found, settings = site_chapters(edition), edition.site.settings
    numbers = source_numbers(found)
    chapters = tuple(_chapter(edition, one, numbers) for one in found)
    notes, sources = _notes(edition, found), _sources(edition, numbers)
    described = (notes, *((sources,) if numbers else ()), *chapters)
    sheets = (_cover(edition), _contents(edition, described), *described)
    properties = {
        "title": _both(edition, "yearbook"),
        "subject": f"{settings.name.zh} {settings.name.en}",
        "author": f"{settings.publisher.zh} {settings.publisher.en}",
        "company": settings.publisher.zh,
        "comments": settings.content_licence,
    }
    return to_xlsx(sheets, properties, settings.as_of)


def _both(edition: Edition, key: str, **fields: object) -> str:
    """Return a label in both languages."""
    words = edition.labels[key]
    return f"{words['zh'].format(**fields)} {words['en'].format(**fields)}"


def _cover(edition: Edition) -> Sheet:
    settings = edition.site.settings
    facts = (
        ("yearbook_publication", f"{settings.name.zh} {settings.name.en}"),
        ("report_publisher", f"{settings.publisher.zh} {settings.publisher.en}"),
        ("report_data_of", settings.as_of.isoformat()),
        ("licence", settings.content_licence),
        ("report_commit", edition.commit or MISSING),
    )
    return Sheet(
        sheet_name(_both(edition, "yearbook_cover")),
        _both(edition, "yearbook"),
        _both(edition, "yearbook_one_table"),
        (_both(edition, "yearbook_item"), _both(edition, "content")),
        tuple((_both(edition, key), text) for key, text in facts),
    )


def _contents(edition: Edition, described: tuple[Sheet, ...]) -> Sheet:
    return Sheet(
        sheet_name(_both(edition, "yearbook_contents")),
        _both(edition, "yearbook_contents"),
        _both(edition, "yearbook_one_table"),
        (_both(edition, "yearbook_sheet"), _both(edition, "content"), _both(edition, "rows")),
        tuple((one.name, one.title, len(one.rows)) for one in described),
    )


def _notes(edition: Edition, found: tuple[Chapter, ...]) -> Sheet:
    """Explain every shorthand that the tables use."""
    used = {letter for chapter in found for line in chapter.lines
            for one in line.values.values() for letter in letters_of(one)}  # fmt: skip
    rows = [
        _note(edition, MISSING, "yearbook_missing"),
        _note(edition, NOT_APPLICABLE, "yearbook_inapplicable"),
    ]
    if "d" in used:
        rows.append(_note(edition, "[d]", "yearbook_derived_note"))
    rows += [
        (f"[{one.lower()}]", f"{one.zh}: {one.meaning_zh}", f"{one.en}: {one.meaning_en}")
        for one in ObservationStatus
        if str(one) in used
    ]
    return Sheet(
        sheet_name(_both(edition, "yearbook_notes")),
        _both(edition, "yearbook_notes"),
        _both(edition, "yearbook_one_table"),
        (_both(edition, "yearbook_shorthand"), "中文 Chinese", "英文 English"),
        tuple(rows),
    )


def _note(edition: Edition, code: str, key: str) -> tuple[str, str, str]:
    return code, edition.labels[key]["zh"], edition.labels[key]["en"]


def _sources(edition: Edition, numbers: dict[str, int]) -> Sheet:
    rows = []
    for identifier, number in numbers.items():
        one = edition.site.sources[identifier]
        publisher = f"{one.publisher.zh} {one.publisher.en}" if one.publisher else MISSING
        address = one.url if one.url and one.citable else MISSING
        rows.append((number, one.title.zh, one.title.en, publisher, one.date or MISSING, address))
    return Sheet(
        sheet_name(_both(edition, "sources")),
        _both(edition, "sources"),
        _both(edition, "yearbook_one_table"),
        (
            "编号 Number", "名称（中文）Title (Chinese)", "名称（英文）Title (English)",
            "发布机构 Publisher", "日期 Date", "网址 Address",
        ),
        tuple(rows),
    )  # fmt: skip


def _chapter(edition: Edition, chapter: Chapter, numbers: dict[str, int]) -> Sheet:
    name = f"{domain_names(edition)[chapter.domain]} {chapter.domain}"  # short enough for a tab
    years = chapter.years
    return Sheet(
        sheet_name(name),
        _domain(edition, chapter.domain),
        _both(edition, "yearbook_sheet_note"),
        (
            "指标（中文）Indicator (Chinese)", "指标（英文）Indicator (English)",
            "地区（中文）Place (Chinese)", "地区（英文）Place (English)",
            "区划代码 Code", "分组 Group", "单位 Unit",
            *(str(year) for year in years),
            "标注 Flags", "来源编号 Source numbers",
        ),
        tuple(_row(edition, line, years, numbers) for line in chapter.lines),
    )  # fmt: skip


def _domain(edition: Edition, identifier: str) -> str:
    """Return the name of a domain or section in both languages."""
    for series in edition.site.series.values():
        for domain in series.domains:
            if domain.id == identifier:
                return f"{domain.name.zh} {domain.name.en}"
    return _both(edition, f"section_{identifier}")


def _row(
    edition: Edition, line: Line, years: tuple[int, ...], numbers: dict[str, int]
) -> tuple[XlsxCell, ...]:
    flags = [
        f"{one.year} [{letter.lower()}]"
        for one in line.values.values()
        for letter in letters_of(one)
    ]
    sources = [f"{one.year}: {numbers[one.source]}" for one in line.values.values()]
    return (
        line.indicator.name.zh, line.indicator.name.en, line.place.name.zh, line.place.name.en,
        line.place.code, _group(edition, line), _unit(edition.site.units[line.indicator.unit], line),
        *(_cell(line, year) for year in years),
        "; ".join(flags) or NOT_APPLICABLE, "; ".join(sources),
    )  # fmt: skip


def _cell(line: Line, year: int) -> XlsxCell:
    one = line.values.get(year)
    return MISSING if one is None or one.value is None else one.value


def _group(edition: Edition, line: Line) -> str:
    parts = [_both(edition, key, **fields) for key, fields in group_keys(line)]
    return ", ".join(parts) or _both(edition, "group_everyone")


def _unit(unit: Unit, line: Line) -> str:
    counted = line.indicator.counted
    return f"{counted.zh} {counted.en}" if counted else f"{unit.name.zh} {unit.name.en}"
