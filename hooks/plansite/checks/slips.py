"""Rules about Markdown that is shown otherwise than meant: half a table, a list sign that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plansite.evaluation import Prose
from plansite.problems import Origin, Problem

_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_LIST = re.compile(r"\s*(?:[-*+]|[0-9]+[.)])\s")
_SIGNS = re.compile(r"\s*[＊•·●○■◆－—]\s*\S")
_INDENTED = re.compile(r"(?: {4}|\t)\s*\S")
SIGNS = re.compile(r"\{[{%#:]|^(?:!!!|\?\?\?\+?|:::|--8<--)(?: |$)")
"""Signs of templates and of other kinds of Markdown: they do nothing here."""
_LINE = (
    (re.compile(r"\[\^"), "脚注 [^ 不会显示为脚注；请写进正文", "[^ makes no footnote here; write it into the text"),
    (re.compile(r"^\s*(?:```|~~~)"), "``` 是代码，不是正文；请删除这一行", "``` begins code, not text; delete the line"),
    (SIGNS, "{{、{%、{: 和 !!!、--8<-- 会照样印出来；请改成普通的文字", "{{, {%, {:, !!! and --8<-- would be printed as they stand; write plain words"),
    (re.compile(r"\S\t+\S"), "制表符不会成为表格；请写成 | 列 | 列 | 的形式，第二行写 | --- | --- |", "tabs make no table; write | a | b | and as the second line | --- | --- |"),
    (re.compile(r"\]\((?!https?:)[^)\s]*\.(?:md|ya?ml|csv)[)#]"), "链接指向源文件，网站上没有；请写网页的相对路径，以 / 结尾", "the link leads to a source file, which the site has not; write the relative path of the page, ending in /"),
    (re.compile(r"\]\((?:mailto:|https?:/*)?\s*\)"), "链接没有网址；请填写或只留文字", "the link has no address; fill it in, or keep the words alone"),
)  # fmt: skip


def slips(prose: Prose) -> Iterator[Problem]:
    """Yield what would be printed as it stands instead of being a list, a table, a note or bold."""
    for number, lines in _paragraphs(prose):
        first, origin = lines[0], Origin(prose.origin.path, number)
        if first.lstrip().startswith("|") and not (len(lines) > 1 and _RULE.fullmatch(lines[1])):
            yield Problem(
                origin,
                f"表格的第二行读到 {''.join(lines[1:2])[:20]!r}，应为 | --- | --- |；请补上",
                f"the second line of the table is {''.join(lines[1:2])[:20]!r}, | --- | --- | is expected; add it",
            )
        if "\n".join(lines).count("**") % 2:
            yield Problem(
                origin,
                "这一段的 ** 不成对，会照样印出来；请补上或删除",
                "the ** of this paragraph do not pair and would be printed; add or delete one",
            )
        for offset, line in enumerate(lines):
            yield from _line(line, Origin(prose.origin.path, number + offset))


def _line(line: str, origin: Origin) -> Iterator[Problem]:
    for pattern, zh, en in _LINE:
        if pattern.search(line):
            yield Problem(origin, zh, en)
    if _SIGNS.match(line):
        sign = line.strip()[0]
        yield Problem(
            origin,
            f"行首的 {sign} 不是列表；请改为 - 和一个空格",
            f"{sign} at the beginning makes no list; write - and a space",
        )


def check_indents(prose: Prose) -> Iterator[Problem]:
    """Yield paragraphs that spaces before them turn into code: no list stands above them."""
    in_list = False
    for number, lines in _paragraphs(prose):
        indented = bool(_INDENTED.match(lines[0]))
        if indented and not in_list:
            yield Problem(
                Origin(prose.origin.path, number),
                "段首的空格会把这一段变成代码；请删除，段落之间空一行即可",
                "the spaces before this paragraph make code of it; delete them, an empty line between paragraphs will do",
            )
        in_list = (
            bool(_LIST.match(lines[-1])) or any(map(_LIST.match, lines)) or (in_list and indented)
        )


def _paragraphs(prose: Prose) -> Iterator[tuple[int, list[str]]]:
    """Yield the first line's number and the lines of each paragraph."""
    found: list[str] = []
    for number, line in enumerate([*prose.markdown.split("\n"), ""], start=prose.origin.line):
        if line.strip():
            found.append(line)
        elif found:
            yield number - len(found), found
            found = []
