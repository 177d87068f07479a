"""The printed Chinese words of an aim in English: how, and what is to happen.

`逐步提高` is `to rise gradually`, `有效遏制` is `to be curbed effectively`. A word not known here is
said by the bare direction of the aim; `words` of an item says what neither says well.
"""

from __future__ import annotations

from collections.abc import Mapping

MANNERS: Mapping[str, str] = {
    "逐步": "gradually",
    "逐年": "year by year",
    "稳步": "steadily",
    "不断": "continuously",
    "持续": "continuously",
    "显著": "significantly",
    "明显": "markedly",
    "大力": "vigorously",
    "严厉": "severely",
    "有效": "effectively",
    "适当": "moderately",
    "切实": "in earnest",
    "着力": "with particular effort",
    "全面": "in every respect",
    "进一步": "further",
    "更加": "further",
    "推动": "",
    "推进": "",
}
"""How something is to happen, as printed before the verb; the emptied ones add nothing to it."""

_VERBS: Mapping[str, tuple[str, ...]] = {
    "to rise": ("提高", "提升", "延长", "上升"),
    "to increase": ("增加",),
    "to grow": ("壮大", "增多"),
    "to be strengthened": ("增强", "加强", "强化"),
    "to be stepped up": ("加大",),
    "to improve": ("改善", "优化"),
    "to deepen": ("增进", "深化"),
    "to be expanded": ("拓展", "扩大"),
    "to be developed": ("发展",),
    "to be promoted": ("弘扬", "促进", "推动"),
    "to be advanced": ("推进",),
    "to be trained": ("培养",),
    "to be organised": ("组织",),
    "to be consolidated": ("巩固",),
    "to fall": ("下降",),
    "to be reduced": ("减少", "降低"),
    "to narrow": ("缩小",),
    "to slow": ("减缓",),
    "to be eased": ("得到缓解", "缓解"),
    "to be eliminated": ("消除",),
    "to be curbed": ("遏制",),
    "to be kept under control": ("控制",),
    "to be cracked down on": ("打击",),
    "to be prevented and stopped": ("预防和制止",),
    "to be improved": ("完善", "健全", "健全完善"),
    "to be established": ("建立",),
    "to be established and improved": ("建立完善", "建立健全"),
    "to be improved and carried out": ("完善落实",),
    "to be fostered": ("树立", "培育"),
    "to be created": ("创造",),
    "to be built": ("构建", "打造", "建设", "建成"),
    "to be advocated and built": ("倡导构建",),
    "to take shape": ("形成",),
}
"""What is to happen, with the verbs plans print for it."""

VERBS: Mapping[str, str] = {word: said for said, words in _VERBS.items() for word in words}


def aim_in_english(printed: str) -> str | None:
    """Return what a whole printed aim says, e.g. `to narrow markedly` of 明显缩小; None if unknown."""
    if printed in VERBS:
        return VERBS[printed]
    for manner, said in MANNERS.items():
        verb = VERBS.get(printed.removeprefix(manner))
        if printed.startswith(manner) and verb is not None:
            return f"{verb} {said}".rstrip()
    return None
