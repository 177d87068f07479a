"""A target that promises what a test asks for."""

from __future__ import annotations

from dataclasses import replace

from plansite.model import Site, Target
from plansite.records.plan import ItemRecord

PLAN = "qinglan/chengxi/women-2021-2025"
TARGET = "economy-3-maternity-leave-months"


def item(**fields: object) -> ItemRecord:
    return ItemRecord.model_validate({"indicator": "maternity-leave-months", **fields})


def on_months(site: Site, **fields: object) -> Target:
    """Return a target on months like the one of the fictional plan, with another promise."""
    one = next(one for one in site.plans[PLAN].targets if one.id == TARGET)
    return replace(one, record=item(**fields))
