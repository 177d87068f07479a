"""The fictional documents as bytes; Word files are made from a short description."""

from __future__ import annotations

import io
from pathlib import Path

import docx


def sample_bytes(expected: Path) -> tuple[str, bytes]:
    """Return the name and the bytes of the document an `.expected.json` belongs to."""
    stem = expected.name.removesuffix(".expected.json")
    if stem.endswith(".docx"):
        text = expected.with_name(f"{stem}.txt").read_text(encoding="utf-8")
        return stem, word_bytes(text)
    path = next(p for p in sorted(expected.parent.glob(f"{stem}.*")) if p.suffix != ".json")
    return path.name, path.read_bytes()


def word_bytes(description: str) -> bytes:
    """Make a .docx: one line a paragraph or table row, `kind|text`; `number` continues a Word list."""
    document = docx.Document()
    rows: list[list[str]] = []
    for line in [*description.splitlines(), ""]:
        kind, _, rest = line.partition("|")
        if kind == "row":
            rows.append(rest.split("|"))
            continue
        if rows:
            table = document.add_table(rows=0, cols=max(len(r) for r in rows))
            for row in rows:
                for cell, text in zip(table.add_row().cells, row, strict=False):
                    cell.text = text
            rows = []
        if kind == "title":
            document.add_heading(rest, level=0)
        elif kind == "heading":
            document.add_heading(rest, level=2)
        elif kind == "number":
            document.add_paragraph(rest, style="List Number")
        elif kind:
            document.add_paragraph(rest)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf_bytes(pages: list[list[str]]) -> bytes:
    """Make a PDF whose text is coded as UTF-16, a page a list of lines."""
    used = sorted({char for page in pages for line in page for char in line})
    pairs = "\n".join(f"<{ord(c):04x}> <{ord(c):04x}>" for c in used)
    cmap = f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(used)} beginbfchar\n{pairs}\nendbfchar\nendcmap"
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H "
        b"/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        _stream(cmap.encode()),
    ]
    for number, page in enumerate(pages):
        text = "".join(
            f"<{line.encode('utf-16-be').hex()}> Tj 0 -16 Td\n" if line else "0 -16 Td\n"
            for line in page
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {7 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(_stream(f"BT /F1 12 Tf 60 780 Td\n{text}ET".encode()))
    return _file(objects)


def _stream(content: bytes) -> bytes:
    return f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    tail = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + tail.encode()
