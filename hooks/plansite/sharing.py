"""What machines read of a page: schema.org data, portal meta tags, and a guide for language models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from plansite.addresses import indicator_page, plan_page
from plansite.edition import Edition
from plansite.model import Observation
from plansite.pages import Link, Page
from plansite.records.base import LANGS, Bilingual

_CONTEXT = "https://schema.org"
MOST_NAMED = 60
"""So many plans or places are named in what describes a page or the site; the data has all."""
_WHOLE = {"": "WebSite", "data/": "DataCatalog"}
"""Pages that stand for the whole site, and as what."""
_LICENCES = {"CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/"}


def structured(edition: Edition, page: Page, address: str) -> Mapping[str, Any] | None:
    """Return a page's schema.org data: a plan as a creative work, an indicator as a dataset,
    the downloads as a catalogue of data, the home page as the website.

    `address` is that of the whole site. Nothing is stated that the sources do not hold.
    """
    if page.template == "indicator" and page.search:  # a page by place is a part of the dataset
        return _dataset(edition, page, address)
    if page.kind == "plan" and page.template == "plan":
        return _plan(edition, page, address)
    if page.address in _WHOLE:
        return _whole(edition, page, address)
    return None


def trail(edition: Edition, page: Page, address: str) -> Mapping[str, Any] | None:
    """Return the way from the home page down to a page, as search engines show it (schema.org).

    Nothing for a page right below the home page, or where the site does not know its address.
    """
    above = [one for one in page.crumbs if one.address and one.address != page.address]
    if not above or not address:
        return None
    own = page.crumbs[-1].text if page.crumbs[-1] not in above else page.title
    steps = [Link(edition.name(edition.site.settings.name)), *above, Link(own, page.address)]
    items = [
        {
            "@type": "ListItem",
            "position": number,
            "name": one.text,
            "item": _home(edition, address) + one.address,
        }
        for number, one in enumerate(steps, start=1)
    ]
    return {"@context": _CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def _whole(edition: Edition, page: Page, address: str) -> Mapping[str, Any]:
    """Return what describes the site as a whole: its name, its publisher, what it holds."""
    settings = edition.site.settings
    home = _home(edition, address)
    found = {
        "@context": _CONTEXT,
        "@type": _WHOLE[page.address],
        "@id": home + page.address,
        "url": home + page.address,
        "name": edition.name(settings.name),
        "description": page.description,
        "inLanguage": _language(edition),
        "license": _LICENCES.get(settings.content_licence),
        "publisher": _publisher(edition),
        "dateModified": settings.as_of.isoformat(),
    }
    return {key: value for key, value in found.items() if value}


def _home(edition: Edition, address: str) -> str:
    return address if edition.lang == "zh" else f"{address}en/"


def _language(edition: Edition) -> str:
    return "zh-Hans" if edition.lang == "zh" else "en"


def _publisher(edition: Edition) -> Mapping[str, str]:
    name = edition.name(edition.site.settings.publisher)
    return {"@type": "Organization", "name": name}


def _dataset(edition: Edition, page: Page, address: str) -> Mapping[str, Any] | None:
    identifier = page.address.rstrip("/").rpartition("/")[2]
    indicator = edition.site.indicators[identifier]
    series = edition.site.observations_by_series.items()
    rows = [one for (name, _), found in series if name == identifier for one in found]
    targets = edition.site.targets_by_indicator.get(identifier, ())
    plans = [edition.site.plans[path] for path in dict.fromkeys(one.plan for one in targets)]
    found: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "@id": _home(edition, address) + indicator_page(identifier),
        "url": _home(edition, address) + page.address,
        "identifier": identifier,
        "name": page.title,
        "alternateName": [name for name in page.same if name != page.title],
        "description": edition.word(
            "dataset_description",
            name=page.title,
            definition=edition.name(indicator.definition),
            rows=len(rows),
            count=len(targets),
        ),
        "inLanguage": _language(edition),
        "license": _LICENCES.get(edition.site.settings.content_licence),
        "isAccessibleForFree": True,
        "creator": _publisher(edition),
        "includedInDataCatalog": {"@type": "DataCatalog", "@id": f"{_home(edition, address)}data/"},
        "dateModified": edition.site.settings.as_of.isoformat(),
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": page.title,
            "unitText": edition.name(edition.site.units[indicator.unit].name),
        },
        "distribution": _files(f"{address}data/indicators/{identifier}"),
        "isBasedOn": [_home(edition, address) + plan_page(plan) for plan in plans[:MOST_NAMED]],
        **_coverage(edition, rows),
    }
    return {key: value for key, value in found.items() if value}


def _files(data: str) -> Sequence[Mapping[str, str]]:
    return [
        {"@type": "DataDownload", "encodingFormat": form, "contentUrl": f"{data}.{suffix}"}
        for form, suffix in (("text/csv", "csv"), ("application/json", "json"))
    ]


def _coverage(edition: Edition, rows: Sequence[Observation]) -> Mapping[str, Any]:
    """Return the years and places that figures are of; nothing if there are none."""
    if not rows:
        return {}
    years = [one.year for one in rows]
    places = list(dict.fromkeys(one.jurisdiction for one in rows))
    if len(places) > MOST_NAMED:
        there = set(places)
        places = [place for place in places if not there & _above(edition, place)]
    names = [edition.name(edition.site.jurisdictions[place].name) for place in places]
    return {"temporalCoverage": f"{min(years)}/{max(years)}", "spatialCoverage": names}


def _above(edition: Edition, place: str) -> set[str]:
    return {one.slug for one in edition.site.ancestors(place)}


def _plan(edition: Edition, page: Page, address: str) -> Mapping[str, Any] | None:
    plan = edition.site.plans[page.address.removeprefix("plans/").rstrip("/")]
    record = plan.record
    found = {
        "@context": _CONTEXT,
        "@type": "CreativeWork",
        "@id": _home(edition, address) + plan_page(plan),
        "url": _home(edition, address) + page.address,
        "name": edition.name(plan.title),
        "description": page.description,
        "inLanguage": _language(edition),
        "temporalCoverage": f"{record.period[0]}/{record.period[1]}",
        "spatialCoverage": edition.name(plan.jurisdiction.name),
        "author": {"@type": "GovernmentOrganization", "name": edition.name(record.issuer)}
        if record.issuer
        else None,
        "datePublished": record.issued_on,
        "creativeWorkStatus": edition.word(f"status_{record.status}"),
        "publisher": _publisher(edition),
    }
    return {key: value for key, value in found.items() if value}


_TABLES = ("targets", "plans", "indicators", "observations", "assessments", "warnings", "gaps")
"""Tables that llms.txt names."""
_READING = ("method", "matrix", "about")
"""Pages that explain the rest."""


def guide(edition: Edition, address: str) -> str:
    """Return llms.txt: what the site is, its main pages and its data, in Markdown, in both languages."""
    name, plans = edition.site.settings.name, edition.own_plans
    said = edition.labels
    lines = [f"# {name.en} ({name.zh})", ""]
    lines += [f"> {said['guide_lead'][lang]}" for lang in LANGS]
    lines += ["", f"## {_both(said['data'])}", ""]
    lines += [f"- [{_both(said[f'file_{one}'])}]({address}data/{one}.csv)" for one in _TABLES]
    lines += ["", f"## {_both(said['plans'])}", ""]
    lines += [_in_both(plan.title, address, plan_page(plan)) for plan in plans[:MOST_NAMED]]
    if len(plans) > MOST_NAMED:
        rest = {str(lang): said["guide_all_plans"][lang].format(count=len(plans)) for lang in LANGS}
        lines.append(_in_both(rest, address, "plans/"))
    lines += ["", f"## {_both(said['guide_reading'])}", ""]
    lines += [_in_both(said[f"guide_{one}"], address, f"{one}/") for one in _READING]
    return "\n".join([*lines, ""])


def _both(words: Mapping[str, str]) -> str:
    return " · ".join(words[lang] for lang in reversed(LANGS))


def _in_both(words: Mapping[str, str] | Bilingual, address: str, path: str) -> str:
    """Return a line of llms.txt: a page in each language."""
    return f"- [{words['en']}]({address}en/{path}) · [{words['zh']}]({address}{path})"


def robots(address: str) -> str:
    """Return robots.txt: all may be read, and where the lists of pages are (robots exclusion, RFC 9309).

    Sitemaps are named by their whole address; a site that does not know its own names none.
    """
    lists = [f"Sitemap: {address}{path}" for path in ("sitemap.xml", "en/sitemap.xml") if address]
    return "\n".join(["User-agent: *", "Allow: /", *lists, ""])
