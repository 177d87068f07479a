"""Rules about prose: known sections, both languages, nothing but plain Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from plansite.model import Site
from plansite.problems import Origin, Problem
from plansite.records.base import LANGS

ALLOWED_SCHEMES = frozenset({"https:", "mailto:"})

_HTML = re.compile(r"<[a-zA-Z/!?]")
_PICTURE = re.compile(r"!\[")
# A link's target, inline or as a reference, if it has a scheme or names a host without one.
_TARGET = re.compile(
    r"(?:\]\(|^\s*\[[^\]]*\]:)\s*<?\s*(?P<scheme>[a-zA-Z][a-zA-Z0-9+.\s-]*:|[/\\]\s*[/\\])"
)
_SCRIPT = re.compile(r"(?:javascript|vbscript|data)\s*:(?=\S)", re.IGNORECASE)


def check_sections(site: Site) -> Iterator[Problem]:
    """Prose belongs to the introduction or a domain of the plan, in both languages."""
    for plan in site.plans.values():
        known = {"introduction", *plan.record.domains}
        for (section, lang), prose in plan.prose.items():
            if section not in known and plan.path not in site.faulty:
                yield Problem(
                    prose.origin,
                    f"没有名为 {section} 的章节；允许：{', '.join(sorted(known))}；请改文件名",
                    f"there is no section {section}; allowed: {', '.join(sorted(known))}; rename the file",
                )
            for other in LANGS:
                missing = f"{prose.origin.path.rpartition('/')[0]}/{section}.{other}.md"
                if (section, other) not in plan.prose and missing not in site.faulty:
                    yield Problem(
                        prose.origin,
                        f"缺少 {section}.{other}.md；两种语言都要有",
                        f"{section}.{other}.md is missing beside {section}.{lang}.md; both languages are needed",
                    )


def check_markdown(site: Site) -> Iterator[Problem]:
    """Prose is not empty, holds no HTML and no pictures, and its links lead to https, mail or this site."""
    for plan in site.plans.values():
        for prose in plan.prose.values():
            if not prose.markdown.strip():
                yield Problem(
                    prose.origin,
                    "文件是空的；请填写或删除",
                    "the file is empty; fill it in or remove it",
                )
            for number, line in enumerate(prose.markdown.split("\n"), start=1):
                yield from line_problems(line, Origin(prose.origin.path, number))


def line_problems(line: str, origin: Origin) -> Iterator[Problem]:
    """Yield what is wrong with one line of Markdown."""
    if _HTML.search(line):
        yield Problem(origin, "含有 HTML 标记；请只用 Markdown", "contains HTML; use Markdown only")
    if _PICTURE.search(line):
        yield Problem(origin, "含有图片；请删除", "contains a picture; remove it")
    text = unescape(line)
    schemes = [match["scheme"].strip() for match in _TARGET.finditer(text)]
    schemes += [match.group() for match in _SCRIPT.finditer(text)]
    for scheme in dict.fromkeys(schemes):
        if scheme.lower() not in ALLOWED_SCHEMES:
            yield Problem(
                origin,
                f"链接 {scheme!r} 不允许；请用 https 或相对链接",
                f"the link {scheme!r} is not allowed; use https or a relative link",
            )


CHECKS = (check_sections, check_markdown)
