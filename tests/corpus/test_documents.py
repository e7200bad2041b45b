"""Reports in PDF and Word files, and files that can't be read at all."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from corpus.parse import READABLE_SUFFIXES, ParsedReport, ParseError, parse_report
from corpus.report import Kind, Question


def pdf(path: Path, pages: list[list[str]]) -> Path:
    """A PDF whose pages hold the given lines."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path))
    for lines in pages:
        canvas.setFont("STSong-Light", 11)
        for i, line in enumerate(lines):
            canvas.drawString(60, 780 - 18 * i, line)
        canvas.showPage()
    canvas.save()
    return path


def questions(parsed: ParsedReport) -> list[Question]:
    return [question for round_ in parsed.report.rounds for question in round_.questions]


def texts(parsed: ParsedReport) -> list[str]:
    return [question.text for question in questions(parsed)]


def test_the_suffixes_offered_are_those_that_can_be_read() -> None:
    assert {".md", ".markdown", ".txt", ".pdf", ".docx"} == READABLE_SUFFIXES


class TestPdf:
    def test_questions_with_company_round_and_line(self, tmp_path: Path) -> None:
        parsed = parse_report(pdf(tmp_path / "a.pdf", [["百度 一面 2023.5.6", "1. 什么是过拟合？", "2. 手撕 NMS"]]))
        assert [(q.company, q.round, q.date, q.text, str(q.source[0])) for q in questions(parsed)] == [
            ("百度", "一面", "2023-05-06", "什么是过拟合？", "a.pdf:2"),
            ("百度", "一面", "2023-05-06", "手撕 NMS", "a.pdf:3"),
        ]

    def test_a_question_that_the_page_cut_is_one_again(self, tmp_path: Path) -> None:
        head = "1. 在训练一个很大的检测模型的时候如果显存不够用你一般会先做哪些事情来"
        parsed = parse_report(pdf(tmp_path / "a.pdf", [["百度 一面", head, "减少显存的占用？", "2. 什么是 BN？"]]))
        assert texts(parsed) == [head[3:] + "减少显存的占用？", "什么是 BN？"]

    def test_page_numbers_and_repeated_headers_are_dropped(self, tmp_path: Path) -> None:
        pages = [
            ["某某面经合集", *lines, f"第 {i} 页"]
            for i, lines in enumerate((["百度 一面", "1. 什么是过拟合？"], ["2. 什么是 BN？"], ["3. 什么是 NMS？"]), 1)
        ]
        parsed = parse_report(pdf(tmp_path / "a.pdf", pages))
        assert texts(parsed) == ["什么是过拟合？", "什么是 BN？", "什么是 NMS？"]
        assert {q.company for q in questions(parsed)} == {"百度"}

    def test_a_pdf_named_otherwise_is_read_too(self, tmp_path: Path) -> None:
        path = pdf(tmp_path / "a.pdf", [["百度 一面", "1. 什么是 BN？"]]).rename(tmp_path / "a.txt")
        assert texts(parse_report(path)) == ["什么是 BN？"]

    def test_a_password_a_scan_and_damage_are_told_apart(self, tmp_path: Path) -> None:
        whole = pdf(tmp_path / "a.pdf", [["百度 一面", "1. 什么是 BN？"]])
        writer = PdfWriter(clone_from=PdfReader(whole))
        writer.encrypt("secret", algorithm="RC4-128")
        writer.write(tmp_path / "locked.pdf")
        pdf(tmp_path / "scan.pdf", [[], []])
        (tmp_path / "cut.pdf").write_bytes(whole.read_bytes()[:300])
        (tmp_path / "head.pdf").write_bytes(b"%PDF-1.7 ...")
        for name, reason in [
            ("locked.pdf", "has a password"),
            ("scan.pdf", "no text layer"),
            ("cut.pdf", "damaged PDF"),
            ("head.pdf", "damaged PDF"),
        ]:
            with pytest.raises(ParseError, match=reason) as caught:
                parse_report(tmp_path / name)
            assert caught.value.file == name

    def test_too_many_pages_are_refused_with_the_limit(self, tmp_path: Path) -> None:
        with pytest.raises(ParseError, match="more than 300 pages"):
            parse_report(pdf(tmp_path / "a.pdf", [["x"]] * 301))


class TestDocx:
    def test_headings_lists_and_paragraphs(self, tmp_path: Path) -> None:
        document = Document()
        document.add_heading("百度 2023 面经", 1)
        document.add_heading("一面", 2)
        document.add_paragraph("自我介绍", style="List Number")
        document.add_paragraph("什么是过拟合？怎么缓解？", style="List Number")
        document.add_heading("二面", 2)
        document.add_paragraph("1. 手撕：快排")
        document.save(str(tmp_path / "a.docx"))
        parsed = parse_report(tmp_path / "a.docx")
        assert [(q.company, q.round, q.text) for q in questions(parsed)] == [
            ("百度", "一面", "自我介绍"),
            ("百度", "一面", "什么是过拟合？"),
            ("百度", "一面", "怎么缓解？"),
            ("百度", "二面", "手撕：快排"),
        ]
        assert questions(parsed)[3].kind is Kind.CODING

    def test_a_row_of_a_table_is_a_question(self, tmp_path: Path) -> None:
        document = Document()
        table = document.add_table(rows=3, cols=4)
        rows = [
            ("公司", "轮次", "面试问题", "答案"),
            ("美团", "一面", "什么是 BN？", "归一化"),
            ("快手", "HR面", "期望薪资多少？", ""),
        ]
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        document.save(str(tmp_path / "a.docx"))
        found = questions(parse_report(tmp_path / "a.docx"))
        assert [(q.company, q.round, q.text, [a.text for a in q.answers]) for q in found] == [
            ("美团", "一面", "什么是 BN？", ["归一化"]),
            ("快手", "HR面", "期望薪资多少？", []),
        ]

    def test_bombs_and_other_archives_are_refused(self, tmp_path: Path) -> None:
        for name, member, size in [("bomb", "word/document.xml", 110_000_000), ("other", "a.txt", 10)]:
            with zipfile.ZipFile(tmp_path / f"{name}.docx", "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(member, b" " * size)
        whole = io.BytesIO()
        Document().save(whole)
        (tmp_path / "cut.docx").write_bytes(whole.getvalue()[:2000])
        (tmp_path / "empty.docx").write_bytes(whole.getvalue())
        for name, reason in [
            ("bomb.docx", "unpacks to more than 100 MB"),
            ("other.docx", "no Word document"),
            ("cut.docx", "damaged DOCX"),
            ("empty.docx", "no text layer"),
        ]:
            with pytest.raises(ParseError, match=reason) as caught:
                parse_report(tmp_path / name)
            assert caught.value.file == name


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG 图片.*a PNG picture"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "a JPEG picture"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "old Office file, save it as .docx"),
        (b"a" * 10_000_000, "larger than 5 MB"),
        (b"a\n" * 200_000, "more than 50000 lines"),
        (b"", "文件是空的"),
    ],
    ids=["png", "jpeg", "doc", "10 MB", "200,000 lines", "empty"],
)
def test_what_is_no_report_is_refused_in_both_languages(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(data)
    with pytest.raises(ParseError, match=reason):
        parse_report(path)


def test_pipes_and_loops_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    for name in ("pipe.md", "loop.md", "gone.md"):
        with pytest.raises(ParseError, match="can't be read"):
            parse_report(tmp_path / name)


def test_text_that_begins_like_a_picture_is_text(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("BM25 是什么？\n# 百度 一面\n1. 什么是 BN？", encoding="utf-8")
    assert "什么是 BN？" in texts(parse_report(path))
