"""The way back: returned files to edits of the sources, or every reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plansite.forms.answers import judge
from plansite.forms.reading import read_workbook
from plansite.forms.returned import Returned
from plansite.forms.rows import Change, changes_of
from plansite.forms.tabular import read_csv
from plansite.forms.writing import Edit, cells_of, checked, edits_of
from plansite.model import Site
from plansite.problems import Origin, Problem, SourceError, errors
from plansite.records.catalogue import Source


@dataclass(frozen=True)
class Outcome:
    """What importing would change."""

    changes: tuple[Change, ...]
    sources: tuple[tuple[str, Source], ...]
    """Place and entry of each new source."""
    edits: tuple[Edit, ...]
    warnings: tuple[Problem, ...]


def read_returned(path: Path) -> Returned:
    """Return what a file says, by its suffix. Raises SourceError with all problems."""
    return read_csv(path) if path.suffix.lower() == ".csv" else read_workbook(path)


def prepare(files: Iterable[Path], root: Path, site: Site, year: int | None = None) -> Outcome:
    """Return the edits that the files ask for, checked; nothing is written.

    Raises SourceError with the problems of all files, or of the sources as they would be.
    """
    problems: list[Problem] = []
    answers, sources = [], {}
    for path in files:
        try:
            returned = read_returned(path)
        except SourceError as error:
            problems.extend(error.problems)
            continue
        if year is not None and returned.year != year:
            problems.append(Problem(
                Origin(returned.file),
                f"是 {returned.year} 年的表，要导入的是 {year} 年；请核对文件",
                f"is a form of {returned.year}, the import is of {year}; check the file",
            ))  # fmt: skip
            continue
        judged = judge(returned, site)
        problems.extend(judged.problems)
        answers.extend(judged.answers)
        sources.update({source.id: (place, source) for place, source in judged.sources})
    changes = changes_of(answers, site, problems)
    used = {change.answer.source for change in changes}
    added = tuple(pair for name, pair in sources.items() if name in used)
    edits = edits_of(root, site, changes, added)
    problems += _result(root, site, edits, changes)  # of what is sound, beside what is not
    if errors(problems):
        raise SourceError(problems)
    return Outcome(changes, added, edits, tuple(sorted(set(problems))))


def _result(
    root: Path, site: Site, edits: tuple[Edit, ...], changes: Iterable[Change]
) -> Iterator[Problem]:
    """Yield what is wrong with the sources as they would be, at the cells that bring it about."""
    if not edits:
        return
    try:
        found = checked(root, edits).warnings
    except SourceError as error:
        found = error.problems
    known = {(one.zh, one.en) for one in site.warnings}
    cells = cells_of(edits, changes)
    for one in found:
        if (one.zh, one.en) not in known:
            cell = cells.get((one.origin.path, one.origin.line))
            yield cell.problem(one.zh, one.en, one.level == "warning") if cell else one
