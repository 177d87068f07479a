"""Who reviews a change: CODEOWNERS from the bodies that the clauses of a file name.

The publisher says in .github/owners.yml which account, team or e-mail address stands for a body of
bodies.yml. A file of clauses then asks the bodies it names; everything else asks the default owner.
https://docs.github.com/repositories: about code owners (the last rule that fits a path counts).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from plansite.model import Site
from plansite.problems import Origin, Problem, SourceError
from plansite.records.base import Record, Slug, Text
from plansite.records.errors import validated
from plansite.records.unknown import close_match
from plansite.source.strict_yaml import line_of, parse_yaml
from plansite.source.text import read_text

OWNERS_FILE = ".github/owners.yml"
CODEOWNERS = ".github/CODEOWNERS"

_OWNER = re.compile(r"@[A-Za-z0-9][\w.-]*(?:/[\w.-]+)?|[^@\s]+@[^@\s]+\.[^@\s]+", re.ASCII)
_HEAD = """\
# 谁审阅哪些文件。由 scripts/write_codeowners.py 从 .github/owners.yml 和 plans/ 生成，请勿手改。
# Who reviews which files. Written by scripts/write_codeowners.py from .github/owners.yml and plans/;
# do not edit.
"""


def _owner(text: str) -> str:
    if not _OWNER.fullmatch(text):
        raise ValueError("owner")
    return text


def _some(owners: tuple[str, ...]) -> tuple[str, ...]:
    if not owners:
        raise ValueError("empty_list")
    return owners


Owner = Annotated[Text, AfterValidator(_owner)]
"""An account, a team or an e-mail address."""
Owners = Annotated[tuple[Owner, ...], AfterValidator(_some)]


class OwnersRecord(Record):
    """owners.yml: who stands for whom."""

    default: Owners
    """Who reviews what no body is asked about."""
    code: Owners | None = None
    """Who reviews what is not in plans/; left out, the default."""
    bodies: dict[Slug, Owners] = Field(default_factory=dict)
    """Owners by the id of a body."""


_MISSING = Problem(
    Origin(OWNERS_FILE),
    '没有这个文件；请写上 default: ["@账号"]（CONTRIBUTING.md 有说明）',
    'there is no such file; write default: ["@account"] into it (see CONTRIBUTING.md)',
)


def load_owners(root: Path, site: Site) -> OwnersRecord:
    """Return the owners of the repository at `root`.

    Raises SourceError for a form that is not right and for a body that bodies.yml does not have.
    """
    if not (root / OWNERS_FILE).is_file():
        raise SourceError([_MISSING])
    data = parse_yaml(read_text(root / OWNERS_FILE, OWNERS_FILE), OWNERS_FILE)
    record, problems = validated(OwnersRecord, {} if data is None else data, OWNERS_FILE)
    if record is None:
        raise SourceError(problems)
    if strangers := [body for body in record.bodies if body not in site.bodies]:
        raise SourceError(_stranger(body, data, site.bodies) for body in strangers)
    return record


def codeowners(site: Site, owners: OwnersRecord) -> str:
    """Return the text of CODEOWNERS."""
    rules = [("*", owners.code or owners.default), ("/plans/", owners.default)]
    rules += _rules(site, owners.bodies)
    return _HEAD + "".join(f"{path} {' '.join(names)}\n" for path, names in rules)


def _rules(
    site: Site, bodies: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each file of clauses with the owners of the bodies it names, in order of path."""
    asked: dict[str, dict[str, None]] = {}
    for plan in site.plans.values():
        for clause in plan.clauses:
            for body in clause.record.bodies:
                names = asked.setdefault(f"/{clause.record.origin.path}", {})
                names.update(dict.fromkeys(bodies.get(body, ())))
    for path, found in sorted(asked.items()):
        if found:
            yield path, tuple(found)


def _stranger(body: str, data: object, known: Mapping[str, object]) -> Problem:
    zh, en = close_match(body, known)
    return Problem(
        Origin(OWNERS_FILE, line_of(data, ("bodies", body))),
        f"bodies {body!r} 不在 bodies.yml 中{zh}；请改正",
        f"bodies {body!r} is not in bodies.yml{en}; correct it",
    )
