"""Makes PDF and DOCX files of plain text, as people export them: one paragraph a line, long ones wrapped."""

from __future__ import annotations

from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

FONT = "STSong-Light"


def write_pdf(text: str, path: Path, author: str = "") -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    style = ParagraphStyle("text", fontName=FONT, fontSize=12, leading=18, wordWrap="CJK")
    story: list[Flowable] = [
        Paragraph(line, style) if line.strip() else Spacer(1, 0.4 * cm) for line in text.splitlines()
    ]
    SimpleDocTemplate(str(path), pagesize=A4, author=author, title="").build(story)


def write_docx(text: str, path: Path, author: str = "") -> None:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.core_properties.author = author
    document.save(str(path))
