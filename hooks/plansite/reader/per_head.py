"""Rates for so many people: 每千名, 每10万人口."""

from __future__ import annotations

import re

UNSAID = r"(?<![一二三四五六七八九十百千万亿几数每\d])(?=(?:十万|千|万)(?:名)?(?:常住)?人口)"
"""千人口执业医师3.2人: the word for each is left out."""
PER_EACH = re.compile(rf"(?:每|{UNSAID})(十万|10万|万|千|百|1000|100|10000)")
PER_UNITS = {"十万": "per_100k", "10万": "per_100k", "万": "per_10k", "10000": "per_10k", "千": "per_1000",
             "1000": "per_1000", "百": "per_100", "100": "per_100", "百万": "per_million"}  # fmt: skip
