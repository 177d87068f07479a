"""The one sheet holds all that the theme's own sheets would do to the pages of this site."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest
from plansite.stylesheet import KEPT

from browser.conftest import ROOT, Reader
from browser.pages import KINDS

STOCK = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
SCRIPTS = ROOT / "docs" / "overrides" / "assets" / "javascripts"
HIDDEN = "only a hidden input of the switch of colours carries it"
ONE_BY_ONE = "the theme's own script, which is not used, lets the tabs come one after the other"
KNOWN_LOSSES = {
    '[data-md-color-primary="indigo"]': HIDDEN,
    '[data-md-color-accent="indigo"]': HIDDEN,
    **{f".md-tabs__item:nth-child({n}) .md-tabs__link": ONE_BY_ONE for n in range(2, 17)},
}
"""Rules of the theme that would apply and are left out, and why."""
MISSING = r"""
([full, kept]) => {
  const parts = (list) => list.split(/,\s*(?![^(\[]*[)\]])/);
  const read = new Set([...kept.matchAll(/var\(\s*(--[\w-]+)/g)].map((one) => one[1]));
  function gather(text) {
    const sheet = new CSSStyleSheet(), found = new Map();
    sheet.replaceSync(text);
    (function walk(rules, around) {
      for (const rule of rules) {
        if (rule.selectorText === undefined) {
          if (rule.cssRules) walk(rule.cssRules, `${around}${rule.conditionText ?? rule.name} `);
          continue;
        }
        for (const one of parts(rule.selectorText)) {
          const key = around + one;
          const known = found.get(key) ?? { one, names: new Set() };
          for (const name of rule.style) if (!name.startsWith("--") || read.has(name)) known.names.add(name);
          found.set(key, known);
        }
      }
    })(sheet.cssRules, "");
    return found;
  }
  // A state (:hover, ::before, :checked) may come; what it would come to must be on the page.
  const lasting = (one) => one.replace(/::?(?!not|is|where|has|root)[\w-]+(\([^)]*\))?/g, "")
    .replace(/(^|[\s>+~(])(?=$|[\s>+~)])/g, "$1");
  const ours = gather(kept), missing = {};
  for (const [key, { one, names }] of gather(full)) {
    const held = ours.get(key)?.names ?? new Set();
    if ([...names].every((name) => held.has(name))) continue;
    missing[key] = [lasting(one), lasting(one).replace(/(^|[>+~\s(])(?=[>+~)]|$)/g, "$1*")];
  }
  return missing;
}
"""
"""The rules of one sheet that another does not hold, each with the forms of what it would meet."""
MET = """
(missing) => Object.keys(missing).filter((key) => {
  for (const form of missing[key]) {
    try { return Boolean(document.querySelector(form)); } catch { /* the other form */ }
  }
  return false;
})
"""


def _full() -> str:
    """Return the theme's sheets whole; the class for browsers of long ago is the state it meant."""
    sheets = [next(STOCK.glob(f"{name}.*.min.css")) for name in ("main", "palette")]
    return "".join(one.read_text("utf-8") for one in sheets).replace(
        ".focus-visible", ":focus-visible"
    )


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_rule_of_the_theme_that_meets_a_page_is_kept(
    reader: Reader, site: Path, language: str
) -> None:
    kept = next(site.glob("assets/stylesheets/site.*.css")).read_text("utf-8")
    missing = reader.open(language).evaluate(MISSING, [_full(), kept])
    lost: dict[str, str] = {}
    for path in KINDS:
        for rule in reader.open(language + path).evaluate(MET, missing):
            lost.setdefault(rule, language + path)
    reader.page.goto(f"{reader.address}{language}404.html")  # finds its scripts at a host's root
    for rule in reader.page.evaluate(MET, missing):
        lost.setdefault(rule, "404.html")
    assert {rule: where for rule, where in lost.items() if rule not in KNOWN_LOSSES} == {}


def test_a_rule_that_is_missing_is_noticed(reader: Reader, site: Path) -> None:
    kept = next(site.glob("assets/stylesheets/site.*.css")).read_text("utf-8")
    page = reader.open("")
    for name in (".md-typeset a{", ".md-nav__title{", ".md-search__input{", ".md-typeset h1{"):
        broken = kept.replace(name, ".md-nowhere{")
        assert broken != kept, name
        assert page.evaluate(MET, page.evaluate(MISSING, [_full(), broken])), name


def test_every_class_of_the_theme_that_a_script_sets_is_kept() -> None:
    styled = set(re.findall(r"\.(md-[\w-]+)", _full()))
    texts = [path.read_text("utf-8") for path in SCRIPTS.glob("*.js")]
    named = {name for text in texts for name in re.findall(r"\bmd-[\w-]+", text)}
    assert {name for name in named & styled if name not in KEPT} == set()
