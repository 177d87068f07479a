"""The folder admin/ of a site: page, scripts of pinned packages, configuration. Only if asked for."""

from __future__ import annotations

import json
import shutil
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from plansite.admin.files import collections
from plansite.admin.forms import list_form, number_fields, prose_form, record_form
from plansite.model import Site
from plansite.records.catalogue import Indicator, Source, Term
from plansite.records.plan import ClauseRecord, PlanRecord
from plansite.records.site import AdminRecord

PACKAGES = "scripts/admin/node_modules"
"""Where npm puts the packages of the form, below the root."""

_MODELS = (PlanRecord, ClauseRecord, Indicator, Term, Source)
_PACKAGES = {
    "@sveltia/cms/dist/sveltia-cms.js": "sveltia-cms.js",
    "@sveltia/cms/LICENSE.txt": "licences/sveltia-cms.txt",
    "@sveltia/cms/locales/zh-CN.json": "locales/zh-CN.json",
    "yaml/browser": "yaml",
    "yaml/LICENSE": "licences/yaml.txt",
    "@fontsource-variable/material-symbols-outlined/files/"
    "material-symbols-outlined-latin-wght-normal.woff2": "symbols.woff2",
    "@fontsource-variable/material-symbols-outlined/LICENSE": "licences/material-symbols.txt",
}
_HOSTS = {
    "github": ("https://api.github.com", "https://github.com"),
    "gitlab": ("https://gitlab.com",),
}
_ONE_OR_LIST = ("then", "earlier")
"""Fields where one entry may stand for a list of one."""


class PackagesMissingError(Exception):
    """The packages of the form are not installed; the message is for people."""


def write_admin(root: Path, site: Site, target: Path) -> None:
    """Write the form for the sources below `root` into the new folder `target`.

    Raises PackagesMissingError if `npm ci` has not been run in scripts/admin.
    """
    packages = root / PACKAGES
    missing = [name for name in _PACKAGES if not (packages / name).exists()]
    if missing:
        raise PackagesMissingError(
            f"{packages}: 缺少 {missing[0]};请运行 npm ci --prefix scripts/admin · "
            f"{missing[0]} is missing; run npm ci --prefix scripts/admin"
        )
    with as_file(files("plansite.admin").joinpath("static")) as static:
        shutil.copytree(static, target)
    for name, place in _PACKAGES.items():
        copy = target / place
        copy.parent.mkdir(exist_ok=True)
        if (packages / name).is_dir():
            shutil.copytree(packages / name, copy)
        else:
            shutil.copyfile(packages / name, copy)
    page = target / "index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("{{ policy }}", _policy(site.settings.admin)), encoding="utf-8")
    text = json.dumps(configuration(root, site), ensure_ascii=False, separators=(",", ":"))
    (target / "config.json").write_text(text, encoding="utf-8")


def configuration(root: Path, site: Site) -> dict[str, Any]:
    """Return what admin.js makes the editor's configuration of."""
    return {
        "settings": {
            "backend": _backend(site.settings.admin, root.resolve().name),
            "publish_mode": "editorial_workflow" if site.settings.admin else "simple",
            "media_folder": "docs/media",
            "media_libraries": {"stock_assets": {"providers": []}},
        },
        "forms": {
            "facts": record_form(PlanRecord),
            "clauses": list_form(ClauseRecord),
            "indicators": list_form(Indicator),
            "terms": list_form(Term),
            "sources": list_form(Source),
            "prose": prose_form(),
        },
        "choices": {
            "indicators": _options(site.indicators),
            "bodies": _options(site.bodies),
            "units": _options(site.units),
            "series": _options(site.series),
        },
        "collections": collections(root, site),
        "scalars": {"numbers": sorted(number_fields(_MODELS)), "lists": _ONE_OR_LIST},
    }


def _options(entries: Any) -> list[dict[str, str]]:
    return [
        {"value": key, "label": f"{one.name.zh} · {one.name.en}"} for key, one in entries.items()
    ]


def _backend(admin: AdminRecord | None, folder: str) -> dict[str, Any]:
    """Return the repository; without one it is named after the folder, and no host is contacted."""
    if admin is None:
        return {"name": "github", "repo": f"local/{folder}", "auth_methods": ["token"]}
    found: dict[str, Any] = {"name": admin.backend, "repo": admin.repo, "branch": admin.branch}
    if admin.sign_in:
        return {**found, "base_url": admin.sign_in}
    return {**found, "auth_methods": ["token"]}


def _policy(admin: AdminRecord | None) -> str:
    """Return the content security policy: this folder, and the repository's host if there is one."""
    hosts = list(_HOSTS[admin.backend]) if admin else []
    if admin and admin.sign_in:
        parts = urlsplit(admin.sign_in)
        hosts.append(f"{parts.scheme}://{parts.netloc}")
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' blob: data:",
            "font-src 'self'",
            "worker-src 'self' blob:",
            " ".join(("connect-src 'self' blob: data:", *hosts)),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
