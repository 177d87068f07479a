"""Plain YAML as the sources are written: no anchors, no aliases, quoted where it must be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from ..source.text import visible


class _Dumper(yaml.SafeDumper):
    """Never writes an alias; lists stand indented under their key."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def yaml_text(content: Mapping[str, Any] | Sequence[Any]) -> str:
    """Write a record or a list of records; control characters, which no source may hold, are left out."""
    return yaml.dump(
        _visible(content),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=100,
        default_flow_style=False,
    )


def _visible(content: Any) -> Any:
    if isinstance(content, str):
        return visible(content)
    if isinstance(content, Mapping):
        return {key: _visible(value) for key, value in content.items()}
    if isinstance(content, Sequence):
        return [_visible(value) for value in content]
    return content
