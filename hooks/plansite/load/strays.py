"""Files that nobody reads: a target in a misspelt file must not vanish from the site in silence."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from plansite.load.files import Reading
from plansite.problems import Origin, Problem
from plansite.records.base import LANGS
from plansite.records.evaluation import EVALUATION_KINDS
from plansite.records.plan import SECTION_FILES
from plansite.records.unknown import close_match

DECISIONS = "DECISIONS.md"
"""The list of open decisions that the document reader puts beside a draft."""

PROPOSED = "new-indicators.yml"
"""Indicators that a draft needs and the catalogue lacks; a person moves them there."""

_SHARED = (
    "site.yml", "series.yml", "jurisdictions.yml", "units.yml", "bodies.yml", "glossary.yml",
    "README.md", "indicators/<domain>.yml",
)  # fmt: skip
_OF_PLACE = ("sources.yml", "observations/<year>.csv", "<plan>/plan.yml")
_OF_PLAN = (
    "plan.yml", "targets/<domain>.yml", "measures/<domain>.yml", "projects.yml",
    "implementation.yml", "monitoring.yml", "glossary.yml", "<section>.zh.md", "<section>.en.md",
    "official.zh.md", "official.lock.yml", "evaluations/<year>-<kind>.<lang>.md",
)  # fmt: skip
_IN_PLAN = frozenset({"targets", "measures", "evaluations"})
"""Folders that a plan alone has."""
_FOLDERS = frozenset({"indicators", "observations", *_IN_PLAN})
"""Folders whose names have a meaning."""
_OF_COMPUTERS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that computers put into folders for themselves; office programs begin theirs with ~$."""
_ADD_DOMAIN = (
    "；新的领域须先列入 plan.yml 的 domains",
    "; a new domain must stand in `domains` of plan.yml first",
)


def closed_folders(reading: Reading) -> list[Problem]:
    """Return a problem for each folder that may not be read: what it holds would vanish in silence."""
    found = []
    for parent, folders, _ in os.walk(reading.plans):
        for name in sorted(folders):
            path = Path(parent, name)
            if not path.is_symlink() and not os.access(path, os.R_OK | os.X_OK):
                found.append(
                    Problem(
                        Origin(reading.name(path)),
                        "文件夹无法读取（没有权限），里面的内容会丢失；请开放读取权限，再检查一次",
                        "the folder can not be read (no permission), what it holds would be lost; give permission to read it and check again",
                    )
                )
    return found


def report_strays(reading: Reading) -> None:
    """Note every file below plans/ that was not read, and every link."""
    unread = [path for path in _files(reading.plans) if path not in reading.seen]
    for path in _without_plan(unread, reading):
        if any(path in one.parents for one in unread):
            _report_planless(path, reading)
            unread = [one for one in unread if path not in one.parents]
    for path in unread:
        origin = Origin(reading.name(path))
        if path.is_symlink():
            reading.report(
                origin,
                "是符号链接，不允许；请换成普通文件",
                "is a symbolic link, not allowed; use a plain file",
            )
        elif path.name == DECISIONS and (path.parent / "plan.yml").exists():
            reading.report(
                origin,
                "草案还有待定事项；处理后删除此文件",
                "the draft still has open decisions; settle them, then delete this file",
                warning=True,
            )
        elif path.name == PROPOSED and (path.parent / "plan.yml").exists():
            reading.report(
                origin,
                "草案提出了目录里没有的指标；请改好代号和定义，移入 plans/indicators/，再删除此文件",
                "the draft proposes indicators the catalogue lacks; name and define them, "
                "move them to plans/indicators/, then delete this file",
                warning=True,
            )
        elif not _left_to_others(path, reading.plans):
            _report_unread(path, reading)


def _without_plan(unread: list[Path], reading: Reading) -> list[Path]:
    """Return the folders that hold files of a plan, but no plan.yml."""
    inner = {folder.parent for path in unread if (folder := path.parent).name in _IN_PLAN}
    prose = {path.parent for path in unread if path.name.endswith((".zh.md", ".en.md"))}
    sections = {path.parent for path in unread if path.name in SECTION_FILES.values()}
    folders = {one for one in inner | prose | sections if one.name not in _IN_PLAN}
    return sorted(one for one in folders - {reading.plans} if not (one / "plan.yml").exists())


