"""Rules about names: one thing has one name, and a list names each thing once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from plansite.model import Site
from plansite.problems import ECHO, Origin, Problem
from plansite.records.base import LANGS, Bilingual
from plansite.records.catalogue import Body, Indicator, Term


def check_names(site: Site) -> Iterator[Problem]:
    """No two indicators, bodies or places of one parent have one name; nor an alias of another's."""
    for records in (site.indicators.values(), site.bodies.values()):
        yield from _twice((one.id, one.origin, list(_names(one))) for one in records)
    families: dict[str | None, list[tuple[str, Origin, list[str]]]] = {}
    for place in site.jurisdictions.values():
        names = [place.name[lang] for lang in LANGS]
        families.setdefault(place.parent, []).append((place.slug, place.origin, names))
    for family in families.values():
        yield from _twice(family)


def check_terms(site: Site) -> Iterator[Problem]:
    """A glossary explains a term once, and its ids are its own."""
    for terms in (site.terms, *(plan.terms for plan in site.plans.values())):
        yield from _twice((one.term.zh, one.origin, list(_term_names(one))) for one in terms)


def check_domains(site: Site) -> Iterator[Problem]:
    """No two domains of a series have one name."""
    for series in site.series.values():
        yield from _twice(
            (one.id, one.origin, [one.name[lang] for lang in LANGS]) for one in series.domains
        )


def check_definitions(site: Site) -> Iterator[Problem]:
    """A definition is that of one entry, and says more than the term it explains."""
    indicators = site.indicators.values()
    yield from _copied("definition", ((one.id, one.origin, one.definition) for one in indicators))
    for terms in (site.terms, *(plan.terms for plan in site.plans.values())):
        yield from _copied(
            "definition", ((one.term.zh, one.origin, one.definition) for one in terms)
        )
        for one in terms:
            for lang in LANGS:
                said = one.definition[lang].strip("。. ")
                if said in {one.term[lang], *(alias.strip("“”") for alias in one.aliases)}:
                    yield Problem(
                        one.origin.at("definition"),
                        f"definition {said!r} 只是这个术语自己；请写出解释",
                        f"the definition {said!r} is the term itself; explain it",
                        "warning",
                    )
                    break


def check_titles(site: Site) -> Iterator[Problem]:
    """Two clauses of one list have different titles: a copied one tells of the wrong clause."""
    for plan in site.plans.values():
        lists: dict[tuple[str, str], list[tuple[str, Origin, Bilingual | None]]] = {}
        for clause in plan.clauses:
            entry = (
                clause.record.number or str(clause.ordinal),
                clause.record.origin,
                clause.record.title,
            )
            lists.setdefault((clause.kind, clause.domain), []).append(entry)
        for entries in lists.values():
            yield from _copied("title", entries)


def _copied(
    field: str, entries: Iterable[tuple[str, Origin, Bilingual | None]]
) -> Iterator[Problem]:
    """Yield each text of a list that an entry before it has too."""
    seen: dict[str, tuple[str, Origin]] = {}
    for key, origin, text in entries:
        if text is None:
            continue
        first, at = seen.setdefault(text.zh, (key, origin))
        if at != origin:
            yield Problem(
                origin.at(field),
                f"{field} {text.zh[:40]!r} 与 {first}（{at.path}:{at.line}）的相同；请核对，改成这一条自己的",
                f"the {field} {text.en[:60]!r} is that of {first} too ({at.path}:{at.line}); check it and write this entry's own",
                "warning",
            )


def check_nation(site: Site) -> Iterator[Problem]:
    """One place alone is the nation."""
    nations = [one for one in site.jurisdictions.values() if one.tier == "nation"]
    for place in nations[1:]:
        yield Problem(
            place.origin.at("tier"),
            f"{place.slug} 的 tier 为 nation，而 {nations[0].slug} 已是全国；请改正 tier 和 parent",
            f"the tier of {place.slug} is nation, yet {nations[0].slug} is the nation already; correct `tier` and `parent`",
            cause=ECHO,
        )


def check_codes(site: Site) -> Iterator[Problem]:
    """The code of a place begins as its parent's."""
    for place in site.jurisdictions.values():
        above = site.jurisdictions.get(place.parent or "")
        if above and above.code.isdigit() and place.code.isdigit():
            stem = above.code.rstrip("0")
            stem += "0" * (len(stem) % 2)
            if not place.code.startswith(stem):
                yield Problem(
                    place.origin.at("code"),
                    f"code {place.code} 应以上级 {above.slug} 的 {stem} 开头；请核对代码表和 parent",
                    f"the code {place.code} must begin with {stem}, as its parent's, {above.slug}; check the code list and `parent`",
                )


def check_lists(site: Site) -> Iterator[Problem]:
    """A list names each body, target, law, plan or indicator once."""
    for indicator in site.indicators.values():
        for field in ("related", "breakdowns"):
            yield from _repeated(indicator.origin, field, getattr(indicator, field))
        for lang in LANGS:
            names = [indicator.name[lang], *getattr(indicator.aliases, lang)]
            yield from _repeated(indicator.origin, "aliases", names)
    for body in site.bodies.values():
        yield from _repeated(body.origin, "aliases", [body.name.zh, *body.aliases])
    for plan in site.plans.values():
        laws = [law.zh for law in plan.record.laws]
        yield from _repeated(plan.record.origin, "laws", laws)
        if len(set(laws)) == len(laws):
            english = [law.en for law in plan.record.laws]
            yield from _repeated(plan.record.origin, "laws", english)
        for clause in plan.clauses:
            for field in ("bodies", "serves"):
                record = clause.record
                yield from _repeated(record.origin, field, getattr(record, field))
            for target in clause.targets:
                yield from _repeated(target.origin, "aligns", target.record.aligns)


def _names(record: Indicator | Body) -> Iterator[str]:
    """Yield the names by which a person knows a thing; English acronyms may be those of several."""
    yield record.name.zh
    yield record.name.en
    yield from record.aliases if isinstance(record, Body) else record.aliases.zh


def _term_names(term: Term) -> Iterator[str]:
    yield term.term.zh
    yield term.term.en
    yield from (one.strip("“”") for one in term.aliases if one.strip("“”") != term.term.zh)
    if term.id:
        yield term.id


def _twice(entries: Iterable[tuple[str, Origin, Collection[str]]]) -> Iterator[Problem]:
    """Yield each entry one of whose names is that of an entry before it."""
    seen: dict[str, tuple[str, Origin]] = {}
    for key, origin, names in entries:
        for name in names:
            first, at = seen.setdefault(name.casefold(), (key, origin))
            if at != origin:
                yield Problem(
                    origin.at("name"),
                    f"名称 {name!r} 已是 {first} 的（{at.path}:{at.line}）；请合并，或改名以便区分",
                    f"the name {name!r} is that of {first} already ({at.path}:{at.line}); merge them, or tell them apart by name",
                )
                break


def _repeated(origin: Origin, field: str, names: Iterable[str]) -> Iterator[Problem]:
    if twice := [name for name, times in Counter(names).items() if times > 1]:
        listed = ", ".join(twice)
        yield Problem(
            origin.at(field),
            f"{field} 中 {listed} 重复；请保留一个",
            f"`{field}` has {listed} twice; keep one",
        )


CHECKS = (
    check_names,
    check_terms,
    check_domains,
    check_definitions,
    check_titles,
    check_nation,
    check_codes,
    check_lists,
)
