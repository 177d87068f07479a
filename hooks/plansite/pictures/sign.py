"""What a picture says, and for which page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from plansite.addresses import indicator_page, plan_page
from plansite.counted import filled
from plansite.model import Plan, Site
from plansite.records.base import Bilingual

Labels = Mapping[str, Mapping[str, str]]
FONT = Path(__file__).parent / "NotoSansCJKsc-Bold-GB2312.otf"
FOLDER = "assets/pictures"
DEFAULT = f"{FOLDER}/site.png"


@dataclass(frozen=True)
class Sign:
    """The words of one picture, in both languages."""

    path: str
    """Where the picture stands, below the site's root."""
    over: str
    title: Bilingual
    foot: str
    site: str

    @property
    def text(self) -> str:
        """Return everything that is drawn."""
        return "".join((self.over, self.title.zh, self.title.en, self.foot, self.site))


def picture_of(address: str) -> str:
    """Return the path of a page's own picture below the site's root."""
    return f"{FOLDER}/{address.strip('/')}.png"


def site_sign(site: Site) -> Sign:
    """Return the picture of pages that have none of their own."""
    return Sign(DEFAULT, "", site.settings.name, "", _both(site.settings.publisher))


def signs(site: Site, labels: Labels) -> Iterator[Sign]:
    """Yield a picture for every plan of the site's own and every indicator."""
    name = _both(site.settings.name)
    for plan in site.plans.values():
        if plan.record.role == "own":
            yield _plan_sign(plan, name, labels)
    for identifier, indicator in site.indicators.items():
        targets = len(site.targets_by_indicator.get(identifier, ()))
        yield Sign(
            path=picture_of(indicator_page(identifier)),
            over=" ".join(labels["picture_indicator"].values()),
            title=indicator.name,
            foot=_counts(labels, picture_targets=targets),
            site=name,
        )


def _plan_sign(plan: Plan, site: str, labels: Labels) -> Sign:
    first, last = plan.record.period
    period = str(first) if first == last else f"{first}–{last}"
    return Sign(
        path=picture_of(plan_page(plan)),
        over=f"{_both(plan.jurisdiction.name)} · {period}",
        title=plan.title,
        foot=_counts(
            labels,
            picture_targets=len(plan.targets),
            picture_measures=len(plan.clauses_of("measure")),
        ),
        site=site,
    )


def _both(text: Bilingual) -> str:
    return f"{text.zh} {text.en}"


def _counts(labels: Labels, **counts: int) -> str:
    """Return what is counted, in Chinese and then in English."""
    return " · ".join(
        filled(labels[key][lang], {"count": count})
        for lang in ("zh", "en")
        for key, count in counts.items()
        if count
    )


@lru_cache(maxsize=1)
def _empty_box() -> bytes:
    return bytes(_font().getmask("\ufffe"))


@lru_cache(maxsize=1)
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT), 24)


@lru_cache(maxsize=8192)
def has_glyph(character: str) -> bool:
    """Return whether the font can draw a character."""
    return character.isspace() or bytes(_font().getmask(character)) != _empty_box()


def missing_glyphs(found: Iterable[Sign]) -> dict[str, str]:
    """Return the characters that the font lacks, each with the first picture that needs it."""
    missing: dict[str, str] = {}
    for sign in found:
        for character in sign.text:
            if not has_glyph(character):
                missing.setdefault(character, sign.path)
    return missing


def drawable(site: Site, labels: Labels) -> Iterator[Sign]:
    """Yield the pictures that the font can draw whole; a page without one shows the site's."""
    yield site_sign(site)
    for sign in signs(site, labels):
        if all(map(has_glyph, sign.text)):
            yield sign


def missing_words(site: Site, labels: Labels) -> Iterator[str]:
    """Yield a line for every character that keeps a page from a picture of its own."""
    for character, path in missing_glyphs(signs(site, labels)).items():
        code = f"U+{ord(character):04X}"
        yield (
            f"{path}: 图片字体没有“{character}”({code}),该页使用网站的图片| "
            f"{path}: the font of the pictures has no {character} ({code}), "
            "so the page shows the picture of the site"
        )
