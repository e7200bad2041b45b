"""CVs as people have them: PDF, DOCX, Markdown, text; redacted, and one clear line when one can't be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from bot.errors import BadInput
from bot.resume.layout import MOST_PROJECTS
from bot.resume.reading import LARGEST_BYTES, MOST_CHARACTERS, read_resume, understood

CV = """个人简历
电话：13812345678  邮箱：someone@example.com
教育背景
某大学 计算机 硕士
项目经历
移动端实时抠图 2021.06 - 2022.03
负责模型轻量化，延迟从 40 ms 降到 18 ms。

多目标跟踪系统  2020.09-2021.05
在 MOT17 上 HOTA 提升 2.1。
专业技能
PyTorch, TensorRT
"""
PROJECTS = ("移动端实时抠图", "多目标跟踪系统")


def write_pdf(path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path))
    text = canvas.beginText(60, 780)
    text.setFont("STSong-Light", 11)
    for line in CV.splitlines():
        text.textLine(line)
    canvas.drawText(text)
    canvas.save()


def write_docx(path: Path) -> None:
    document = Document()
    for line in CV.splitlines():
        document.add_paragraph(line)
    document.save(str(path))


def write_docx_table(path: Path) -> None:
    """Many Chinese CV templates are one big table."""
    document = Document()
    table = document.add_table(rows=0, cols=1)
    for line in CV.splitlines():
        table.add_row().cells[0].text = line
    document.save(str(path))


def as_text(encoding: str) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(CV.encode(encoding)) and None


WRITERS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "pdf": ("cv.pdf", write_pdf),
    "docx": ("简历.docx", write_docx),
    "docx table": ("cv.DOCX", write_docx_table),
    "markdown": ("cv.md", as_text("utf-8")),
    "text": ("cv.txt", as_text("utf-8")),
    "text with a byte order mark": ("cv.txt", as_text("utf-8-sig")),
    "text of old Chinese Windows": ("cv.txt", as_text("gb18030")),
    "utf-16 of Notepad": ("cv.txt", as_text("utf-16")),
    "no suffix": ("cv", as_text("utf-8")),
}


@pytest.mark.parametrize("form", WRITERS)
def test_a_cv_is_read_redacted_and_its_projects_are_found(tmp_path: Path, form: str) -> None:
    name, write = WRITERS[form]
    write(tmp_path / name)
    resume = read_resume(tmp_path / name)
    assert "模型轻量化" in resume.text
    assert "\ufeff" not in resume.text
    assert resume.projects == PROJECTS
    assert "13812345678" not in resume.text
    assert "someone@example.com" not in resume.text
    assert "[电话]" in resume.text


def refused(path: Path) -> str:
    with pytest.raises(BadInput) as caught:
        read_resume(path)
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 400
    return message


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    assert "none.pdf" in refused(tmp_path / "none.pdf")
    (tmp_path / "folder.pdf").mkdir()
    assert "folder.pdf" in refused(tmp_path / "folder.pdf")
    (tmp_path / "folder.txt").mkdir()
    assert "folder.txt" in refused(tmp_path / "folder.txt")


@pytest.mark.parametrize("name", ["cv.jpg", "cv.doc", "cv.pages", "cv.zip"])
def test_another_format_is_refused_with_those_that_would_do(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"whatever")
    message = refused(tmp_path / name)
    assert Path(name).suffix in message
    assert "PDF" in message
    assert "DOCX" in message


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
@pytest.mark.parametrize("content", [b"", b"not what it says", b"%PDF-1.7\n%%EOF", b"PK\x03\x04 broken"])
def test_a_damaged_file_is_refused(tmp_path: Path, suffix: str, content: bytes) -> None:
    file = tmp_path / f"cv.{suffix}"
    file.write_bytes(content)
    assert file.name in refused(file)


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9])
def test_a_truncated_file_is_refused_or_read_but_never_a_crash(tmp_path: Path, suffix: str, kept: float) -> None:
    whole = tmp_path / f"whole.{suffix}"
    {"pdf": write_pdf, "docx": write_docx}[suffix](whole)
    content = whole.read_bytes()
    file = tmp_path / f"cv.{suffix}"
    file.write_bytes(content[: int(len(content) * kept)])
    try:
        text = read_resume(file).text
    except BadInput:
        refused(file)
    else:
        assert text


def test_an_encrypted_pdf_is_refused(tmp_path: Path) -> None:
    write_pdf(tmp_path / "open.pdf")
    writer = PdfWriter(clone_from=PdfReader(tmp_path / "open.pdf"))
    writer.encrypt("a password", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    assert "locked.pdf" in refused(tmp_path / "locked.pdf")


def test_a_scan_without_text_is_refused_with_advice(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "scan.pdf"))
    canvas.rect(10, 10, 100, 100, fill=1)
    canvas.save()
    assert "OCR" in refused(tmp_path / "scan.pdf")


@pytest.mark.parametrize("content", [b"", b"  \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_text_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "cv.txt").write_bytes(content)
    assert "cv.txt" in refused(tmp_path / "cv.txt")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "cv.txt"
    with file.open("wb") as out:
        out.truncate(LARGEST_BYTES + 1)
    assert "MB" in refused(file)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_bytes(bytes(range(256)) * 20)
    assert "cv.txt" in refused(tmp_path / "cv.txt")


def test_a_long_cv_is_cut(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text(CV + "很长的经历。" * MOST_CHARACTERS, encoding="utf-8")
    assert len(read_resume(tmp_path / "cv.txt").text) == MOST_CHARACTERS


def test_what_is_cut_off_was_redacted_first(tmp_path: Path) -> None:
    """A phone number on the edge must not survive as half of one."""
    filler = "字" * (MOST_CHARACTERS - 6)
    (tmp_path / "cv.txt").write_text(f"{filler}13812345678", encoding="utf-8")
    assert "1381" not in read_resume(tmp_path / "cv.txt").text


@pytest.mark.parametrize(
    ("text", "projects"),
    [
        ("项目：智能相册\n项目名称：车道线检测\n项目一：手势识别", ("智能相册", "车道线检测", "手势识别")),
        ("Project: Mobile matting\nProject 2: Tracking", ("Mobile matting", "Tracking")),
        ("## 项目经历\n### 实时抠图\n轻量化\n### 行人检测\n## 教育背景\n### 大学", ("实时抠图", "行人检测")),
        ("项目经历\n2021.03 - 至今 车道线\n2021 年 5 月上线\n2020年3月-2020年9月 OCR", ("车道线", "OCR")),
        ("Projects\nLane detection (2021.03 - 2021.09)\n- trained it\n\nOCR service | 2020.01-2020.06\nDone.",
         ("Lane detection", "OCR service")),
        ("【科研经历】\n弱监督分割\n提出了新的 CAM 方法。\n【专业技能】\nPython", ("弱监督分割",)),
        ("教育背景\n某大学\n专业技能\nC++", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_projects_are_found_by_layout(text: str, projects: tuple[str, ...]) -> None:
    assert understood(text).projects == projects


def test_projects_are_named_once_and_not_without_end() -> None:
    text = "\n".join(f"项目：第 {number} 个" for number in range(30))
    assert len(understood(text).projects) == MOST_PROJECTS
    assert understood("项目：同一个\n项目：同一个").projects == ("同一个",)
