"""Pictures that stand beside a shared link: 1200 × 630, drawn from words at build time."""

from plansite.pictures.draw import draw
from plansite.pictures.sign import DEFAULT, Sign, drawable, missing_words, picture_of

__all__ = ["DEFAULT", "Sign", "draw", "drawable", "missing_words", "picture_of"]
