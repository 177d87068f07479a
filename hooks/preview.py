"""MkDocs adapter: a preview of one plan says nothing of the pages it leaves out."""

from __future__ import annotations

import logging
import os

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from plansite.generate import PREVIEW_VARIABLE


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take the pages that are left out from the navigation; links to them may lead nowhere."""
    if os.environ.get(PREVIEW_VARIABLE):
        there = {*files.src_uris}
        config.nav = [one for one in config.nav or [] if {*one.values()} <= there]
        config.validation.links.not_found = logging.DEBUG
    return files
