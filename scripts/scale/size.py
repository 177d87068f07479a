"""How large made-up plans are, and the domains and indicators they have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FIELDS = (
    ("health", "健康", "Health"),
    ("education", "教育", "Education"),
    ("economy", "经济", "the Economy"),
    ("decision-making", "决策", "Decision-Making"),
    ("social-security", "保障", "Social Security"),
    ("family", "家庭", "Family"),
    ("environment", "环境", "the Environment"),
    ("law", "法律", "the Law"),
)


@dataclass(frozen=True)
class Size:
    """How large each plan is."""

    domains: int = 8
    targets: int = 60
    measures: int = 90
    observed: bool = True
    """Whether there are observations: every indicator, every year."""
    recorded: bool = True
    """Whether the plans have clauses, or are only named."""

    @property
    def fields(self) -> tuple[tuple[str, str, str], ...]:
        """The domains in use."""
        return FIELDS[: self.domains]

    def share(self, total: int, index: int) -> int:
        """Return how many of `total` items the domain at `index` has."""
        return total // self.domains + (index < total % self.domains)


def indicators(size: Size) -> Iterator[tuple[str, int]]:
    """Yield domain and number of each indicator."""
    for index, (domain, _, _) in enumerate(size.fields):
        for number in range(1, size.share(size.targets, index) + 1):
            yield domain, number


def write(path: Path, text: str) -> None:
    """Write a text file, with the folders it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
