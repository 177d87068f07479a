"""A picture of words: ink on paper under one red bar, five greys and a red."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from plansite.pictures.sign import FONT, Sign

SIZE = (1200, 630)
MARGIN = 80
INK, RED = (0x1C, 0x24, 0x30), (0x9B, 0x23, 0x35)
GREYS = 5
SOFT = 110
"""Grey of what matters less: 0 is ink, 255 is paper."""
TITLE_SIZES = (72, 64, 54, 46, 40)
ENGLISH = 36
_WIDE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]")
_NOT_FIRST = frozenset("，。、；：！？）》」』】％%)]}’”·—")
_NOT_LAST = frozenset("（《「『【“‘([{")
"""Characters that do not begin a line, and that do not end one."""


def draw(sign: Sign) -> bytes:
    """Return the picture as PNG; the same words always give the same bytes."""
    image = Image.new("L", SIZE, 255)
    pen = ImageDraw.Draw(image)
    width = SIZE[0] - 2 * MARGIN
    _line(pen, sign.over, 34, 84, SOFT, width)
    below = 84 + 34 + 34
    lines, size = _fitted(sign.title.zh, width)
    for line in lines:
        pen.text((MARGIN, below), line, fill=0, font=_font(size))
        below += round(size * 1.3)
    below += 18
    for line in [*_wrapped(sign.title.en, _font(ENGLISH), width)][:3]:
        pen.text((MARGIN, below), line, fill=SOFT, font=_font(ENGLISH))
        below += round(ENGLISH * 1.3)
    _line(pen, sign.foot, 34, SIZE[1] - 132, 0, width)
    _line(pen, sign.site, 28, SIZE[1] - 76, SOFT, width)
    return _packed(image)


def _line(
    pen: ImageDraw.ImageDraw, text: str, size: int, below: int, grey: int, width: int
) -> None:
    """Draw one line, smaller if it is too long."""
    while size > 16 and _font(size).getlength(text) > width:
        size -= 2
    pen.text((MARGIN, below), text, fill=grey, font=_font(size))


def _fitted(text: str, width: int) -> tuple[list[str], int]:
    """Return the lines of a title in the largest size that leaves room for the rest."""
    for size in TITLE_SIZES:
        lines = [*_wrapped(text, _font(size), width)]
        if len(lines) * size < 150:
            return lines, size
    return lines[:3], size


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    """Yield lines that fit; Chinese breaks between characters, other scripts between words."""
    line = ""
    for piece in _pieces(text):
        if line and font.getlength((line + piece).rstrip()) > width:
            yield line.strip()
            line = ""
        line += piece
    if line.strip():
        yield line.strip()


def _pieces(text: str) -> list[str]:
    """Return what a line may break between."""
    pieces: list[str] = []
    for piece in re.findall(rf"{_WIDE.pattern}|[^\s]+?(?={_WIDE.pattern}|\s|$)\s*|\s+", text):
        if pieces and (piece[0] in _NOT_FIRST or pieces[-1][-1] in _NOT_LAST):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


@lru_cache(maxsize=32)
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT), size, layout_engine=ImageFont.Layout.BASIC)


def _packed(image: Image.Image) -> bytes:
    """Return a grey image with its red bar as a PNG of six colours."""
    packed = image.point([value * GREYS // 256 for value in range(256)]).convert("P")
    ramp = [round(ink + (255 - ink) * grey / (GREYS - 1)) for grey in range(GREYS) for ink in INK]
    packed.putpalette([*ramp, *RED])
    packed.paste(GREYS, (0, 0, SIZE[0], 20))
    file = io.BytesIO()
    packed.save(file, "PNG", bits=4, compress_level=6, compress_type=zlib.Z_RLE)
    return file.getvalue()
