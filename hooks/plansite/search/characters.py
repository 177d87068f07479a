"""Traditional characters and the simplified ones of the site, for readers who write the former."""

from __future__ import annotations

from collections.abc import Iterable

from opencc import OpenCC

HAN = range(0x4E00, 0xA000)


def traditional(known: Iterable[str]) -> dict[str, str]:
    """Return by traditional character the simplified one that the site has in its stead.

    `known` are the terms of the index. A character that stands on the site itself is left out.
    """
    terms = set(known)
    simplify = OpenCC("t2s").convert
    letters = filter(lambda one: one not in terms, map(chr, HAN))
    return {one: other for one in letters if (other := simplify(one)) != one and other in terms}
