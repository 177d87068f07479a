"""Word files: every form of automatic number, footnotes, and what pages repeat."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from plansite.reader import official_text, plain_text, read_bytes, report_of
from plansite.reader.measure import figures_of, places_of

NS = nsdecls("w")
ITEMS = [
    (0, "妇女与健康"), (1, "主要目标"), (2, "孕产妇死亡率控制在9/10万以下。"), (2, "宫颈癌筛查率达到70%。"),
    (1, "策略措施"), (2, "健全服务网络。"), (2, "提高保健水平。"), (0, "组织实施"), (1, "加强领导。"),
]  # fmt: skip


def word_file(forms: Sequence[tuple[str, str]], note: str = "", head: str = "") -> bytes:
    """A plan whose numbers are all Word's own; `forms` are number format and pattern of each level."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(forms)
    )
    numbering.append(parse_xml(f'<w:abstractNum {NS} w:abstractNumId="5">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {NS} w:numId="6"><w:abstractNumId w:val="5"/></w:num>'))
    document.add_paragraph("云岭县妇女发展规划（2021—2030年）")
    for level, text in ITEMS:
        paragraph = document.add_paragraph(text)
        mark = f'<w:numPr {NS}><w:ilvl w:val="{level}"/><w:numId w:val="6"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(mark))
        if note and text.startswith("孕产妇"):
            run = paragraph.add_run()
            run._r.append(parse_xml(f'<w:footnoteReference {NS} w:id="1"/>'))
    document.sections[0].header.paragraphs[0].text = head
    if note:
        _add_note(document, note)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _add_note(document: docx.document.Document, text: str) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    markup = (
        f'<w:footnotes {NS}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), kind, markup.encode(), package)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    document.part.relate_to(part, relation)


@pytest.mark.parametrize("chinese", ["chineseCounting", "chineseCountingThousand", "ideographDigital",
                                     "japaneseCounting", "taiwaneseCounting"])  # fmt: skip
@pytest.mark.parametrize("plain", ["decimal", "decimalEnclosedCircle", "decimalZero"])
def test_every_form_of_number_makes_the_same_structure(chinese: str, plain: str) -> None:
    content = word_file(
        [(chinese, "%1、"), (chinese, "（%2）"), (plain, "%3" if "Circle" in plain else "%3.")]
    )
    (plan,) = read_bytes(content, "plan.docx").plans
    assert figures_of(plan) == [
        ("health", "1", "9", "per_100k", "le", 2030), ("health", "2", "70", "percent", "ge", 2030),
    ]  # fmt: skip
    assert places_of(plan) == [
        ("health", "1"), ("health", "2"), ("health", "measure 1"), ("health", "measure 2"),
        ("organisation", "organisation 1"),
    ]  # fmt: skip


FORMS = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]


def test_a_footnote_is_kept_and_cuts_no_clause() -> None:
    read = read_bytes(
        word_file(FORMS, note="活产婴儿每十万人中不超过20人的地区另行规定。"), "plan.docx"
    )
    (plan,) = read.plans
    assert [figure[:2] for figure in figures_of(plan)] == [("health", "1"), ("health", "2")]
    assert [note["text"] for note in report_of(read)["glossary"]] == [
        "活产婴儿每十万人中不超过20人的地区另行规定。"
    ]
    assert "另行规定" in plain_text(official_text(plan)) == read.text


def test_what_pages_repeat_is_reported_and_no_part_of_the_plan() -> None:
    read = read_bytes(word_file(FORMS, head="云岭县人民政府公报"), "plan.docx")
    assert "公报" not in read.text
    assert "云岭县人民政府公报" in [one["text"] for one in report_of(read)["unplaced"]]
