"""Print how well the document reader does, document by document.

    python scripts/measure_reader.py [--documents DIR] [--plans DIR] [--details]

Fictional documents: tests/reader/*.expected.json. Real ones: <documents>/<name>.txt against the recorded
plan folder of that name in --plans. A numeric target is right if domain, location, value, unit, comparator and
year all agree; a relative one (not lower than something named) if domain, location and comparator do; the
structure is right if each numbered place is found, and no other.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from plansite.arguments import Arguments  # noqa: E402
from plansite.command import run  # noqa: E402
from plansite.reader import load_catalogue, read_bytes, read_document  # noqa: E402
from plansite.reader.measure import (  # noqa: E402
    Score,
    expected_parts,
    figures_of,
    places_of,
    recorded_parts,
    recorded_relatives,
    relatives_of,
    score,
)
from reader.samples import sample_bytes  # type: ignore[import-not-found]  # noqa: E402

KINDS = ("numbers", "relatives", "places")
Scores = tuple[Score, Score | None, Score]


def main(arguments: list[str] | None = None) -> int:
    """Print the table; exit status 1 if the aim is missed."""
    options = _parser().parse_args(arguments)
    rows = list(_samples(options.samples, options.plans / "indicators"))
    if options.documents:
        rows += _recorded(Path(options.documents), options.plans)
    print(f"{'document':34}" + "".join(f" {k:>9} {'prec.':>7} {'recall':>7}" for k in KINDS))
    good = True
    for name, scores in rows:
        print(f"{name:34}" + "".join(_columns(one) for one in scores))
        numbers, relatives, places = scores
        good &= numbers.precision >= 0.98 and numbers.recall >= 0.98
        good &= relatives is None or relatives.recall >= 0.98
        good &= places is not None and not places.missing + places.extra
        if options.details:
            for kind, part in zip(KINDS, scores, strict=True):
                for word, listed in (
                    (("missing", part.missing), ("extra", part.extra)) if part else ()
                ):
                    print("".join(f"    {word} {kind}: {one}\n" for one in listed), end="")
    return 0 if good else 1


def _parser() -> Arguments:
    parser = Arguments(
        zh="逐份列出文件读取器的准确程度。", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_documents()
    parser.add_argument(
        "--plans", type=Path, default=ROOT / "plans", help="plans 文件夹 · the folder plans"
    )
    parser.add_argument(
        "--samples",
        type=Path,
        default=ROOT / "tests" / "reader",
        help="示例文件的文件夹 · folder of samples",
    )
    parser.add_argument(
        "--details",
        action="store_true",
        help="列出缺少和多出的内容 · list what is missing and extra",
    )
    return parser


def _columns(one: Score | None) -> str:
    if one is None:
        return f" {'':9} {'':7} {'':7}"
    return f" {one.right + len(one.missing):9} {one.precision:7.1%} {one.recall:7.1%}"


def _samples(folder: Path, indicators: Path) -> list[tuple[str, Scores]]:
    rows: list[tuple[str, Scores]] = []
    catalogue = load_catalogue(indicators)
    for path in sorted(folder.glob("*.expected.json")):
        name, content = sample_bytes(path)
        plans = read_bytes(content, name, catalogue).plans
        parts = expected_parts(path)
        figures = [(at, *f) for at, (_, fs, _) in enumerate(parts) for f in fs]
        found = [(at, *f) for at, plan in enumerate(plans) for f in figures_of(plan)]
        places = [(at, *p) for at, (_, _, ps) in enumerate(parts) for p in ps]
        held = [(at, *p) for at, plan in enumerate(plans) for p in places_of(plan)]
        rows.append((name, (score(figures, found), None, score(places, held))))
    return rows


def _recorded(documents: Path, plans: Path) -> list[tuple[str, Scores]]:
    rows: list[tuple[str, Scores]] = []
    catalogue = load_catalogue(plans / "indicators")
    for document in sorted(documents.glob("*.txt")):
        folders = sorted(p.parent for p in plans.glob(f"**/{document.stem}/*/plan.yml"))
        if not folders:
            continue
        plan = read_document(document, catalogue).plans[0]
        figures, places = recorded_parts(folders[0], plans / "indicators")
        relatives = score(recorded_relatives(folders[0]), relatives_of(plan))
        numbers, found = score(figures, figures_of(plan)), score(places, places_of(plan))
        rows.append((document.name, (numbers, relatives, found)))
    return rows


if __name__ == "__main__":
    run(main)
