"""Templates that are compiled once for all builds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
import pytest
from plansite.compiled import compiled
from plansite.render import templates
from plansite.shelf import Shelf

REPOSITORY = Path(__file__).parents[1]


def _environment(text: str, kind: str = "fictional") -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.DictLoader({"page.html": text}), bytecode_cache=Shelf(kind)
    )


def _never(*given: Any, **named: Any) -> Any:
    raise AssertionError("compiled once more")


def test_a_template_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _environment("one {{ 1 + 1 }}", "once").get_template("page.html").render() == "one 2"
    monkeypatch.setattr(jinja2.Environment, "compile", _never)
    assert _environment("one {{ 1 + 1 }}", "once").get_template("page.html").render() == "one 2"


def test_a_template_that_has_changed_or_is_of_another_kind_is_compiled_anew() -> None:
    for text, kind in (("one", "first"), ("two", "first"), ("three", "second"), ("two", "first")):
        assert _environment(text, kind).get_template("page.html").render() == text


def test_what_a_build_asks_for_is_compiled_before_in_each_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = compiled(REPOSITORY / "mkdocs.yml")
    theme = [key for key in found if key.startswith("theme:")]
    for name in ("main.html", "base.html", "404.html", "footer.html"):
        assert any(key.endswith(f"/{name}") for key in theme)
    monkeypatch.setattr(jinja2.Environment, "compile", _never)
    for lang in ("zh", "en"):
        assert templates(str, Shelf(lang)).get_template("_cite.html")


def test_of_faulty_settings_nothing_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: x\ntheme: no-such-theme\n", encoding="utf-8")
    assert compiled(config)
    assert capsys.readouterr() == ("", "")
