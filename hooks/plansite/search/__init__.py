"""The search of the finished site: static files that search.js reads, an index for each language."""

from plansite.search.build import build_index

__all__ = ["build_index"]
