"""How another website shows a chart of a page: its file as a picture that leads back to the page."""

from __future__ import annotations

from html import escape

from plansite.pages import Page
from plansite.views.chart_file import file_name


def snippet(page: Page, where: str) -> str:
    """Return the HTML that shows the first chart of a page; empty where there is none.

    `where` is the address of the page, empty if it is not known. The file holds title, key,
    sources and date in it, and no script: it needs no frame.
    """
    if not (page.charts and where):
        return ""
    first = page.charts[0]
    said = escape(f"{first.title}. {first.description}")
    picture = f'<img src="{escape(where + file_name(first))}" alt="{said}">'
    return f'<a href="{escape(where)}">{picture}</a>'
