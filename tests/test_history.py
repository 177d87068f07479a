"""What changed: read from git, from later figures and from amendments; pages and feeds of it."""

from __future__ import annotations

import os
import posixpath
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from plansite.atom import LOOKS
from plansite.changes.change import Kind
from plansite.changes.event import Event, History
from plansite.changes.history import site_history
from plansite.edition import Edition, load_labels
from plansite.model import Site
from plansite.pages import Page
from plansite.records.base import Lang
from plansite.render import Renderer
from plansite.site_files import feeds
from plansite.views.changes import changes_page, plan_changes_page
from plansite.views.changes_feed import change_feeds

PLAN = "qinglan/chengxi/women-2021-2025"
HEALTH = f"{PLAN}/targets/health.yml"
ATOM = "{http://www.w3.org/2005/Atom}"
EVIL = "<script>alert(1)</script> & ]]> \x07 \u202e end"


class Repository:
    """The fictional plans under git, a day a commit."""

    def __init__(self, sources: Any) -> None:
        self.sources, self.root, self.day = sources, sources.root, 0
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> str:
        self.day += 1
        when = f"2026-02-{self.day:02d}T08:00:00+08:00"
        names = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}  # fmt: skip
        dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        run = subprocess.run(["git", "-C", str(self.root), *arguments], env={**os.environ, **names, **dates}, capture_output=True, text=True, check=True)  # fmt: skip
        return run.stdout

    def commit(self, subject: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--cleanup=verbatim", "-m", subject)

    def history(self) -> History:
        return site_history(self.sources.load(), self.root)

    def edits(self, plan: str = PLAN) -> list[Event]:
        return [one for one in self.history().events if one.plan == plan and one.commit]


@pytest.fixture
def repository_of_plans(sources: Any) -> Repository:
    found = Repository(sources)
    found.commit("plans: recorded")
    return found


def test_a_plan_that_came_in_is_one_event_not_a_line_a_target(
    repository_of_plans: Repository,
) -> None:
    (event,) = repository_of_plans.edits()
    assert event.source == "recorded"
    assert [one.kind for one in event.changes] == [Kind.PLAN_ADDED]
    assert event.why.zh == "plans: recorded"
    assert event.when == datetime(2026, 2, 3, 0, 0, tzinfo=UTC)


def test_an_edit_says_what_from_what_to_what_why_and_when(repository_of_plans: Repository) -> None:
    sources = repository_of_plans.sources
    sources.replace(HEALTH, "at_least: 80", "at_least: 85")
    repository_of_plans.commit("chengxi: the figure of target 2.1 corrected")
    event = repository_of_plans.edits()[0]
    (change,) = event.changes
    assert event.why.en == "chengxi: the figure of target 2.1 corrected"
    assert change.kind is Kind.TARGET_CHANGED
    assert "at least 80% by 2025" in change.before.en
    assert "不低于85%" in change.after.zh
    assert [(one.field, one.before, one.after) for one in change.fields] == [("at_least", "80", "85")]  # fmt: skip


def test_an_edit_of_layout_alone_is_no_event(repository_of_plans: Repository) -> None:
    repository_of_plans.sources.append(HEALTH, "# a remark\n")
    repository_of_plans.commit("chengxi: a remark")
    assert [one.source for one in repository_of_plans.edits()] == ["recorded"]


def test_an_old_text_that_can_not_be_read_today_does_no_harm(
    repository_of_plans: Repository,
) -> None:
    sources = repository_of_plans.sources
    good = (sources / HEALTH).read_text(encoding="utf-8")
    sources.write(HEALTH, "- {number: [broken\n")
    repository_of_plans.commit("chengxi: a broken state")
    sources.write(HEALTH, good)
    repository_of_plans.commit("chengxi: repaired")
    assert repository_of_plans.edits()[0].why.zh == "chengxi: repaired"


def test_new_rows_of_figures_are_counted(repository_of_plans: Repository) -> None:
    sources = repository_of_plans.sources
    file = next(iter(sorted((sources / "qinglan/chengxi/observations").glob("*.csv"))))
    rows = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(rows[:-1]) + "\n", encoding="utf-8")
    repository_of_plans.commit("chengxi: one figure less")
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    repository_of_plans.commit("chengxi: the figure is back")
    back, less = repository_of_plans.edits()[:2]
    assert (back.changes[0].kind, back.changes[0].after.en) == (Kind.OBSERVATION_ADDED, "rows: 1")
    assert (less.changes[0].kind, less.changes[0].before.en) == (Kind.OBSERVATION_CHANGED, "rows: 1")  # fmt: skip


def test_a_shallow_clone_says_that_its_beginning_is_missing(
    repository_of_plans: Repository, tmp_path: Path
) -> None:
    repository_of_plans.sources.replace(HEALTH, "at_least: 80", "at_least: 85")
    repository_of_plans.commit("chengxi: corrected")
    clone = tmp_path / "clone"
    repository_of_plans.git("clone", "-q", "--depth=1", f"file://{repository_of_plans.root}", str(clone))  # fmt: skip
    site = repository_of_plans.sources.load()
    history = site_history(site, clone)
    assert history.kept and history.cut
    page = changes_page(Edition(site, "en", load_labels(), history=history))
    assert "Only a part of the version history" in page.view["note"]


