"""A reviewed interview as PDF, set from its Markdown document.

Chinese needs no font file: readers bring the CID font.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from io import BytesIO

from markdown_it import MarkdownIt
from markdown_it.token import Token
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, XPreformatted

from bot.review import ReviewedInterview, as_markdown

FONT = "STSong-Light"
BODY = ParagraphStyle("body", fontName=FONT, fontSize=10, leading=15, wordWrap="CJK", spaceAfter=4)
CODE = ParagraphStyle("code", parent=BODY, fontSize=8, leading=11, backColor=colors.whitesmoke, wordWrap=None)
HEADINGS = {
    f"h{level}": ParagraphStyle(f"h{level}", parent=BODY, fontSize=size, leading=size * 1.5, spaceBefore=8)
    for level, size in ((1, 18), (2, 14), (3, 12))
}
INDENT = 5 * mm
LONGEST_CODE_LINE = 100


def as_pdf(interview: ReviewedInterview) -> bytes:
    """The document of `bot.review.as_markdown` as a PDF file."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(as_markdown(interview))
    out = BytesIO()
    page = SimpleDocTemplate(out, pagesize=A4, title=f"{interview.company} {interview.round}", author="Mianjing")
    page.build(list(_flowables(tokens)))
    return out.getvalue()


def _flowables(tokens: list[Token]) -> Iterator[Flowable]:
    depth = 0
    heading: ParagraphStyle | None = None
    rows: list[list[Paragraph]] | None = None
    for token in tokens:
        match token.type:
            case "heading_open":
                heading = HEADINGS.get(token.tag, BODY)
            case "heading_close":
                heading = None
            case "bullet_list_open" | "ordered_list_open" | "blockquote_open":
                depth += 1
            case "bullet_list_close" | "ordered_list_close" | "blockquote_close":
                depth -= 1
            case "table_open":
                rows = []
            case "tr_open" if rows is not None:
                rows.append([])
            case "table_close" if rows:
                yield Table(
                    rows,
                    colWidths=[32 * mm, 25 * mm, 103 * mm],
                    style=[("GRID", (0, 0), (-1, -1), 0.3, colors.grey)],
                )
                yield Spacer(1, 4)
                rows = None
            case "inline" if rows is not None:
                rows[-1].append(Paragraph(_inline(token), BODY))
            case "inline":
                style = heading or ParagraphStyle("item", parent=BODY, leftIndent=depth * INDENT)
                yield Paragraph(_inline(token), style)
            case "fence":
                yield XPreformatted("\n".join(escape(line) for line in _folded(token.content)), CODE)
                yield Spacer(1, 4)
            case _:
                pass


def _inline(token: Token) -> str:
    """Inline Markdown in ReportLab's own markup; text is escaped, HTML other than line breaks is dropped."""
    marks = {"strong_open": "<b>", "strong_close": "</b>", "em_open": "<i>", "em_close": "</i>"}
    parts = []
    for child in token.children or []:
        match child.type:
            case "text" | "code_inline":
                parts.append(escape(child.content))
            case "softbreak" | "hardbreak":
                parts.append("<br/>")
            case "html_inline" if child.content.startswith("<br"):
                parts.append("<br/>")
            case kind:
                parts.append(marks.get(kind, ""))
    return "".join(parts)


def _folded(code: str) -> Iterator[str]:
    for line in code.splitlines():
        for start in range(0, max(1, len(line)), LONGEST_CODE_LINE):
            yield line[start : start + LONGEST_CODE_LINE]
