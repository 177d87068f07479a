"""The theme's templates that this site replaces are still those that were read when it did so."""

from __future__ import annotations

import hashlib
from pathlib import Path

import material
import pytest

STOCK = Path(material.__file__).parent / "templates"
READ = {
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "base.html": "8536d352b0093623df9e0032894f321cbe264b15a9b48cdd962583772455dadb",
    "main.html": "9948b55a7bc979c35825df99baba9e6971fca4eb298dea3cdde61e990a2de5e0",
    "partials/alternate.html": "572b1d4dae611aa5fd65107edec95e44331b6141abf86834ea4dc6c1ddd7241b",
    "partials/copyright.html": "bc86bca3bf75070fe5d72e2a3463bdddf87c10f4d6459c945fe81c5d384e35ea",
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/search.html": "bfd556535abcddb99396ab2a7e3acc2ebcd3f36756007d3969396caa4126be30",
    "partials/tabs.html": "d2c82916569e645a6b6dc5a36a2beddfaca5a66c8738c5b3e13b7d100ac2e8b7",
    "partials/toc.html": "fde48f583563364b0e0e6865a5ab1e7060ec1826161f69f5cbee653e621b0f84",
}
"""SHA-256 of the theme's own file that stands behind each of docs/overrides."""
ADVICE = """\
主题自己的 {name} 变了(新版主题)。请比较新旧两个文件,把需要的改动抄到 docs/overrides/{name};\
base.html 变了时,再看主题的脚本和样式有没有新东西(frame.js、plansite/stylesheet.py 的 KEPT),\
然后把 tests/test_theme.py 中的校验值改为 {digest}。
The theme's own {name} has changed (a new release). Compare the two, take over into \
docs/overrides/{name} what is needed; if it is base.html, see also what is new in the theme's script \
and sheet (frame.js, KEPT in plansite/stylesheet.py). Then write into tests/test_theme.py: {digest}"""


def test_every_replaced_template_is_watched(repository: Path) -> None:
    ours = repository / "docs" / "overrides"
    names = {path.relative_to(ours).as_posix() for path in ours.rglob("*.html")}
    assert {name for name in names if (STOCK / name).exists()} == set(READ)


@pytest.mark.parametrize("name", READ)
def test_the_theme_behind_a_replaced_template_is_the_one_that_was_read(name: str) -> None:
    digest = hashlib.sha256((STOCK / name).read_bytes()).hexdigest()
    assert digest == READ[name], ADVICE.format(name=name, digest=digest)
