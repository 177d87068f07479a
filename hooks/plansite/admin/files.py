"""Which files the form edits, grouped as the staff look for them: a group for each plan of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plansite.model import Plan, Site

_SECTIONS = {
    "plan.yml": ("facts", "规划基本信息 · Facts of the plan"),
    "introduction.zh.md": ("prose", "导言(中文) · Introduction (Chinese)"),
    "introduction.en.md": ("prose", "导言(英文) · Introduction (English)"),
    "projects.yml": ("clauses", "重点项目 · Key projects"),
    "implementation.yml": ("clauses", "组织实施 · Implementation"),
    "monitoring.yml": ("clauses", "监测评估 · Monitoring and evaluation"),
    "glossary.yml": ("terms", "名词注释 · Notes on terms"),
}
_FOLDERS = {"targets": "目标 · Targets", "measures": "措施 · Measures"}
_SHARED = {
    "indicators": "指标目录 · Catalogue of indicators",
    "glossary.yml": "名词 · Glossary",
    "sources.yml": "资料来源 · Sources",
}


def collections(root: Path, site: Site) -> list[dict[str, Any]]:
    """Return the groups of files below `root`/plans: own plans one by one, the rest, what is shared."""
    own = [plan for plan in site.plans.values() if plan.record.role == "own"]
    others = [plan for plan in site.plans.values() if plan.record.role != "own"]
    groups = [
        _group(plan.path.replace("/", "_"), _name(plan), "description", _plan_files(root, plan))
        for plan in own
    ]
    other_files = (
        {**file, "name": f"{plan.path}/{file['name']}".replace("/", "_"),
         "label": f"{plan.title.zh} | {file['label']}"}
        for plan in others
        for file in _plan_files(root, plan)
    )  # fmt: skip
    groups.append(_group("others", "上级和其他规划 · Other plans", "account_tree", other_files))
    groups.append(_group("shared", "指标、名词、来源 · Catalogue", "database", _shared_files(root)))
    return [group for group in groups if group["files"]]


def _group(name: str, label: str, icon: str, files: Iterator[dict[str, Any]]) -> dict[str, Any]:
    return {"name": name, "label": label, "icon": icon, "files": list(files)}


def _name(plan: Plan) -> str:
    """Return a name whose beginning tells plans apart where room is short: place, years, series."""
    place, (first, last) = plan.jurisdiction.name, plan.record.period
    return f"{place.zh} {first}—{last} {plan.series.name.zh} · {place.en}"


def _plan_files(root: Path, plan: Plan) -> Iterator[dict[str, Any]]:
    """Yield the files a plan has: facts, prose, clauses in the plan's order of domains."""
    folder = root / "plans" / plan.path
    for name, (form, label) in _SECTIONS.items():
        if (folder / name).is_file():
            yield _file(root, folder / name, form, label)
    for domain in plan.record.domains:
        short = plan.domain_short(domain)
        said = f"{short.zh} · {short.en}"
        for kind, label in _FOLDERS.items():
            if (file := folder / kind / f"{domain}.yml").is_file():
                yield _file(root, file, "clauses", f"{said} | {label}")
        for lang, label in (("zh", "中文 · Chinese"), ("en", "英文 · English")):
            if (file := folder / f"{domain}.{lang}.md").is_file():
                yield _file(root, file, "prose", f"{said} | {label}")


def _shared_files(root: Path) -> Iterator[dict[str, Any]]:
    plans = root / "plans"
    for file in sorted((plans / "indicators").glob("*.yml")):
        yield _file(root, file, "indicators", f"{_SHARED['indicators']} | {file.stem}")
    if (file := plans / "glossary.yml").is_file():
        yield _file(root, file, "terms", _SHARED["glossary.yml"])
    for file in sorted(plans.rglob("sources.yml")):
        place = file.parent.relative_to(plans).as_posix()
        yield _file(root, file, "sources", f"{_SHARED['sources.yml']} | {place}")


def _file(root: Path, path: Path, form: str, label: str) -> dict[str, Any]:
    relative = path.relative_to(root).as_posix()
    name = relative.removeprefix("plans/").replace("/", "_").replace(".", "_")
    return {"name": name, "label": label, "file": relative, "form": form}
