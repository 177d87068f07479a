"""Rules about sources: each document stands once, is used, and has an address that everybody can open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from plansite.model import Site
from plansite.problems import ECHO, Origin, Problem
from plansite.records.base import LANGS
from plansite.records.catalogue import Source

_AFTER = re.compile(
    r"[;,|\u3001\uff0c\uff1b]\s*https?:|[\u3002\uff0c\uff1b\u3001\uff09\u300b\u201d]$"
)
"""What follows an address that was copied with more than itself: another one, or a full stop."""


_FOREIGN = re.compile(r"[^\w.-]|_|\.\.")
"""What no name of a host holds; letters of any script may stand in one."""
_FIVE_YEARS = re.compile("[一二三四五六七八九十]五")
"""十四五: English may say it in years."""
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def check_addresses(site: Site) -> Iterator[Problem]:
    """The address of a source is one that everybody can open."""
    for source in site.sources.values():
        host = urlsplit(source.url).hostname or "" if source.url else ""
        last = host.rpartition(".")[2]
        if source.url and (match := _AFTER.search(source.url)):
            yield Problem(
                source.origin.at("url"),
                f"url 中 {match[0]!r} 之后不是网址的一部分；请只写一个网址，删除其后的标点",
                f"what begins with {match[0]!r} is no part of the url; write one address, without the punctuation after it",
            )
        elif host and (odd := _FOREIGN.search(host)):
            yield Problem(
                source.origin.at("url"),
                f"url 的主机 {host!r} 中不能有 {odd[0]!r}；请从浏览器地址栏复制网址",
                f"the host {host!r} of the url can not hold {odd[0]!r}; copy the address from the browser",
            )
        elif host and (not last or last.isdigit() or host == last or last == "local"):
            yield Problem(
                source.origin.at("url"),
                f"url 的主机 {host!r} 只在内部网络可用；请写公开的网址，没有则删除 url",
                f"the host {host!r} of the url is one of an inner network; write a public address, or take `url` out",
            )


def check_years(site: Site) -> Iterator[Problem]:
    """The title of a source names the same years in both languages."""
    for source in site.sources.values():
        years = {lang: {*_YEAR.findall(source.title[lang])} for lang in LANGS}
        said = years["zh"] and not _FIVE_YEARS.search(source.title.zh)
        if said and years["en"] - years["zh"]:
            yield Problem(
                source.origin.at("title"),
                f"title 的年份，中文为 {', '.join(sorted(years['zh']))}，英文为 {', '.join(sorted(years['en']))}；请核对，改成一致",
                f"the title has the years {', '.join(sorted(years['zh']))} in Chinese and {', '.join(sorted(years['en']))} in English; check it and make them agree",
                "warning",
                cause=ECHO,
            )


def check_citable(site: Site) -> Iterator[Problem]:
    """The address of a source stands only where it may be printed."""
    for source in site.sources.values():
        if source.url and not source.citable:
            yield Problem(
                source.origin.at("citable"),
                "citable 为 false，而有 url；可以公开引用的写 citable: true，否则删除 url",
                "citable is false, yet there is a url; write citable: true for what may be printed, else take `url` out",
                "warning",
            )


def check_twice(site: Site) -> Iterator[Problem]:
    """No two sources have one address, nor title and publisher and date of another."""
    seen: dict[object, Source] = {}
    for source in site.sources.values():
        said = (source.title.zh, source.publisher and source.publisher.zh, source.date)
        for field, key in (("url", source.url), ("title", said)):
            first = seen.setdefault(key, source) if key else source
            if first is not source:
                at = f"{first.origin.path}:{first.origin.line}"
                yield Problem(
                    source.origin.at(field),
                    f"{field} 与 {first.id}（{at}）相同；请核对，同一文件只登记一次",
                    f"{field} is that of {first.id} ({at}); check it, a document is entered once",
                    "warning",
                )
                break


def check_use(site: Site) -> Iterator[Problem]:
    """A source is named by a plan, a target or a figure."""
    used = {one.source for one in site.observations}
    for plan in site.plans.values():
        used.add(plan.record.source or "")
        for target in plan.targets:
            record = target.record
            used.add(record.source or "")
            used |= {one.amended_by for one in record.earlier}
            used |= {record.baseline.source} if record.baseline else set()
    for source in site.sources.values():
        if source.id not in used:
            yield Problem(
                source.origin,
                f"来源 {source.id} 没有被任何规划、目标或数据引用；请核对引用处的 source，或删除这一条",
                f"the source {source.id} is named by no plan, target or figure; check `source` where it is meant, or delete the entry",
                "warning",
            )


def check_amending(site: Site) -> Iterator[Problem]:
    """A document does not amend itself: what amended a target is no source of the plan."""
    for plan in site.plans.values():
        for target in plan.targets:
            for one in target.record.earlier:
                if one.amended_by == plan.record.source:
                    yield _itself(one.origin.at("amended_by"), one.amended_by)


def _itself(origin: Origin, name: str) -> Problem:
    return Problem(
        origin,
        f"amended_by {name} 是规划文件自己；请写作出修改的文件，读错的数字直接改正，不算修改",
        f"amended_by {name} is the document of the plan itself; name the document that amended it; a misread figure is corrected, not amended",
    )


CHECKS = (check_addresses, check_years, check_citable, check_amending)
FINAL = (check_twice, check_use)
