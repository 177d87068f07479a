"""Yearly figures by spreadsheet: forms for the responsible bodies, and the way back.

    python scripts/report_forms.py export --year 2026 --out build/forms [--place PLACE] [--body BODY] [--format csv]
    python scripts/report_forms.py import FILE... [--dry-run] [--year 2026] [--markdown FILE]

`export` writes one file per body and jurisdiction. `import` checks the returned files (.xlsx, .csv), adds
new figures, corrections and sources to plans/, and prints what changes. On any problem nothing is written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from plansite.arguments import Arguments
from plansite.command import run
from plansite.forms.difference import as_markdown, as_text, difference
from plansite.forms.form import Form, forms_of
from plansite.forms.importing import prepare
from plansite.forms.sheet import to_workbook
from plansite.forms.tabular import to_csv
from plansite.forms.writing import write
from plansite.load import load_site
from plansite.model import Site
from plansite.problems import Origin, Problem, SourceError

Commands: TypeAlias = "argparse._SubParsersAction[Arguments]"
FORMATS = {"xlsx": to_workbook, "csv": to_csv}


def main(arguments: list[str] | None = None) -> int:
    """Run a command; print all problems and return 1 if there is an error."""
    options = _parser().parse_args(arguments)
    root = options.root.resolve()
    try:
        site = load_site(root)
        if options.command == "export":
            export(site, options)
        else:
            take_in(site, root, options)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Arguments(
        zh="用电子表格收集年度数据：发出表格，收回数据。",
        description=__doc__,
    )
    shared = Arguments(add_help=False)
    shared.add_root()
    commands = parser.add_subparsers(dest="command", required=True)
    _add_export(commands, shared)
    _add_import(commands, shared)
    return parser


def _add_export(commands: Commands, shared: Arguments) -> None:
    out = commands.add_parser(
        "export", parents=[shared], help="写出一年的表格 · write the forms of a year"
    )
    out.add_argument("--year", type=int, required=True, help="数据的年份 · year of the figures")
    out.add_argument("--out", type=Path, required=True, help="表格的文件夹 · folder for the forms")
    out.add_argument(
        "--place",
        help="只要这个地区，如 heilongjiang/daqing · only this jurisdiction, e.g. heilongjiang/daqing",
    )
    out.add_argument(
        "--body", help="只要这个单位（bodies.yml 中的 id） · only this body, an id of bodies.yml"
    )
    out.add_argument(
        "--format", choices=FORMATS, default="xlsx", help="文件格式 · format of the files"
    )


def _add_import(commands: Commands, shared: Arguments) -> None:
    back = commands.add_parser(
        "import", parents=[shared], help="读入收回的表格 · read returned forms"
    )
    back.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="收回的表格 · returned forms"
    )
    back.add_argument("--year", type=int, help="拒绝其他年份的表格 · refuse forms of another year")
    back.add_argument(
        "--dry-run",
        action="store_true",
        help="只显示会改变什么，不写入 · show what would change, write nothing",
    )
    back.add_argument(
        "--markdown",
        type=Path,
        metavar="FILE",
        help="同时把表写成 Markdown · write the table as Markdown too",
    )


def export(site: Site, options: argparse.Namespace) -> None:
    """Write the forms of a year. Raises SourceError if there is none, or a file can not be written."""
    if options.year > site.settings.as_of.year:
        raise _problem(
            "plans/site.yml",
            f"{options.year} 年晚于 as_of（{site.settings.as_of.isoformat()}）；请先更新 as_of，或换一年",
            f"{options.year} lies after as_of ({site.settings.as_of.isoformat()}); move as_of first, or choose another year",
        )
    asked = list(forms_of(site, options.year))
    forms = [
        form
        for form in asked
        if options.place in {None, form.place.slug} and options.body in {None, form.body.id}
    ]
    if not forms:
        raise _no_form(options, asked)
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        for form in forms:
            path = options.out / f"{form.name}.{options.format}"
            path.write_bytes(FORMATS[options.format](form))
            print(
                f"{path}: {form.place.name.zh} {form.body.name.zh} {form.body.name.en}, {len(form.asks)}"
            )
    except OSError as error:
        raise _problem(
            str(options.out),
            f"写不进（{error.strerror}）；请换一个目录",
            f"can not be written ({error.strerror}); choose another folder",
        ) from error


def _no_form(options: argparse.Namespace, asked: Iterable[Form]) -> SourceError:
    """Return the problem that no form fits what was asked for, with the places and bodies that have one."""
    there = sorted({(form.place.slug, form.body.id) for form in asked})
    near = [one for one in there if options.place in {None, one[0]}] or there
    places, bodies = ({one[at] for one in near} for at in (0, 1))
    listed = (
        f"--place {', '.join(sorted(places)) or '-'}; --body {', '.join(sorted(bodies)) or '-'}"
    )
    read = " ".join(filter(None, (options.place, options.body)))
    return _problem(
        "plans",
        f"{options.year} 年没有 {read} 的表；规划期须包含该年；有表的：{listed}",
        f"there is no form for {options.year} {read}; a plan's period must hold the year; there are forms for {listed}",
    )


def take_in(site: Site, root: Path, options: argparse.Namespace) -> None:
    """Add what the returned files report. Raises SourceError with all problems."""
    outcome = prepare(options.files, root, site, options.year)
    _print(map(str, outcome.warnings))
    rows = difference(outcome.changes, site)
    if options.markdown:
        try:
            options.markdown.write_text(as_markdown(rows, outcome.sources), encoding="utf-8")
        except OSError as error:
            raise _problem(
                str(options.markdown),
                f"写不进（{error.strerror}）；没有导入",
                f"can not be written ({error.strerror}); nothing was imported",
            ) from error
    if not options.dry_run:
        write(root, outcome.edits)
    print(as_text(rows, outcome.sources), end="")
    for edit in outcome.edits:
        print(f"{'试运行 would write' if options.dry_run else '已写入 written'}: {edit.path}")


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, file=sys.stderr)


def _problem(path: str, zh: str, en: str) -> SourceError:
    return SourceError([Problem(Origin(path), zh, en)])


if __name__ == "__main__":
    run(main)
