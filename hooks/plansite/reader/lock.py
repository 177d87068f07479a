"""The lock of an official text: a short hash of each passage, so that changed words are noticed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from ..source.text import visible
from .official import passages

LOCK_HEAD = """\
# A short hash of each passage of the official text as it was when the record was made from it.
# Written by scripts/lock_official.py; renew it only after reading again what has changed.
"""


def fingerprints(markdown: str) -> dict[str, str]:
    """The hash of each passage by its anchor; white space and what can not be seen do not count."""
    return {
        anchor: hashlib.sha256(visible(words).encode()).hexdigest()[:12]
        for anchor, words in passages(markdown).items()
    }


def lock_text(hashes: Mapping[str, str]) -> str:
    """Write the lock file of these hashes."""
    return LOCK_HEAD + "".join(f'{anchor}: "{mark}"\n' for anchor, mark in hashes.items())
