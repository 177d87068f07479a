"""The method page: every formula, number and word, from the constants that the code uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from plansite.assessing import UNASSESSED
from plansite.edition import Edition
from plansite.pages import Heading, Page
from plansite.progress import (
    CONSTANTS,
    MET,
    METHOD_VERSION,
    UNMET,
    Comparator,
    Confidence,
    GapKind,
    Kind,
    Level,
    ObservationStatus,
    Path,
    Rule,
    Status,
    Verdict,
    Word,
    plain,
    round_half_even,
)
from plansite.progress.method import T90, T90_LARGE, T90_LARGE_FROM
from plansite.progress.promise_words import PRINTED
from plansite.records.base import Lang
from plansite.views.figures import day_words
from plansite.views.method_examples import example_views
from plansite.views.method_published import published_views
from plansite.views.report_parts import SHORT_COMMIT
from plansite.views.statuses import StatusMark, status_mark

FORMULAS = (
    "gap", "edge", "progress", "required", "pace", "effort", "status", "projection", "verdict",
    "warnings", "kinds", "rate", "ranking", "sex", "revisions",
)  # fmt: skip
"""The clauses of the method in order; each has a title, a text and perhaps a formula."""

CHOICES = (
    "after",
    "window",
    "undefined",
    "subst",
    "regress",
    "due",
    "logarithm",
    "unusual",
    "binary",
    "fold",
    "stages",
)
"""What the method leaves open, and how it is settled here."""

GROUNDS = ("eurostat", "code", "rounding", "rate")
"""Where the numbers and rules come from."""

ROUNDED = (("12.1498", 0), ("12.1498", 1), ("10.5002", 0), ("1.050", 1), ("0.35", 1),
           ("2500", -3), ("3500", -3), ("-0.0365", 3), ("8.53459", 2))  # fmt: skip
"""Values of GB/T 8170 and the decimals asked for."""

_FULL = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）"})


@dataclass(frozen=True)
class WordView:
    """A word of a vocabulary."""

    anchor: str
    code: str
    label: str
    meaning: str


@dataclass(frozen=True)
class StatusView:
    """A status with its mark, and how it counts in the share of targets met."""

    mark: StatusMark
    meaning: str
    counts: str


@dataclass(frozen=True)
class FormulaView:
    """A clause of the method."""

    id: str
    number: int
    title: str
    text: str


def method_page(edition: Edition) -> Page:
    """Return the method in one language."""
    settings, numbers = edition.site.settings, constant_words()
    view = {
        "version": METHOD_VERSION,
        "day": day_words(settings.as_of, edition.lang),
        "commit": edition.commit[:SHORT_COMMIT],
        "c": numbers,
        "formulas": tuple(_formulas(edition, numbers)),
        "statuses": tuple(_status(edition, one) for one in Status),
        "unassessed": tuple(
            (key, edition.word(f"unassessed_{key}"), edition.word(f"unassessed_{key}_why"))
            for key in UNASSESSED
        ),
        "vocabularies": _vocabularies(edition),
        "comparators": tuple(
            (word, _printed(Comparator(word.code)))
            for word in _words(edition, Comparator, "comparator-")
        ),
        "constants": tuple(
            (one.name, numbers[one.name], one.zh.translate(_FULL) if edition.lang == "zh" else one.en)
            for one in CONSTANTS
            if not isinstance(one.value, tuple)
        ),
        "t_values": _t_values(),
        "rounded": tuple(_rounded(value, places) for value, places in ROUNDED),
        "examples": example_views(edition),
        "published": published_views(edition),
        "choices": tuple(edition.word(f"method_choice_{key}", **numbers) for key in CHOICES),
        "grounds": tuple(edition.word(f"method_ground_{key}", **numbers) for key in GROUNDS),
    }  # fmt: skip
    return Page(
        address="method/",
        template="method",
        title=edition.word("method_title"),
        description=edition.word("method_description", version=METHOD_VERSION),
        view=view,
        headings=_headings(edition),
        edit_path="hooks/plansite/progress/method.py",
    )


def _formulas(edition: Edition, numbers: Mapping[str, str]) -> Iterator[FormulaView]:
    for number, key in enumerate(FORMULAS, start=1):
        title = edition.word(f"method_f_{key}")
        text = edition.word(f"method_f_{key}_text", **numbers)
        yield FormulaView(f"f-{key}", number, title, text)


def meaning_words(word: Word, lang: Lang) -> str:
    """Return what a word means; in Chinese with full-width marks, as prose needs them."""
    text = word.meaning(lang)
    return text.translate(_FULL) if lang == "zh" else text


def constant_words() -> Mapping[str, str]:
    """Return every number of the method by name, as text."""
    return {
        one.name: " ".join(map(plain, one.value))
        if isinstance(one.value, tuple)
        else plain(Decimal(one.value))
        for one in CONSTANTS
    }


def _headings(edition: Edition) -> tuple[Heading, ...]:
    keys = (
        "statuses",
        "formulas",
        "words",
        "constants",
        "rounding",
        "examples",
        "published",
        "choices",
        "grounds",
    )
    return tuple(Heading(key, edition.word(f"method_h_{key}")) for key in keys)


def _status(edition: Edition, one: Status) -> StatusView:
    counts = "met" if one in MET else "unmet" if one in UNMET else "out"
    return StatusView(
        status_mark(edition, one),
        meaning_words(one, edition.lang),
        edition.word(f"method_counts_{counts}"),
    )


def _vocabularies(edition: Edition) -> tuple[tuple[str, str, tuple[WordView, ...]], ...]:
    """Return anchor, title and words of each vocabulary but statuses and comparators."""
    found: tuple[tuple[str, Iterable[Word], str], ...] = (
        ("rules", Rule, ""),
        ("levels", Level, "level-"),
        ("verdicts", Verdict, "verdict-"),
        ("confidence", Confidence, "confidence-"),
        ("gaps", GapKind, "gap-"),
        ("observations", ObservationStatus, "obs-"),
        ("paths", Path, "path-"),
        ("kinds", Kind, "kind-"),
    )
    return tuple(
        (key, edition.word(f"method_v_{key}"), _words(edition, words, prefix))
        for key, words, prefix in found
    )


def _words(edition: Edition, words: Iterable[Word], prefix: str) -> tuple[WordView, ...]:
    return tuple(
        WordView(
            f"{prefix}{one}", str(one), one.label(edition.lang), meaning_words(one, edition.lang)
        )
        for one in words
    )


def _printed(code: Comparator) -> str:
    """Return the Chinese words that plans print for a comparator."""
    return "、".join(word for word, meant in PRINTED.items() if meant is code and word > "\u2e80")


def _t_values() -> tuple[tuple[str, str], ...]:
    rows = [(str(freedom), plain(value)) for freedom, value in enumerate(T90, start=1)]
    return (*rows, (f"≥ {T90_LARGE_FROM}", plain(T90_LARGE)))


def _rounded(value: str, places: int) -> tuple[str, str, str]:
    return value, str(places), plain(round_half_even(Decimal(value), places))
