"""New sources: the filled rows of a form's sheet of sources as entries of sources.yml."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from plansite.forms.returned import Filled, Returned
from plansite.model import Site
from plansite.problems import Problem
from plansite.reader.yaml_text import yaml_text
from plansite.records.catalogue import Source

_REQUIRED = ("title_zh", "title_en", "publisher_zh", "publisher_en", "evidence")
_CITABLE = {"是": True, "yes": True, "否": False, "no": False}
_ALLOWED = {
    "date": ("2027、2027-06 或 2027-06-30 的形式", "the form 2027, 2027-06 or 2027-06-30"),
    "url": ("http:// 或 https:// 开头的网址", "an address that begins with http:// or https://"),
    "evidence": ("A、B、C 之一", "one of A, B, C"),
    "citable": ("是 yes 或 否 no", "是 yes or 否 no"),
    "id": ("小写字母、数字和连字符", "lower-case letters, digits and hyphens"),
}


def new_sources(returned: Returned, site: Site, problems: list[Problem]) -> dict[str, Source]:
    """Return the new sources of a form by id; rows with problems are noted and left out.

    A row that was taken over before, unchanged, is the source it has become.
    """
    found = {}
    for name, cells in returned.new_sources.items():
        first = next(iter(cells.values()))
        missing = [field for field in _REQUIRED if field not in cells]
        if missing:
            words = ", ".join(missing)
            problems.append(first.problem(
                f"新来源 {name} 缺少 {words}；请补全，不用则清空整行",
                f"the new source {name} lacks {words}; fill it in, or clear the row",
            ))  # fmt: skip
            continue
        if source := _entry(name, cells, problems):
            known = site.sources.get(name)
            if known is not None and content(known) != content(source):
                problems.append(first.problem(
                    f"来源 {name} 已登记为“{known.title.zh}”；请重新导出表，填在新的行",
                    f"the source {name} is recorded as “{known.title.en}”; export the form again and use a new row",
                ))  # fmt: skip
            found[name] = source
    return found


def content(source: Source) -> dict[str, Any]:
    """Return an entry as it is written, without what is not known."""
    return source.model_dump(exclude_none=True)


def entry_text(source: Source) -> str:
    """Return an entry as it is appended to sources.yml."""
    return yaml_text([content(source)])


def _entry(name: str, cells: dict[str, Filled], problems: list[Problem]) -> Source | None:
    texts = {field: cell.text for field, cell in cells.items()}
    citable = texts.get("citable", "yes").split(" ")[0]
    data: dict[str, Any] = {
        "id": name,
        "title": {"zh": texts["title_zh"], "en": texts["title_en"]},
        "publisher": {"zh": texts["publisher_zh"], "en": texts["publisher_en"]},
        "date": texts.get("date"),
        "url": texts.get("url"),
        "evidence": texts["evidence"].split(" ")[0],
        "citable": _CITABLE.get(citable, citable),
    }
    try:
        return Source.model_validate(data)
    except ValidationError as error:
        for one in error.errors():
            field = str(one["loc"][0]) if one["loc"] else "id"
            cell = cells.get(field) or next(iter(cells.values()))
            zh, en = _ALLOWED.get(field, ("文字", "text"))
            problems.append(cell.problem(
                f"读到 {cell.text[:60]!r}，应为{zh}", f"reads {cell.text[:60]!r}, expected {en}"
            ))  # fmt: skip
        return None
