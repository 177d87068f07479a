"""Rates for so many people: 每千名, 每10万人口."""

from __future__ import annotations

import re

PER_EACH = re.compile(r"每(十万|10万|万|千|百|1000|100|10000)")
PER_UNITS = {"十万": "per_100k", "10万": "per_100k", "万": "per_10k", "10000": "per_10k", "千": "per_1000",
             "1000": "per_1000", "百": "per_100", "100": "per_100", "百万": "per_million"}  # fmt: skip