def _report_planless(folder: Path, reading: Reading) -> None:
    """Note a plan without its plan.yml once, not each of its files."""
    near = sorted(one.name for one in folder.glob("plan*") if one.is_file())
    zh = f"（是否为 {near[0]}？）" if near else ""
    en = f" (is it {near[0]}?)" if near else ""
    reading.faulty.add(folder.relative_to(reading.plans).as_posix())
    reading.report(
        Origin(reading.name(folder / "plan.yml")),
        f"没有这个文件{zh}，而文件夹中有规划的其他文件；请放回，或改正文件名",
        f"there is no such file{en}, yet the folder holds the other files of a plan; put it back, or correct its name",
    )


def _report_unread(path: Path, reading: Reading) -> None:
    """Note a file that no program reads, with the names that are read beside it."""
    if path.parent.name not in _FOLDERS and _is_unknown(path.parent, reading):
        _report_folder(path, reading)
        return
    allowed = _allowed(path.parent, reading)
    zh, en = close_match(path.name, allowed)
    names = ", ".join(allowed)
    more = ("", "")
    if _holds_domains(path.parent):
        more = _ADD_DOMAIN
        plan = path.parent.parent.relative_to(reading.plans)
        reading.faulty.add(plan.as_posix())  # what stands here is missing elsewhere
    meant = next((name for name in allowed if en.endswith(f" {name}?)")), "")
    file = path.parent / meant
    cause = f"file {reading.name(file)}" if file in reading.seen and not file.exists() else ""
    if more[0] and not cause:
        cause = f"domain {reading.name(path.parent.parent)} {path.stem}"
    reading.problems.append(
        Problem(
            Origin(reading.name(path)),
            f"没有程序读取此文件{zh}；此处允许：{names}{more[0]}；请改名、移动或删除",
            f"nobody reads this file{en}; allowed names are {names}{more[1]}; rename, move or delete it",
            cause=cause,
        )
    )


def _is_unknown(folder: Path, reading: Reading) -> bool:
    """Return whether a folder is none of the sources, of a place or of a plan."""
    if folder == reading.plans or (folder / "plan.yml").exists():
        return False
    return not any(folder in path.parents and path.exists() for path in reading.seen)


def _report_folder(path: Path, reading: Reading) -> None:
    """Note a folder that nobody reads once, whatever stands in it."""
    folder = path.parent
    zh, en = close_match(folder.name, _FOLDERS)
    reading.faulty.add(folder.parent.relative_to(reading.plans).as_posix())  # what stands here is
    if "indicators" in en:  # missing elsewhere
        reading.faulty.add("indicators/")
    name, allowed = reading.name(folder), ", ".join(sorted(_FOLDERS))
    reading.problems.append(
        Problem(
            Origin(reading.name(path)),
            f"没有程序读取文件夹 {name}{zh}；允许：{allowed}，以及地区和规划的文件夹；请改名、移动或删除",
            f"nobody reads the folder {name}{en}; allowed are {allowed} and the folders of places and plans; rename, move or delete it",
            cause=f"folder {name}",
        )
    )


def _files(folder: Path) -> Iterator[Path]:
    """Yield all files and links below a folder; links are not followed."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield Path(parent, name)
        yield from (path for name in folders if (path := Path(parent, name)).is_symlink())


def _holds_domains(folder: Path) -> bool:
    """Return whether a folder of a plan has a file a domain."""
    return folder.name in {"targets", "measures"} and (folder.parent / "plan.yml").exists()


def _left_to_others(path: Path, plans: Path) -> bool:
    """Return whether a file is there for people, or for another part of the program."""
    if path.name in _OF_COMPUTERS or path.name.startswith(("~$", ".~lock.")):
        return True
    return path.parent == plans and path.name in {"README.md", "LICENSE"}


def _allowed(folder: Path, reading: Reading) -> tuple[str, ...]:
    """Return the names that are read in a folder."""
    if folder == reading.plans:
        return _SHARED
    if folder == reading.plans / "indicators":
        return ("<domain>.yml",)
    if folder.name == "observations":
        return ("<year>.csv",)
    if (folder.parent / "plan.yml").exists():
        if folder.name == "evaluations":
            return tuple(f"<year>-{kind}.{lang}.md" for kind in EVALUATION_KINDS for lang in LANGS)
        if _holds_domains(folder):
            return tuple(sorted(path.name for path in reading.seen if path.parent == folder))
    return _OF_PLAN if (folder / "plan.yml").exists() else _OF_PLACE
