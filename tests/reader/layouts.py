"""One fictional plan in the layouts offices and portals give to such a text."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Mapping
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

TEXT = """云岭县人民政府文件
云政发〔2022〕7号
云岭县儿童发展规划（2021—2030年）
为促进儿童健康成长，依据《临江市儿童发展规划（2021—2030年）》，制定本规划。
一、发展领域、主要目标和策略措施
（一）儿童与健康
主要目标：
1.婴儿死亡率和5岁以下儿童死亡率分别控制在4‰和5‰以下。
2.适龄儿童免疫规划疫苗接种率以乡镇为单位保持在95%以上。
3.5岁以下儿童贫血率和生长迟缓率分别控制在8%和3%以下，城乡之间的差距逐步缩小。
4.儿童总体近视率在2020年基础上每年降低0.5个百分点以上，中小学生每天户外活动时间不少于2小时。
5.每千名儿童拥有儿科执业（助理）医师达到1.12名、床位增至3.2张。
策略措施：
1.完善儿童健康服务体系。县级设立1所标准化妇幼保健机构，每所乡镇卫生院至少配备1名全科医生。
2.加强出生缺陷防治。落实三级预防措施，提高婚前医学检查率，健全诊断、治疗和康复的衔接机制。
（二）儿童与福利
主要目标：
1.孤儿和事实无人抚养儿童保障实现全覆盖。
2.乡镇儿童督导员配备率达到100%。
策略措施：
1.健全儿童福利制度。
二、组织实施
（一）加强组织领导
落实政府主体责任。
（二）强化经费保障
将规划实施经费纳入财政预算。
三、监测评估
（一）开展年度监测
每年开展一次统计监测。
"""
LINES = TEXT.splitlines()
HEADINGS = re.compile(r"^(?:[一二三]、|（[一二三]）)(.*)$")
ITEM = re.compile(r"^(\d)\.(.*)$")


def _page(body: str) -> bytes:
    """A page of a portal: a menu, the text, the foot."""
    menu = '<div class="nav"><a href="/">首页</a> <a href="/a">政务公开</a></div>'
    return (
        f"<html><body>{menu}{body}<div class='footer'>主办：某办公室</div></body></html>".encode()
    )


def _in_table(body: str) -> str:
    return f"<table><tr><td><table><tr><td>{body}</td></tr></table></td></tr></table>"


def _saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _paragraphs() -> Any:
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    return document


def broken_lines() -> bytes:
    """A Word file whose lines are one paragraph with line breaks."""
    document = docx.Document()
    run = document.add_paragraph().add_run(LINES[0])
    for line in LINES[1:]:
        run.add_break()
        run = document.paragraphs[0].add_run(line)
    return _saved(document)


def one_cell() -> bytes:
    """A Word file whose whole text stands in the one cell of a table."""
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = LINES[0]
    for line in LINES[1:]:
        cell.add_paragraph(line)
    return _saved(document)


def content_control() -> bytes:
    """A Word file with a content control around its second half."""
    document = _paragraphs()
    inside = [p._p for p in document.paragraphs[10:]]
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    inside[0].addprevious(control)
    for paragraph in inside:
        control[1].append(paragraph)
    return _saved(document)


def tracked_changes() -> bytes:
    """A Word file in which 90 was struck out and 95 put in."""
    document = _paragraphs()
    paragraph = next(p for p in document.paragraphs if "95%" in p.text)
    before, after = paragraph.text.split("95%")
    paragraph.text = before
    for name, tag, text in (("del", "delText", "90%"), ("ins", "t", "95%")):
        change = f'<w:{name} {nsdecls("w")} w:id="1" w:author="a"><w:r><w:{tag}>{text}</w:{tag}></w:r></w:{name}>'
        paragraph._p.append(parse_xml(change))
    paragraph.add_run(after)
    return _saved(document)


def automatic_numbers() -> bytes:
    """A Word file whose headings and items get their numbers from Word, one list for all levels."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    forms = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(forms)
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
    )
    identity = 900
    _list(numbering, identity)
    for line in LINES:
        heading, item = HEADINGS.match(line), ITEM.match(line)
        if item and item[1] == "1":
            identity += 1
            _list(numbering, identity)
        paragraph = document.add_paragraph((heading and heading[1]) or (item and item[2]) or line)
        if heading or item:
            level = 2 if item else 1 if line.startswith("（") else 0
            mark = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{identity if item else 900}"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(mark))
    return _saved(document)


