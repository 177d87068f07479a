"""The document reader: an issued official document in, a draft plan and a report out.

reading = read_document(Path("plan.docx"), load_catalogue(Path("plans/indicators")))
report_of(reading)                       # what was found, as JSON
draft_files(reading.plans[0], catalogue) # the files of a draft plan folder
passages(markdown), contents(markdown), plain_text(markdown)   # the official text on the site
"""

from __future__ import annotations

from .catalogue import Indicator, load_catalogue, load_domains
from .document import Reading, read_bytes, read_document
from .draft import draft_files
from .official import contents, item_anchor, official_text, passages, plain_text
from .plan import Plan
from .problem import ReadProblem
from .report import report_of

__all__ = [
    "Indicator",
    "Plan",
    "ReadProblem",
    "Reading",
    "contents",
    "draft_files",
    "item_anchor",
    "load_catalogue",
    "load_domains",
    "official_text",
    "passages",
    "plain_text",
    "read_bytes",
    "read_document",
    "report_of",
]
