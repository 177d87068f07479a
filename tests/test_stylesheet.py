"""The one style sheet keeps what can apply and loses what cannot."""

from __future__ import annotations

from pathlib import Path

import material
import pytest
from plansite.stylesheet import compact, one_sheet, pruned, rules

THEME = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        (".md-typeset p{margin:0}", ".md-typeset p{margin:0}"),
        (".md-typeset .admonition{margin:0}", ""),
        (".md-typeset .admonition,.md-typeset details{margin:0}", ".md-typeset details{margin:0}"),
        (".md-nav:not(.admonition){margin:0}", ".md-nav:not(.admonition){margin:0}"),
        (".md-typeset :is(.admonition,details){margin:0}",) * 2,
        (".md-typeset :is(.admonition,.note){margin:0}", ""),
        ("@media print{.admonition{margin:0}}", ""),
        ("@media print{.admonition{margin:0}.md-top{margin:0}}", "@media print{.md-top{margin:0}}"),
        ("[dir=rtl] .md-nav{margin:0}", ""),
        (".md-nav__source{margin:0}", ""),
        (".md-typeset figure img{margin:0}", ""),
        (".md-typeset iframe,.md-typeset img{height:auto}", ".md-typeset img{height:auto}"),
        ("@keyframes fade{0%{opacity:0}to{opacity:1}}",) * 2,
        ("[data-md-color-primary=red]{color:red}", ""),
        ("[data-md-color-primary=custom]{color:red}",) * 2,
        ("a{background:url('data:x;{}')}",) * 2,
        ('@charset "UTF-8";a{margin:0}', "a{margin:0}"),
    ],
)
def test_a_rule_stays_if_a_selector_can_apply(sheet: str, left: str) -> None:
    assert pruned(sheet) == left


def test_a_variable_stays_if_it_is_read_even_by_another_variable_or_our_own_sheet() -> None:
    theme = ":root{--a:1;--b:var(--a);--c:2;--d:3}p{margin:var(--b)}"
    own = "q { margin: var(--d) }"
    assert one_sheet([theme], [own]) == (
        ":root{--a:1;--b:var(--a);--d:3}p{margin:var(--b)}q{margin:var(--d)}"
    )


def test_dark_colours_hold_where_the_system_asks_for_them_and_nothing_else_was_chosen() -> None:
    sheet = one_sheet([], ['[data-md-color-scheme="slate"] p { color: #eee }'])
    assert sheet == (
        '[data-md-color-scheme="slate"] p{color:#eee}@media (prefers-color-scheme:dark)'
        '{[data-md-color-media="(prefers-color-scheme)"] p{color:#eee}}'
    )
    inside = one_sheet([], ["@media screen { [data-md-color-scheme=slate] { color: #eee } }"])
    assert (
        inside
        == f"@media screen{{{one_sheet([], ['[data-md-color-scheme=slate] {color: #eee}'])}}}"
    )


@pytest.mark.parametrize(
    ("sheet", "compacted"),
    [
        ("/* why */\np {\n  margin: 0 1px;\n}\n", "p{margin:0 1px;}"),
        (
            "p :is(a, b) > c + d { color: red !important; }",
            "p :is(a,b)>c + d{color:red!important;}",
        ),
        ('a::after { content: " : { , "; }', 'a::after{content:" : { , ";}'),
        (
            "@media screen and (width: 1em) { a { top: calc(1em + 2px); } }",
            "@media screen and (width:1em){a{top:calc(1em + 2px);}}",
        ),
    ],
)
def test_compacting_keeps_the_words(sheet: str, compacted: str) -> None:
    assert compact(sheet) == compacted


def test_a_movement_stays_if_a_rule_asks_for_it() -> None:
    run, rest = "@keyframes run{to{top:0}}", "@keyframes rest{to{top:0}}"
    asks = ".md-top{animation:run .2s 1s}"
    assert one_sheet([run + rest + asks], []) == run + asks


def test_the_reader_of_rules_loses_nothing_of_the_theme() -> None:
    for path in THEME.glob("*.min.css"):
        text = path.read_text(encoding="utf-8").partition("/*# sourceMappingURL")[0].strip()
        again = "".join(
            prelude if prelude.endswith(";") else f"{prelude}{{{body}}}"
            for prelude, body in rules(text)
        )
        assert again == text, path.name


def test_the_focus_of_the_keyboard_stays_visible() -> None:
    sheet = one_sheet([".md-typeset summary:not(.focus-visible){outline:none}"], [])
    assert sheet == ".md-typeset summary:not(:focus-visible){outline:none}"
