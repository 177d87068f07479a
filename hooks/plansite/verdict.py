"""All findings of a check as one text: for people, for annotations in a pull request, for programs.

GitHub shows only the first ten annotations of a level for a step, so the whole list goes into the
summary of the step as a table. https://docs.github.com/actions: workflow commands, job summaries.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from plansite.escaping import escaped
from plansite.problems import Problem, errors

Format = Literal["text", "github", "json"]


@dataclass(frozen=True)
class Verdict:
    """What a check read, in both languages, and what it found there, in order of place."""

    zh: str
    en: str
    problems: Sequence[Problem]

    @property
    def counts(self) -> tuple[int, int]:
        """How many errors there are, and how many warnings."""
        wrong = len(errors(self.problems))
        return wrong, len(self.problems) - wrong

    def written(self, form: Format) -> str:
        """Return the findings in one of the forms; the text ends with a line of counts."""
        if form == "json":
            return self._json()
        lines = [one.annotation() if form == "github" else str(one) for one in self.problems]
        return "\n".join([*lines, " | ".join(self._counted())])

    def summary(self) -> str:
        """Return the whole list as Markdown; text of the sources is escaped."""
        zh, en = self._counted()
        lines = ["## 源文件检查 · Check of the sources", "", f"{zh}  ", en, ""]
        if self.problems:
            lines += [
                "| 文件 file | 行 line | 级别 level | 说明 | finding |",
                "|---|---|---|---|---|",
            ]
        for one in self.problems:
            level = "错误 error" if one.level == "error" else "警告 warning"
            cells = (one.origin.path, str(one.origin.line), level, one.zh, one.en)
            lines.append(f"| {' | '.join(escaped(cell) for cell in cells)} |")
        return "\n".join(lines) + "\n"

    def _counted(self) -> tuple[str, str]:
        wrong, doubtful = self.counts
        return (
            f"{self.zh}；错误 {wrong} 处，警告 {doubtful} 处",
            f"{self.en}; {wrong} errors, {doubtful} warnings",
        )

    def _json(self) -> str:
        wrong, doubtful = self.counts
        listed = [
            {
                "path": one.origin.path,
                "line": one.origin.line,
                "level": one.level,
                "zh": one.zh,
                "en": one.en,
            }
            for one in self.problems
        ]
        said = {"errors": wrong, "warnings": doubtful, "problems": listed}
        return json.dumps(said, ensure_ascii=False, indent=1)
