"""Addresses of pages, always relative."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plansite.addresses import (
    body_page,
    domain_page,
    indicator_page,
    place_page,
    plan_page,
    relative,
    section_of,
    target_page,
)
from plansite.model import Site


@pytest.mark.parametrize(
    ("address", "page", "way"),
    [
        ("plans/a/", "plans/a/", "./"),
        ("plans/a/", "plans/a/b/", "../"),
        ("plans/a/b/", "plans/a/", "b/"),
        ("indicators/x/", "plans/a/b/", "../../../indicators/x/"),
        ("", "plans/a/", "../../"),
        ("plans/a/", "", "plans/a/"),
        ("", "", "./"),
        ("plans/a/#t", "plans/a/", "#t"),
        ("plans/a/#t", "plans/b/", "../a/#t"),
        ("#t", "plans/a/", "#t"),
        ("data/targets.csv", "data/", "targets.csv"),
        ("data/targets.csv", "en/data/", "../../data/targets.csv"),
    ],
)
def test_an_address_is_seen_from_a_page(address: str, page: str, way: str) -> None:
    assert relative(address, page) == way


STEPS = st.lists(st.from_regex("[a-z0-9]{1,5}", fullmatch=True), max_size=4)


@given(STEPS, STEPS)
def test_the_way_leads_to_the_address(there: list[str], here: list[str]) -> None:
    address, page = ("".join(f"{step}/" for step in steps) for steps in (there, here))
    way = relative(address, page)
    assert not way.startswith("/")
    assert way.endswith("/")
    assert posixpath.normpath(f"/{page}{way}") == posixpath.normpath(f"/{address}")


def test_pages_are_named_by_ids() -> None:
    assert plan_page("a/b") == "plans/a/b/"
    assert plan_page("a/b", "health") == "plans/a/b/health/"
    assert place_page("a/b") == "plans/a/b/"
    assert indicator_page("x") == "indicators/x/"
    assert body_page("x") == "bodies/x/"
    assert domain_page("women", "health") == "domains/women/health/"


@pytest.mark.parametrize(
    ("domain", "section"),
    [("health", "health"), ("organisation", "implementation"), ("monitoring", "implementation")],
)
def test_organisation_and_monitoring_share_a_page(domain: str, section: str) -> None:
    assert section_of(domain) == section


def test_a_target_is_an_anchor_on_the_page_of_its_domain(fictional: Site) -> None:
    one = fictional.plans["qinglan/chengxi/women-2021-2025"].targets[0]
    assert target_page(one) == (
        "plans/qinglan/chengxi/women-2021-2025/health/#health-1-maternal-mortality-ratio"
    )


def test_no_two_pages_of_the_model_have_one_address(fictional: Site) -> None:
    pages = [plan_page(plan) for plan in fictional.plans.values()]
    pages += [place_page(slug) for slug in fictional.jurisdictions]
    assert len(pages) == len(set(map(str.lower, pages)))
