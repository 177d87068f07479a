"""Links that leave the site: where they stand in the sources, and whether they still answer.

One request at a time to a host, with a pause between; HEAD first, GET where a server wants it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Literal
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

from plansite.model import Site
from plansite.problems import Origin

AGENT = "plansite-link-check (weekly, one request at a time)"
TIMEOUT = 20.0
"""Seconds a server has to answer."""
PAUSE = 1.0
"""Seconds between two requests to one host."""
HOSTS = 4
"""Hosts asked at the same time."""

_GONE = {404, 410}
_WRITTEN = re.compile(r"https?://[^\s<>\"'()\[\]|，。；、（）]+")

Answer = Literal["ok", "gone", "unclear"]
"""Unclear: refused, too slow, or broken just now. Many servers refuse programs or other countries."""


@dataclass(frozen=True)
class ExternalLink:
    """An address with every place it stands at."""

    url: str
    origins: tuple[Origin, ...]


@dataclass(frozen=True)
class Checked:
    """An address with its answer."""

    link: ExternalLink
    answer: Answer
    reason: str
    """The status code or what went wrong; empty if all is well."""


def external_links(site: Site, root: Path) -> tuple[ExternalLink, ...]:
    """Return the addresses in sources, prose and hand-written pages, in order."""
    found: dict[str, list[Origin]] = {}
    for url, origin in [*_of_sources(site), *_of_texts(site, root)]:
        if urlsplit(url).hostname not in {None, "plans.example.org"}:
            found.setdefault(url.partition("#")[0], []).append(origin)
    return tuple(ExternalLink(url, tuple(sorted(found[url]))) for url in sorted(found))


def _of_sources(site: Site) -> Iterator[tuple[str, Origin]]:
    for source in site.sources.values():
        if source.url:
            yield source.url, source.origin


def _of_texts(site: Site, root: Path) -> Iterator[tuple[str, Origin]]:
    for plan in site.plans.values():
        for prose in plan.prose.values():
            yield from _in_text(prose.markdown, prose.origin.path, prose.origin.line)
    for folder in ("zh", "en"):
        for file in sorted((root / "docs" / folder).glob("**/*.md")):
            name = file.relative_to(root).as_posix()
            yield from _in_text(file.read_text(encoding="utf-8"), name)


def _in_text(text: str, path: str, first: int = 1) -> Iterator[tuple[str, Origin]]:
    for number, line in enumerate(text.splitlines(), start=first):
        for match in _WRITTEN.finditer(line):
            yield match.group().rstrip(".,;:!?"), Origin(path, number)


def check_links(
    links: Iterable[ExternalLink], pause: float = PAUSE, timeout: float = TIMEOUT
) -> tuple[Checked, ...]:
    """Return the answer to each address, in their order; no failure is raised."""
    by_host: dict[str, list[ExternalLink]] = {}
    for link in links:
        by_host.setdefault(urlsplit(link.url).netloc, []).append(link)

    def ask(group: list[ExternalLink]) -> list[Checked]:
        answers = []
        for index, link in enumerate(group):
            if index:
                time.sleep(pause)
            answers.append(_check(link, timeout))
        return answers

    with ThreadPoolExecutor(HOSTS) as pool:
        answered = [one for group in pool.map(ask, by_host.values()) for one in group]
    return tuple(sorted(answered, key=lambda one: one.link.url))


def _check(link: ExternalLink, timeout: float) -> Checked:
    answer, reason = _ask(link.url, "HEAD", timeout)
    if answer != "ok":  # some servers answer to GET only
        answer, reason = _ask(link.url, "GET", timeout)
    return Checked(link, answer, reason)


def _ask(url: str, method: str, timeout: float) -> tuple[Answer, str]:
    safe = quote(url, safe=":/?#[]@!$&'()*+,;=%~-._")
    request = Request(safe, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})
    try:
        with urlopen(request, timeout=timeout):
            return "ok", ""
    except HTTPError as error:
        error.close()
        return ("gone" if error.code in _GONE else "unclear"), str(error.code)
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        return "unclear", str(reason)[:200] or type(error).__name__
