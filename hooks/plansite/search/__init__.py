"""The search of the finished site: static files that search.js reads, an index for each language."""

from plansite.search.build import build_index, build_language

__all__ = ["build_index", "build_language"]
