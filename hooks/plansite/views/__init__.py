"""Views: the model in one language, as ready strings, page by page."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.edition import Edition
from plansite.pages import Page
from plansite.views.bodies import body_pages
from plansite.views.changes import changes_page, has_changes_page, plan_changes_page
from plansite.views.comparison import comparison_page
from plansite.views.domains import domain_pages
from plansite.views.gaps import gaps_pages
from plansite.views.home import home_page
from plansite.views.indicators import indicator_pages
from plansite.views.matrix import matrix_pages
from plansite.views.method import method_page
from plansite.views.places import place_pages, plans_page
from plansite.views.plan import plan_pages
from plansite.views.progress import plan_progress, progress_pages
from plansite.views.rankings import rankings_pages
from plansite.views.reference import reference_pages
from plansite.views.reports import report_pages
from plansite.views.warnings import warnings_pages
from plansite.views.yearbook import yearbook_pages


def preview_pages(edition: Edition) -> Iterator[Page]:
    """Yield the home page, the list of plans, and every page of the one plan of a preview."""
    plan = edition.site.plans[edition.only]
    yield home_page(edition)
    yield plans_page(edition)
    yield from plan_pages(edition, plan)
    if has_changes_page(plan):
        yield plan_changes_page(edition, plan)
    if plan.record.role == "own":
        yield comparison_page(edition, plan)
        yield plan_progress(edition, plan)
        yield from report_pages(edition)


def all_pages(edition: Edition) -> Iterator[Page]:
    """Yield every generated page of one language, in a fixed order."""
    yield home_page(edition)
    yield from reference_pages(edition, (*edition.findings.tables, *edition.progress_tables))
    yield from place_pages(edition)
    for plan in edition.site.plans.values():
        yield from plan_pages(edition, plan)
        if has_changes_page(plan):
            yield plan_changes_page(edition, plan)
        if plan.record.role == "own":
            yield comparison_page(edition, plan)
    yield from indicator_pages(edition)
    yield from domain_pages(edition)
    yield from progress_pages(edition)
    yield changes_page(edition)
    yield from warnings_pages(edition)
    yield from gaps_pages(edition)
    yield from rankings_pages(edition)
    yield from report_pages(edition)
    yield from yearbook_pages(edition)
    yield method_page(edition)
    yield from matrix_pages(edition)
    yield from body_pages(edition)
