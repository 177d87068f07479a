"""Page furniture: page numbers, running heads and the table of contents of a printed document."""

from __future__ import annotations

import re
from collections import Counter

from .glyphs import normalise
from .line import Line
from .marker import marker_of
from .vocabulary import is_title, role_of

PAGE = re.compile(
    r"[-—·~<《【]*(?:第|P\.?)?\d{1,3}页?(?:[/共,，]+(?:共)?\d{1,3}页?)?[-—·~>》】]*|[-—·~]*[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+[-—·~]*"
    r"|第[零一二三四五六七八九十百]+页(?:共[零一二三四五六七八九十百]+页)?"
)
LEADER = re.compile(
    r"^(.+?)(?:[.…·．。—_-]{3,}|\s{4,}|\t+|[.…·]{2,})\s*[-—(（]?\s*(\d{1,3})\s*[-—)）]?\s*$"
)
TAIL_NUMBER = re.compile(r"^(.*?\D)\s*\d{1,3}$")
PORTAL = re.compile(
    r"扫一扫|打印本页|【?打印】?$|【?关闭|分享到|分享：|责任编辑[：:]|浏览次数|访问量|阅读次数|【?字体|上一[篇条]|下一[篇条]|相关(?:链接|文档|解读|阅读)"
    r"|版权所有|网站(?:地图|标识码)|主办(?:单位)?：|承办(?:单位)?：|.{0,8}备案号|(?:发布|成文|生成)(?:日期|时间)：|(?:信息|文章)?来源：|索引号"
)
"""What portals print around a text; it stands in many pages without an element of its own."""
OPENING = 40
"""Within so many lines the title stands, perhaps broken over several."""
HEAD_WORDS = re.compile(r"规划|纲要|公报|文件|方案|计划|人民政府|办公室|内部资料")


def page_marks(lines: tuple[Line, ...]) -> frozenset[int]:
    """Places in `lines` of page numbers and running heads."""
    texts = [normalise(line.text).text for line in lines]
    found = {i for i, text in enumerate(texts) if text and PAGE.fullmatch(text)}
    found -= {i for i in found if _is_figure(texts, i)}
    heads = Counter(_shape(text) for text in texts if _may_head(text))
    seen: set[str] = set()
    for i, text in enumerate(texts):
        if _may_head(text) and heads[_shape(text)] >= 3:
            # The first may be the title itself, which later pages repeat at their head.
            again = _shape(text) in seen or text in "".join(texts[: min(i, OPENING)])
            found |= {i} if again or not is_title(text) else set()
            seen.add(_shape(text))
    found |= {i for i, text in enumerate(texts) if len(text) <= 60 and PORTAL.match(text)}
    return frozenset(i for i in found if not lines[i].cells)


def contents_lines(lines: tuple[Line, ...]) -> frozenset[int]:
    """Places in `lines` of a table of contents: dot leaders, or what follows its heading."""
    texts = [normalise(line.text).text for line in lines]
    leaders = {
        i
        for i, line in enumerate(lines)
        if not line.cells and len(line.text) < 200 and LEADER.match(line.text)
    }
    found = leaders if len(leaders) >= 3 else set()
    for i, text in enumerate(texts):
        if role_of(text) == "contents" and len(text) <= 4:
            found |= {i} | _after_heading(texts, i)
            break
    return frozenset(found)


def _after_heading(texts: list[str], at: int) -> set[int]:
    """Lines after the word 目录 that come again further on, with or without a page number."""
    later = Counter(text for text in texts[at + 1 :] if text)
    found: set[int] = set()
    for i in range(at + 1, min(len(texts), at + 400)):
        text = texts[i]
        if not text or PAGE.fullmatch(text):
            continue
        cut = TAIL_NUMBER.match(text)
        bare = (cut[1] if cut else text).rstrip(".…·。-— ")
        again = later[text] >= 2 if bare == text else later[bare] >= 1
        starts = any(t.startswith(bare) for t in texts[i + 1 :]) if cut else again
        if not (again or starts):
            break
        found.add(i)
    return found


def _is_figure(texts: list[str], at: int) -> bool:
    """A bare number that belongs to the sentence around it: the next line goes on with its unit."""
    following = next((t for t in texts[at + 1 :] if t), "")
    return texts[at].isdigit() and following.startswith(
        ("%", "‰", "/", "个百分点", "万", "所", "名")
    )


def _may_head(text: str) -> bool:
    if not 4 <= len(text) <= 40 or text[-1] in "。；：！？" or not HEAD_WORDS.search(text):
        return False
    return marker_of(text) is None and not role_of(text)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)