def _list(numbering: Any, identity: int) -> None:
    numbering.append(parse_xml(
        f'<w:num {nsdecls("w")} w:numId="{identity}"><w:abstractNumId w:val="77"/>'
        '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    ))  # fmt: skip


def styled_headings() -> bytes:
    """A Word file whose headings print no number: only their style tells them."""
    document = docx.Document()
    for line in LINES:
        heading = HEADINGS.match(line)
        if heading:
            document.add_heading(heading[1], 2 if line.startswith("（") else 1)
        else:
            document.add_paragraph(line)
    return _saved(document)


def _wrapped(width: int) -> str:
    rows: list[str] = []
    for line in LINES:
        rest = line if len(line) < 12 else "　　" + line
        while len(rest) > width:
            rows.append(rest[:width])
            rest = rest[width:]
        rows.append(rest)
    return "\n".join(rows)


def _dashes(sign: str) -> bytes:
    return re.sub(r"^\d\.", sign, TEXT, flags=re.M).encode()


def _markdown() -> str:
    """Headings of Markdown, and lists that write 1. before each item."""
    text = re.sub(r"^(?=[一二三]、)", "## ", TEXT, flags=re.M)
    text = re.sub(r"^(?=（[一二三]）)", "### ", text, flags=re.M)
    text = re.sub(r"^(主要目标|策略措施)：", r"#### \1", text, flags=re.M)
    return re.sub(r"^\d\.", "1. ", text, flags=re.M)


LAYOUTS: Mapping[str, Callable[[], bytes]] = {
    "layout-tables.html": lambda: _page(
        _in_table("".join(f"<p>{html.escape(x)}</p>\n" for x in LINES))
    ),
    "rows.html": lambda: _page(
        "<table>" + "".join(f"<tr><td>{x}</td></tr>\n" for x in LINES) + "</table>"
    ),
    "breaks.html": lambda: _page("<p>" + "<br>".join("&nbsp;&ensp;　" + x for x in LINES) + "</p>"),
    "form.html": lambda: _page(
        "<form id='f'><div>" + "".join(f"<p>{x}</p>" for x in LINES) + "</div></form>"
    ),
    "kept-lines.html": lambda: _page(f"<pre>{TEXT}</pre>"),
    "old-code.html": lambda: _page(_in_table("<br>".join(LINES))).decode().encode("gb18030"),
    "broken-lines.docx": broken_lines,
    "one-cell.docx": one_cell,
    "content-control.docx": content_control,
    "tracked-changes.docx": tracked_changes,
    "automatic-numbers.docx": automatic_numbers,
    "styled-headings.docx": styled_headings,
    "wrapped-at-28.txt": lambda: _wrapped(28).encode(),
    "wrapped-at-33.txt": lambda: _wrapped(33).encode("gbk"),
    "wide-digits.txt": lambda: TEXT.translate(
        {ord(d): ord(d) + 0xFEE0 for d in "0123456789.%"}
    ).encode(),
    "utf-16.txt": lambda: TEXT.encode("utf-16"),
    "numbers-apart.txt": lambda: _dashes(r"\g<0> ").decode().replace(". ", " ").encode(),
    "counted.md": lambda: _markdown().encode(),
    "portal.html": lambda: _page(
        "<div>索引号：1122 发布日期：2022-03-08</div>"
        + "".join(f"<p>{x}</p>" for x in LINES)
        + "<p>扫一扫在手机打开当前页</p><p>【打印】【关闭】</p><p>责任编辑：某某</p>"
    ),
    "one-line.txt": lambda: TEXT.replace("\n", " ").encode(),
    "one-line.html": lambda: _page(
        "<h1>" + LINES[2] + "</h1><div>" + "　".join(LINES[:2] + LINES[3:]) + "</div>"
    ),
    "heavy-dashes.txt": lambda: _dashes("━━"),
    "squares.txt": lambda: _dashes("▪"),
    "checks.txt": lambda: _dashes("✓"),
    "per-mille-o.txt": lambda: TEXT.replace("‰", "%o").encode(),
    "per-mille-ring.txt": lambda: TEXT.replace("‰", "%。").encode(),
    "full-stop-for-point.txt": lambda: re.sub(r"(?<=\d)\.(?=\d)", "。", TEXT).encode(),
    "radicals.txt": lambda: TEXT.translate(str.maketrans("儿长青页", "⼉⻓⻘⻚")).encode(),
    "letter-for-one.txt": lambda: TEXT.replace("1所", "l所").replace("1.", "l.").encode(),
}
