"""Marks inside a line of Markdown, as programs write them that turn Word files or pages into it."""

from __future__ import annotations

import html
import re

BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
SLANTED = re.compile(r"(?<![*\w\\])\*(?=[^\s*])([^*]{1,200}?)(?<=[^\s*])\*(?![*\w])")
IMAGE = re.compile(r"!\[([^\[\]]{0,200})\]\([^()]{0,500}\)(?:\{[^{}]{0,200}\})?")
LINK = re.compile(r"\[([^\[\]]{1,300})\]\((?:https?:|mailto:|#|/|\.)[^()\s]{0,500}\)")
SPAN = re.compile(r"\[([^\[\]]{0,300})\]\{[^{}]{0,200}\}")
"""[]{#_Toc1} is an anchor, [字]{.underline} a word with a style."""
ATTRIBUTES = re.compile(r"\s*\{(?:[#.][\w.-]+|[\w-]+=\"[^\"{}]{0,100}\")(?:\s[^{}]{0,200})?\}\s*$")
BREAK = re.compile(r"<br\s*/?>", re.I)
TAG = re.compile(
    r"</?(?:a|b|i|u|p|em|strong|span|font|div|center|sup|sub|small|big|mark|del|ins|section|img|o:p)"
    r"(?:\s[^<>]{0,300})?/?>",
    re.I,
)
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
"""1\\. prints a number that begins no list."""


def unmark(text: str) -> str:
    """The characters a reader of the rendered page sees: styles, anchors and tags are no text."""
    text = IMAGE.sub(r"\1", text)
    text = ATTRIBUTES.sub("", LINK.sub(r"\1", SPAN.sub(r"\1", text)))
    text = TAG.sub("", BREAK.sub(" ", text))
    text = BOLD.sub(r"\2", text).replace("****", "")
    text = ESCAPE.sub(r"\1", SLANTED.sub(r"\1", text))
    return ENTITY.sub(lambda found: html.unescape(found[0]), text)
