"""The title of a plan and the place it governs."""

from __future__ import annotations

import re
from collections import Counter

from .marker import marker_of
from .outline import Entry
from .vocabulary import PLAN_WORD, is_title

PLACE = r"[\u4e00-\u9fff]{1,12}?(?:自治区|自治州|自治县|自治旗|特别行政区|新区|开发区|省|市|地区|盟|州|区|县|旗|镇|乡|街道)"
TIERS = (("province", r"(?:省|自治区)$|^(?:北京|上海|天津|重庆)市$"), ("prefecture", r"(?:市|州|盟|地区)$"),
         ("county", r"(?:区|县|旗)$"), ("township", r"(?:镇|乡|街道)$"))  # fmt: skip
BESIDE = re.compile(r"日$|办公[室厅]$|人民政府$|委员会$|文件$|号$|通知$|^附件|部门$|^（此件")


def title_of(entries: tuple[Entry, ...]) -> tuple[str, tuple[int, ...]]:
    """The title, also where it is broken over up to four lines."""
    head = [e for e in entries[:60] if e.section not in {"furniture", "contents"}]
    for i, entry in enumerate(head):
        joined = ""
        numbered = entry.start or marker_of(entry.paragraph.text, entry.paragraph.raw)
        if len(entry.paragraph.text) > 60 or numbered or entry.paragraph.cells:
            continue
        for j in range(i, min(i + 4, len(head))):
            part = head[j].paragraph.text
            if (
                BESIDE.search(part)
                or len(part) > 50
                or part.endswith(("。", "：", "；", "，"))
                or head[j].start
            ):
                break
            joined += part
            if is_title(joined) and not _continues(head, j):
                return _printed(joined, head[i : j + 1]), tuple(
                    h.paragraph.line for h in head[i : j + 1]
                )
    return "", ()


def _printed(title: str, lines: list[Entry]) -> str:
    """The title with its own brackets and dashes, unless its letters had to be mended."""
    raw = re.sub(r"\s+", "", "".join(entry.paragraph.raw for entry in lines))
    same = len(raw) == len(title) and all(
        a == b or not (a.isalnum() or b.isalnum()) for a, b in zip(raw, title, strict=True)
    )
    return _clean_title(raw if same else title)


def _continues(head: list[Entry], at: int) -> bool:
    """The next line is the rest of the title: its period or its state in brackets."""
    following = head[at + 1].paragraph.text if at + 1 < len(head) else ""
    return bool(re.fullmatch(r"（.{2,20}）|(?:19|20)\d\d.{3,12}年", following))


def _clean_title(title: str) -> str:
    return re.sub(
        r"[（(]?(?:征求意见稿|草案|送审稿|讨论稿|审议稿|初稿|公开征求意见稿)[）)]?$", "", title
    ).strip()


def notice_title(text: str) -> str:
    found = re.search(
        r"(?:印发|发布|下发|公布)(?:了)?(?:《([^《》]{4,60})》|([^《》。，；]{4,60}?)的通知)", text
    )
    name = (found[1] or found[2]) if found else ""
    return name if re.search(PLAN_WORD, name) else ""


def outside_title(lines: tuple[str, ...]) -> str:
    """The title where a page prints it above its text and not in it."""
    for line in lines:
        named = _clean_title(line) if is_title(line) else notice_title(line)
        if named:
            return named
    return ""


def place_of(title: str) -> str:
    head = re.split(
        r"“?十[一二三四五六七八]五|中长期|全民|体育|食物|托育|特殊教育|学前|义务教育|妇女|儿童|国民经济|老龄|残疾|教育|卫生|健康|养老|青年|人口|事业|发展|城乡|公共|基本|(?:19|20)\d\d",
        title,
    )[0]
    head = head.strip("“”《》 ")
    if head in {"中国", "国家", "全国"}:
        return "中国"
    return (
        head
        if re.fullmatch(PLACE + r"(?:[\u4e00-\u9fff]{1,8}(?:省|市|州|区|县|旗|镇|乡|街道))*", head)
        else ""
    )


def place_in_text(text: str) -> str:
    """The place whose government or committee the opening names most."""
    found = Counter(
        m[1]
        for m in re.finditer(
            r"(?:^|[，。、“”《》：；\n])((?:[\u4e00-\u9fff]{2,5})(?:省|市|州|区|县|旗))(?:委、|人民)?(?:政府|委|人民政府|妇女|历来|始终|国民经济)",
            text,
        )
    )
    local = [(p, n) for p, n in found.most_common() if not re.search(r"中共|有关|各|我|全|本", p)]
    if not local:
        return ""
    return max(local, key=lambda pair: (tier_rank(pair[0]), pair[1]))[0]


def tier_rank(place: str) -> int:
    """How far down a place stands: a county below its city."""
    return next((i for i, (_, rule) in enumerate(TIERS) if re.search(rule, place)), 0)


def tier_of(place: str) -> str:
    if place in {"中国", "全国", "国家"}:
        return "national"
    return next((tier for tier, rule in TIERS if re.search(rule, place)), "")


def made_title(place: str, plans: list[str], period: tuple[int, int] | None) -> str:
    """A title for a document that lost its own, from what it names."""
    kinds = Counter(
        m[0] for p in plans for m in re.finditer(r"(?:妇女|儿童|青年|老龄事业)发展规划", p)
    )
    if not place or not kinds or not period:
        return ""
    return f"{place}{kinds.most_common(1)[0][0]}（{period[0]}—{period[1]}年）"
