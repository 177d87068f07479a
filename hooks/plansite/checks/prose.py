"""Rules about prose: known sections, both languages, nothing but plain Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from plansite.checks.slips import check_indents, slips
from plansite.evaluation import Prose
from plansite.model import Site
from plansite.problems import Origin, Problem
from plansite.records.base import LANGS

ALLOWED_SCHEMES = frozenset({"https:", "mailto:"})

MAX_LINE = 10_000
"""A paragraph is one line: longer than this is no paragraph."""
MAX_NESTING = 6
"""Lists and quotations within each other; a page shows no more, and a reader follows no more."""
MAX_BRACKETS = 1000
"""Brackets of one text; each may begin a link, and reading takes the square of their number."""

_SPACE = re.compile(r"\s+")
_NESTED = re.compile(rf"(?:\s*(?:[>*+-]|[0-9]+[.)])(?=\s)| {{4}}|\t|\s*>){{{MAX_NESTING + 1}}}")
_HEADING = re.compile(r"#(?!#)|#{5}")
_HTML = re.compile(r"<[a-zA-Z/!?]")
_PICTURE = re.compile(r"!\[")
# A link's target, inline or as a reference, if it has a scheme or names a host without one.
_SCHEMELESS = re.compile(
    r"\]\(\s*<?((?:www\.|(?:[a-z0-9-]+\.)+(?:cn|com|org|net)(?=[/)>\s]))[^)\s>]*)"
)
_TARGET = re.compile(
    r"(?:\]\(|^ ?\[[^\]]*\]:) ?<? ?(?P<scheme>[a-zA-Z][a-zA-Z0-9+. -]*:|[/\\](?: ?[/\\])?)"
)
_SECRET = re.compile(r"https?://[^\s/)]*@")
_SPACED = re.compile(r"\]\((?:https?:|\.{0,2}/)[^)<>\"']*\s[^)\"']*\)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})\s*")
_TO_COME = "|".join(f"待{act}" for act in ("补充", "填写", "翻译", "核实", "完善"))
_UNFINISHED = re.compile(rf"\b(?:TODO|TBD|FIXME|XXX)\b|(?:{_TO_COME})(?=[。；，、）)\s]|$)")
"""What people write where the text is still to come."""
_SCRIPT = re.compile(r"(?:javascript|vbscript|data)\s*:(?=\S)", re.IGNORECASE)


def check_sections(site: Site) -> Iterator[Problem]:
    """Prose belongs to the introduction or a domain of the plan, in both languages."""
    for plan in site.plans.values():
        known = {"introduction", *plan.record.domains}
        strangers = {section for section, _ in plan.prose} - known
        for (section, lang), prose in plan.prose.items():
            if section not in known and plan.path not in site.faulty:
                yield Problem(
                    prose.origin,
                    f"没有名为 {section} 的章节；允许：{', '.join(sorted(known))}；请改文件名",
                    f"there is no section {section}; allowed: {', '.join(sorted(known))}; rename the file",
                )
                continue  # which text it belongs to is not known
            for other in LANGS:
                if any((name, other) in plan.prose for name in strangers):
                    continue  # it may be this one, under a wrong name
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
            if prose.markdown.startswith("---\n"):
                yield Problem(
                    prose.origin,
                    "开头有 ---，会被印成正文；请删除 --- 之间的各行",
                    "begins with ---, which would be printed; delete the lines between the ---",
                )
            yield from text_problems(prose)


def text_problems(prose: Prose) -> Iterator[Problem]:
    """Yield what is wrong with a text in Markdown, line by line."""
    shape = list(shape_problems(prose))
    yield from shape
    refused = {one.origin.line for one in shape}
    if not (shape or prose.markdown.startswith("---\n")):
        yield from slips(prose)
        yield from check_indents(prose)
    before = ""
    for number, line in enumerate(prose.markdown.split("\n"), start=prose.origin.line):
        origin = Origin(prose.origin.path, number)
        if number not in refused:
            yield from _line_problems(line, origin)
        front = prose.markdown.startswith("---\n")  # its lines are told as a whole
        if before.strip() and "|" not in before and not front and _UNDERLINE.fullmatch(line):
            yield Problem(
                origin,
                f"{line[:20]!r} 会把上一行变成标题；标题请以 ## 开头，或在两行之间空一行",
                f"{line[:20]!r} makes a heading of the line above; begin a heading with ##, or leave a line empty between them",
            )
        before = line


def shape_problems(prose: Prose) -> Iterator[Problem]:
    """Yield what would take too long to read as Markdown, or can not be read at all."""
    brackets = 0
    for number, line in enumerate(prose.markdown.split("\n"), start=prose.origin.line):
        origin = Origin(prose.origin.path, number)
        brackets += line.count("[")
        if brackets > MAX_BRACKETS:
            yield Problem(
                origin,
                f"文中有 {MAX_BRACKETS} 个以上的 [；请删减",
                f"the text has more than {MAX_BRACKETS} signs [; take some out",
            )
            return
        if len(line) > MAX_LINE:
            yield Problem(
                origin,
                f"一行有 {len(line)} 个字符，上限 {MAX_LINE}；请分段",
                f"the line has {len(line)} characters, at most {MAX_LINE} are allowed; make paragraphs of it",
            )
        elif _NESTED.match(line):
            yield Problem(
                origin,
                f"列表或引用嵌套（缩进）超过 {MAX_NESTING} 层；请简化",
                f"lists or quotations are nested (indented) deeper than {MAX_NESTING} levels; simplify",
            )


def _line_problems(line: str, origin: Origin) -> Iterator[Problem]:
    if _HEADING.match(line):
        yield Problem(
            origin,
            "标题只用 ##、### 或 ####；请改写",
            "a heading begins with ##, ### or ####; write it so",
        )
    if _HTML.search(line):
        yield Problem(origin, "含有 HTML 标记；请只用 Markdown", "contains HTML; use Markdown only")
        return
    if _PICTURE.search(line):
        yield Problem(origin, "含有图片；请删除", "contains a picture; remove it")
    if _SECRET.search(line):
        yield Problem(
            origin,
            "链接里有用户名或口令（@ 之前）；请删除这一部分",
            "the link holds a user name or a password (before @); take that part out",
        )
    if match := _SPACED.search(line):
        yield Problem(
            origin,
            f"链接 {match[0][1:60]!r} 中有空格，不会成为链接；请把空格写成 %20，或改正网址",
            f"the link {match[0][1:60]!r} holds a space and becomes no link; write %20 for it, or correct the address",
        )
    yield from _unfinished(line, origin)
    yield from _schemes(line, origin)


def _unfinished(line: str, origin: Origin) -> Iterator[Problem]:
    if match := _UNFINISHED.search(line):
        yield Problem(
            origin,
            f"{match[0]!r}：文字还没有写完；请补上或删除",
            f"{match[0]!r}: the text is not finished; complete it or take it out",
            "warning",
        )


def _schemes(line: str, origin: Origin) -> Iterator[Problem]:
    text = _SPACE.sub(" ", unescape(line))
    for address in _SCHEMELESS.findall(text):
        yield Problem(
            origin,
            f"链接 {address!r} 缺少 https://，会被当作本站的网页；请写完整的网址",
            f"the link {address!r} lacks https:// and would lead to a page of this site; write the whole address",
        )
    schemes = [match["scheme"].strip() for match in _TARGET.finditer(text)]
    schemes += [match.group() for match in _SCRIPT.finditer(text)]
    for scheme in dict.fromkeys(schemes):
        if scheme.lower() not in ALLOWED_SCHEMES:
            yield Problem(
                origin,
                f"链接 {scheme!r} 不允许；请用 https 或相对链接",
                f"the link {scheme!r} is not allowed; use https or a relative link",
            )


def check_copies(site: Site) -> Iterator[Problem]:
    """Two sections of a plan are not one text: the wrong file was copied."""
    for plan in site.plans.values():
        seen: dict[tuple[str, str], Prose] = {}
        for (_, lang), prose in plan.prose.items():
            text = prose.markdown.strip()
            first = seen.setdefault((lang, text), prose)
            if text and first is not prose:
                name = first.origin.path.rpartition("/")[2]
                yield Problem(
                    prose.origin,
                    f"全文与 {name} 相同；请放回本节自己的文字",
                    f"the whole text is that of {name}; put this section's own text back",
                )


CHECKS = (check_sections, check_markdown, check_copies)
