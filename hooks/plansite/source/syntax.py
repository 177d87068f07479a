"""What a YAML syntax error means to the person who typed the line, in Chinese and English.

The parser names what it expected, at the place where it gave up; the slip often stands earlier.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

Finding = tuple[int, str, str]
"""The line, and what is wrong with it in Chinese and English."""

_KEY = r"^\s*(?:- +)*[\w-]+"
_WIDE_COLON = re.compile(_KEY + "\uff1a", re.ASCII)
_NO_SPACE = re.compile(_KEY + r":(?=[^\s/])", re.ASCII)
_OTHER_SPACE = re.compile("^ *[\u00a0\u2000-\u200a\u202f\u3000]")
_PAIR = re.compile(_KEY + r": +\S", re.ASCII)
_BARE = re.compile(r"^\s*(?:- +)*[\w-]+(?: +[^:]*)?$", re.ASCII)
"""A line that might be a key and its value, had it a colon."""
_SPECIAL = re.compile(r"[:,{\[-] *([%@`*&!|>#])")


@dataclass(frozen=True)
class _Slip:
    """Where the parser gave up, what it says, and the lines of the file."""

    problem: str
    line: int
    column: int
    begun: int
    """The line where what was being read had begun."""
    rows: list[str]

    def row(self, line: int) -> str:
        return self.rows[line - 1]

    def read(self, line: int) -> str:
        """Return the text of a line as a message shows it."""
        return repr(self.row(line).strip()[:60])


def syntax_error(error: yaml.YAMLError, text: str) -> Finding:
    """Return where a text is not YAML, and what to do about it."""
    rows = text.rstrip("\n").split("\n")
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    line = min(mark.line + 1, len(rows)) if mark else 1
    slip = _Slip(
        getattr(error, "problem", None) or "not YAML",
        line,
        mark.column if mark and mark.line < len(rows) else len(rows[-1]),
        min(begun.line + 1, line) if begun else max(line - 1, 1),
        rows,
    )
    return _typed(slip) or _quoted(slip) or _bracketed(slip) or _placed(slip) or _unknown(slip)


def _typed(slip: _Slip) -> Finding | None:
    """A tab, a full-width colon, a colon without a space: the sign itself is wrong."""
    row = slip.row(slip.line)
    if "\t" in row[: len(row) - len(row.lstrip())]:
        return (
            slip.line,
            "缩进用了制表符；请改用空格",
            "the line is indented with a tab; use spaces",
        )
    for line in range(slip.begun, slip.line + 1):
        if _OTHER_SPACE.match(slip.row(line)):
            return (
                line,
                f"读到 {slip.read(line)}，缩进用了全角空格或不间断空格；请改用普通空格",
                f"{slip.read(line)} is indented with full-width or no-break spaces; use plain spaces",
            )
        if _WIDE_COLON.match(slip.row(line)):
            return (
                line,
                f"读到 {slip.read(line)}，冒号是全角的；请改用半角冒号，后面留一个空格",
                f"{slip.read(line)} has a full-width colon; type a half-width colon and a space",
            )
        if slip.problem.startswith(("mapping", "could not")) and _NO_SPACE.match(slip.row(line)):
            return (
                line,
                f"读到 {slip.read(line)}，冒号后没有空格；请加一个空格",
                f"{slip.read(line)} has no space after the colon; add one",
            )
    return None


def _quoted(slip: _Slip) -> Finding | None:
    """A quote is open or closed too early, or is missing where a text needs it."""
    if "end of stream" in slip.problem:
        return _open_quote(slip, slip.begun)
    if "escape character" in slip.problem:
        return (
            slip.line,
            "双引号中有反斜线 \\；请改用单引号，或写两个反斜线",
            "there is a backslash \\ between double quotes; use single quotes, or write it twice",
        )
    if slip.problem.startswith("did not find expected key"):
        for line in range(slip.begun, slip.line):
            if slip.row(line).count('"') % 2:
                return _open_quote(slip, line)
    before = slip.row(slip.line)[: slip.column].rstrip()
    if slip.problem.startswith("did not find expected key") and before.endswith(('"', "'")):
        return (
            slip.line,
            f"读到 {slip.read(slip.line)}，右引号之后还有文字；请把整段文字放进一对引号",
            f"{slip.read(slip.line)}: text follows the closing quote; put the whole text between the quotes",
        )
    if slip.problem.startswith(("found character", "did not find expected a", "did not find expected w",
                                "did not find expected comment", "did not find expected node")):  # fmt: skip
        line = slip.begun if slip.problem.endswith("content") else slip.line
        found = _SPECIAL.search(slip.row(line)) or _SPECIAL.search(slip.row(max(line - 1, 1)))
        sign = found[1] if found else slip.row(slip.line)[slip.column : slip.column + 1]
        if found and not _SPECIAL.search(slip.row(line)):
            line -= 1
        return (
            line,
            f"读到 {slip.read(line)}，文字不能以 {sign} 开头；请给整段文字加引号",
            f"{slip.read(line)}: a text can not begin with {sign}; put it between quotes",
        )
    return None


def _open_quote(slip: _Slip, line: int) -> Finding:
    return (
        line,
        f"读到 {slip.read(line)}，引号没有成对；请补上右引号",
        f"{slip.read(line)}: a quote is opened and not closed; add the closing quote",
    )


def _bracketed(slip: _Slip) -> Finding | None:
    """A bracket is open, or there is one too many, or its entries are not separated."""
    here = slip.row(slip.line)[slip.column : slip.column + 1]
    if "',' or" in slip.problem and (slip.line > slip.begun or not here):
        return (
            slip.begun,
            f"读到 {slip.read(slip.begun)}，括号没有成对；请补上 {slip.problem[-2]}",
            f"{slip.read(slip.begun)}: a bracket is opened and not closed; add {slip.problem[-2]}",
        )
    if "',' or" in slip.problem:
        return (
            slip.line,
            f"读到 {slip.read(slip.line)}，括号内各项应以半角逗号加空格分隔；含冒号、逗号、引号的文字请整段加引号",
            f"{slip.read(slip.line)}: between brackets, a comma and a space stand between entries; put a text with a colon, comma or quote between quotes",
        )
    if here and here in "}]":
        return (
            slip.line,
            f"读到 {slip.read(slip.line)}，多出一个 {here}；请删除",
            f"{slip.read(slip.line)} has a {here} too many; remove it",
        )
    return None


def _placed(slip: _Slip) -> Finding | None:
    """The line stands too far left or right, or is neither a key nor an entry."""
    row, before = slip.row(slip.line), slip.row(max(slip.line - 1, 1))
    deeper = _indent(row) > _indent(before) and _PAIR.match(before)
    if slip.problem.startswith("mapping values") and _BARE.match(before) and _PAIR.match(row):
        return _without_colon(slip, slip.line - 1)
    if slip.problem.startswith("mapping values") and not (deeper and row.count(": ") == 1):
        return (
            slip.line,
            f"读到 {slip.read(slip.line)}，文字中有冒号加空格；请给整段文字加引号",
            f"{slip.read(slip.line)}: a colon and a space stand within a text; put the whole text between quotes",
        )
    if slip.problem.startswith(("mapping values", "did not find expected")):
        return (
            slip.line,
            f"读到 {slip.read(slip.line)}，缩进 {_indent(row)} 格，与上文不齐；同一层的键应左对齐，列表项以 - 开头",
            f"{slip.read(slip.line)} is indented by {_indent(row)} spaces, unlike the lines above; begin keys of one level in one column, and entries of a list with -",
        )
    if slip.problem.startswith("could not"):
        return _without_colon(slip, slip.begun)
    return None


def _without_colon(slip: _Slip, line: int) -> Finding:
    return (
        line,
        f"读到 {slip.read(line)}，没有冒号；请写成“key: value”",
        f"{slip.read(line)} has no colon; write `key: value`",
    )


def _unknown(slip: _Slip) -> Finding:
    return (
        slip.line,
        f"YAML 语法错误（{slip.problem}）；请检查缩进、引号和冒号",
        f"YAML syntax error ({slip.problem}); check indentation, quotes and colons",
    )


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())
