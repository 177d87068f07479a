"""Real documents, where their keeper has them: PLANSITE_DOCUMENTS names the folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from plansite.reader import load_catalogue, official_text, plain_text, read_document
from plansite.reader.measure import figures_of, places_of, recorded_parts, score

PLANS = Path(__file__).resolve().parent.parent / "plans"
FOLDER = os.environ.get("PLANSITE_DOCUMENTS")
DOCUMENTS = sorted(Path(FOLDER).glob("*.txt")) if FOLDER else []


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make a test for each document there is; none where there is no folder."""
    metafunc.parametrize("document", DOCUMENTS, ids=[d.stem for d in DOCUMENTS])


if DOCUMENTS:

    def test_a_real_document_is_read_as_it_is_recorded(document: Path) -> None:
        plan = read_document(document, load_catalogue(PLANS / "indicators")).plans[0]
        folder = next(PLANS.glob(f"**/{document.stem}/*/plan.yml")).parent
        figures, places = recorded_parts(folder, PLANS / "indicators")
        numbers = score(figures, figures_of(plan))
        assert min(numbers.precision, numbers.recall) >= 0.93
        assert score(places, places_of(plan)).missing == ()

    def test_a_real_document_loses_no_character(document: Path) -> None:
        reading = read_document(document)
        assert "".join(plain_text(official_text(p)) for p in reading.plans) == reading.text
