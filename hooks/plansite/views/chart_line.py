"""The observed line: a marker for each year with a value, joined only over unbroken years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plansite.edition import Edition
from plansite.model import Observation
from plansite.progress import ObservationStatus
from plansite.progress.observation_words import PROVISIONAL
from plansite.records.catalogue import Indicator
from plansite.statements import number
from plansite.views.chart import Drawing, Line, Mark
from plansite.views.chart_frame import Frame
from plansite.views.chart_labels import Wish
from plansite.views.figures import short_words, value_words

_SHAPES = ("circle", "square", "triangle", "diamond")
_APART = frozenset({ObservationStatus.B, ObservationStatus.D})


@dataclass(frozen=True)
class Dot:
    """One value of a line."""

    year: int
    value: Decimal
    status: ObservationStatus

    @property
    def hollow(self) -> bool:
        """Whether the value is provisional or an estimate."""
        return self.status in PROVISIONAL


def dots(
    rows: Sequence[Observation], breakdown: tuple[str, str, str], as_of: date
) -> tuple[Dot, ...]:
    """Return the latest vintage of each year known on a day; forecasts and gaps are left out."""
    latest: dict[int, Observation] = {}
    for row in rows:
        known = (row.published_on or date(row.year + 1, 1, 1)) <= as_of
        if row.breakdown == breakdown and row.status != "F" and known:
            latest[row.year] = row
    return tuple(
        Dot(year, row.value, ObservationStatus(row.status))
        for year, row in sorted(latest.items())
        if row.value is not None
    )


def runs(line: Sequence[Dot]) -> Iterator[tuple[Dot, ...]]:
    """Yield the pieces of a line: a missing year, a break or another definition ends a piece."""
    piece: list[Dot] = []
    for dot in line:
        joined = piece and dot.year == piece[-1].year + 1 and dot.status not in _APART
        if piece and not (joined and piece[-1].status is not ObservationStatus.D):
            yield tuple(piece)
            piece = []
        piece.append(dot)
    if piece:
        yield tuple(piece)


def observed(
    edition: Edition, frame: Frame, line: Sequence[Dot], name_last: bool = True
) -> Drawing:
    """Return the line of what was observed, with its breaks."""
    marks = [
        Mark(
            "hollow" if dot.hollow else "observed", frame.at(dot.year, dot.value), tip(edition, dot)
        )
        for dot in line
    ]
    wishes = []
    if line and name_last:
        last = line[-1]
        wishes.append(
            Wish(short_words(edition, last.value), frame.at(last.year, last.value), "latest")
        )
    return Drawing(
        lines=(*joined(frame, line, "observed"), *breaks(frame, line)),
        marks=tuple(marks),
        wishes=tuple(wishes),
    )


def parted(
    edition: Edition,
    frame: Frame,
    lines: Mapping[str, tuple[str, Sequence[Dot]]],
    chosen: bool = False,
) -> Drawing:
    """Return several lines told apart by dash and marker, each named at its end.

    With `chosen`, each piece says to which key of `lines` it belongs: a reader may choose.
    """
    drawing = Drawing()
    for index, (key, (name, line)) in enumerate(lines.items()):
        of = key if chosen else ""
        kind = f"part-{index % 4}"
        last = line[-1]
        drawing += Drawing(
            lines=joined(frame, line, kind, of),
            marks=tuple(
                Mark(
                    f"{kind} ps-hollow" if dot.hollow else kind,
                    frame.at(dot.year, dot.value),
                    f"{name} {tip(edition, dot)}",
                    part_shape(index),
                    of,
                )
                for dot in line
            ),
            wishes=(
                Wish(
                    end_words(edition, name, last),
                    frame.at(last.year, last.value),
                    kind,
                    "ensw",
                    of=of,
                ),
            ),
        )
    return drawing


def part_shape(index: int) -> str:
    """Return the marker of one of several lines; colours come again after four, with others."""
    return _SHAPES[(index + index // 4) % 4]


def part_key(lines: Mapping[str, tuple[str, Sequence[Dot]]]) -> tuple[tuple[str, str], ...]:
    """Return the key of several lines: line, marker and whose it is, then its name."""
    return tuple(
        (f"part-{index % 4}|{part_shape(index)}|{key}", name)
        for index, (key, (name, _)) in enumerate(lines.items())
    )


def end_words(edition: Edition, name: str, last: Dot) -> str:
    """Return the label at the end of one of several lines, e.g. `rural 15.9`."""
    return f"{name} {short_words(edition, last.value)}"


def ends_said(
    edition: Edition, indicator: Indicator, lines: Iterable[tuple[str, Sequence[Dot]]]
) -> str:
    """Return the last figure of each of several named lines, for who does not see them."""
    return edition.word("semicolon").join(
        edition.word(
            "chart_parts_said",
            name=name,
            year=line[-1].year,
            value=value_words(edition, indicator, line[-1].value),
        )
        for name, line in lines
    )


def joined(frame: Frame, line: Sequence[Dot], kind: str, of: str = "") -> tuple[Line, ...]:
    """Return the pieces of a line that have two years or more."""
    return tuple(
        Line(kind, tuple(frame.at(dot.year, dot.value) for dot in piece), of)
        for piece in runs(line)
        if len(piece) > 1
    )


def breaks(frame: Frame, line: Sequence[Dot]) -> Iterator[Line]:
    """Yield a vertical line just before each year that is measured in another way."""
    for dot in line:
        if dot.status is ObservationStatus.B and dot.year > frame.x.low:
            x = frame.x(dot.year - 0.5)
            yield Line("break", ((x, frame.top), (x, frame.foot)))


def tip(edition: Edition, dot: Dot) -> str:
    """Return what a pointer over a marker shows, e.g. `2024: 14.3 (provisional)`."""
    said = f"{dot.year}{edition.word('colon')}{number(dot.value)}"
    if dot.status is ObservationStatus.A:
        return said
    return said + edition.word("in_brackets", text=dot.status.label(edition.lang))
