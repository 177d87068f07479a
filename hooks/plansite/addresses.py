"""Addresses of pages: made of ids, so that they never change, and always relative."""

from __future__ import annotations

from functools import lru_cache

from plansite.model import Plan, Target


def plan_page(plan: Plan | str, section: str = "") -> str:
    """Return the address of a plan's overview or of one of its sections."""
    path = plan if isinstance(plan, str) else plan.path
    return f"plans/{path}/{section + '/' if section else ''}"


def place_page(slug: str) -> str:
    """Return the address of a jurisdiction."""
    return f"plans/{slug}/"


def indicator_page(identifier: str) -> str:
    """Return the address of an indicator."""
    return f"indicators/{identifier}/"


def body_page(identifier: str) -> str:
    """Return the address of a responsible body."""
    return f"bodies/{identifier}/"


def domain_page(series: str, domain: str) -> str:
    """Return the address of a domain across plans."""
    return f"domains/{series}/{domain}/"


def section_of(domain: str) -> str:
    """Return the section page on which clauses of a domain or section stand."""
    return "implementation" if domain in {"organisation", "monitoring"} else domain


def target_page(target: Target) -> str:
    """Return the address of a target: its row on the page of its domain."""
    return plan_page(target.plan, section_of(target.domain)) + f"#{target.id}"


@lru_cache(maxsize=4096)
def relative(address: str, page: str) -> str:
    """Return `address` as seen from `page`; both are relative to the language's root."""
    if address.startswith("#"):
        return address
    path, mark, fragment = address.partition("#")
    here = path == page and mark
    way = "" if here else _way(path, page) + "/"
    if path and not path.endswith("/"):
        way = way.rstrip("/")
    return f"{way}{mark}{fragment}" or "./"


@lru_cache(maxsize=4096)
def _way(path: str, page: str) -> str:
    """Return posixpath.relpath for addresses made of ids, which hold no dots."""
    there, here = [[part for part in one.split("/") if part] for one in (path, page)]
    shared = 0
    for left, right in zip(there, here, strict=False):
        if left != right:
            break
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "."