def test_without_git_revised_figures_and_amendments_remain_and_the_page_says_so(
    fictional: Site, repository: Path
) -> None:
    history = site_history(fictional, repository / "tests" / "plans")
    assert not history.kept
    assert {one.source for one in history.events} <= {"revision", "amendment"}
    (amended,) = [one for one in history.events if one.source == "amendment"]
    assert amended.when == datetime(2023, 6, 1, tzinfo=UTC)
    assert "at least 70%" in amended.changes[0].before.en
    assert "at least 75%" in amended.changes[0].after.en
    assert (
        amended.why.en == "Notice on the Adjustment of Some Targets; Screening capacity has grown"
    )
    page = plan_changes_page(Edition(fictional, "zh", load_labels(), history=history), fictional.plans[PLAN])  # fmt: skip
    assert "不带版本历史" in page.view["note"]


def test_a_revised_figure_names_both_values_and_days(sources: Any) -> None:
    before = sources.load()
    row = next(
        one
        for one in before.observations
        if one.jurisdiction == "qinglan/chengxi" and one.value is not None and one.published_on
        and one.indicator == "maternal-mortality-ratio" and one.breakdown == ("", "", "")
    )  # fmt: skip
    name = row.origin.path.removeprefix("plans/")
    line = (sources / name).read_text(encoding="utf-8").splitlines()[row.origin.line - 1]
    cells = line.split(",")
    cells[6], cells[5 + 5] = cells[6], "2026-02-01"
    cells[5] = str(row.value + 1) if row.value is not None else ""
    cells[-1] = "recounted"
    sources.append(name, ",".join(cells) + "\n")
    found = [one for one in site_history(sources.load(), sources.root).events if one.source == "revision"]  # fmt: skip
    event = next(one for one in found if one.when == datetime(2026, 2, 1, tzinfo=UTC))
    assert event.plan == PLAN and event.why.en == "recounted"
    assert str(row.value) in event.changes[0].before.en
    assert "2026-02-01" in event.changes[0].after.en


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pages_and_feeds_hold_nothing_of_a_message_but_its_text(
    repository_of_plans: Repository, lang: Lang
) -> None:
    repository_of_plans.sources.replace(HEALTH, "at_least: 80", "at_least: 85")
    repository_of_plans.commit(f"chengxi: {EVIL}")
    site = repository_of_plans.sources.load()
    edition = Edition(site, lang, load_labels(), history=repository_of_plans.history())
    pages: list[Page] = [changes_page(edition), plan_changes_page(edition, site.plans[PLAN])]
    for page in pages:
        body = Renderer(edition).body(page)
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; ]]&gt;" in body
        assert "<script" not in body and "\u202e" not in body and "\x07" not in body
    for _, text in change_feeds(edition, "https://plans.example.org/"):
        ET.fromstring(text)
        assert "<script" not in text and "\u202e" not in text


def check_atom(text: str) -> ET.Element:
    """Assert what RFC 4287 demands of a feed and its entries, and return the feed."""
    feed = ET.fromstring(text)
    assert feed.tag == f"{ATOM}feed"
    ids = []
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{ATOM}{name}")
            assert found.text
        identifier = element.findtext(f"{ATOM}id") or ""
        assert identifier.startswith("urn:uuid:")
        ids.append(identifier)
        stamp = element.findtext(f"{ATOM}updated") or ""
        assert datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%SZ")
        relations = [link.get("rel") for link in element.findall(f"{ATOM}link")]
        assert relations.count("alternate") == 1 and all(link.get("href") for link in element.iter(f"{ATOM}link"))  # fmt: skip
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert len(ids) == len(set(ids))
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == ["self", "alternate"]
    return feed


def test_feeds_are_valid_newest_first_and_lead_to_their_event(
    repository_of_plans: Repository,
) -> None:
    for figure in ("85", "86"):
        sources = repository_of_plans.sources
        sources.write(HEALTH, (sources / HEALTH).read_text(encoding="utf-8").replace("at_least: 80", f"at_least: {figure}").replace("at_least: 85", f"at_least: {figure}"))  # fmt: skip
        repository_of_plans.commit(f"chengxi: {figure}")
    site = repository_of_plans.sources.load()
    edition = Edition(site, "en", load_labels(), history=repository_of_plans.history())
    found = dict(change_feeds(edition, "https://plans.example.org/"))
    for path, text in found.items():
        feed = check_atom(text)
        address = f"https://plans.example.org/en/{path}"
        assert feed.find(f"{ATOM}link").get("href") == address  # type: ignore[union-attr]
        stamps = [one.findtext(f"{ATOM}updated") for one in feed.iter(f"{ATOM}entry")]
        assert stamps == sorted(stamps, key=str, reverse=True)
    address = f"plans/{PLAN}/changes/"
    body = Renderer(edition).body(plan_changes_page(edition, site.plans[PLAN]))
    for link in check_atom(found[f"{address}feed.xml"]).findall(f"{ATOM}entry/{ATOM}link"):
        page, _, mark = (link.get("href") or "").partition("#")
        assert page == f"https://plans.example.org/en/{address}"
        assert f'id="{mark}"' in body
    assert found == dict(change_feeds(edition, "https://plans.example.org/"))


def test_a_feed_opened_in_a_browser_finds_its_looks(fictional: Site, repository: Path) -> None:
    assert (repository / "docs/overrides" / LOOKS).is_file()
    for path, text in feeds(Edition(fictional, "en", load_labels()), ""):
        assert isinstance(text, str)
        (way,) = re.findall(r'<\?xml-stylesheet type="text/css" href="(.+?)"\?>', text)
        assert posixpath.normpath(posixpath.join(posixpath.dirname(path), way)) == LOOKS


def test_a_feed_of_a_site_without_an_address_has_relative_links(fictional: Site) -> None:
    edition = Edition(fictional, "zh", load_labels())
    feed = check_atom(dict(change_feeds(edition, ""))["changes/feed.xml"])
    assert [link.get("href") for link in feed.iter(f"{ATOM}link")] == ["feed.xml", "./"]
