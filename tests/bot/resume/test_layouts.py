"""CVs of different layout: what must be found in each, and what must not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from bot.resume.figures import MOST_FIGURES
from bot.resume.found import Resume
from bot.resume.layout import MOST_PROJECTS
from bot.resume.overview import overview
from bot.resume.reading import MOST_CHARACTERS, read_resume, understood

CVS = Path(__file__).with_name("cvs")
EXPECTED: dict[str, Any] = yaml.safe_load((CVS / "expected.yaml").read_text(encoding="utf-8"))

TABLE = [
    ["姓名", "[姓名]"],
    ["项目经历"],
    ["2021.05-2022.02", "交通标志检测", "算法负责人"],
    ["数据集 8000 张；在 CCTSDB 上 mAP 92.4%，用 FPN 与 mosaic 数据增强"],
    ["2020.08-2021.03", "视频超分辨率", "核心成员"],
    ["PSNR 提升 0.6dB，1080p 视频 25fps，GAN 损失"],
    ["专业技能"],
    ["PyTorch, FFmpeg, CUDA"],
]
COLUMNS = [
    (40, ["教育背景", "某大学", "2018.09-2021.06", "专业技能", "C++、OpenCV"]),
    (
        260,
        [
            "项目经历",
            "端侧手势识别",
            "2021.04-2021.12",
            "负责端侧部署，用 NCNN 推理，延迟 12ms。",
            "行人重识别",
            "2020.03-2020.11",
            "训练集 2 万张，用 ReID 特征做匹配。",
        ],
    ),
]


def write_table(path: Path) -> None:
    document = Document()
    for row in TABLE:
        table = document.add_table(rows=1, cols=len(row))
        for cell, text in zip(table.rows[0].cells, row, strict=True):
            cell.text = text
    document.save(str(path))


def write_two_columns(path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path))
    for left, lines in COLUMNS:
        text = canvas.beginText(left, 780)
        text.setFont("STSong-Light", 10)
        for line in lines:
            text.textLine(line)
        canvas.drawText(text)
    canvas.save()


def read(name: str, folder: Path) -> Resume:
    match name:
        case "table.docx":
            write_table(folder / name)
            return read_resume(folder / name)
        case "two_columns.pdf":
            write_two_columns(folder / name)
            return read_resume(folder / name)
        case _:
            return read_resume(CVS / name)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_cv_is_taken_apart(name: str, tmp_path: Path) -> None:
    expected = EXPECTED[name]
    resume = read(name, tmp_path)
    assert [[entry.name, entry.period] for entry in resume.entries] == expected["projects"]
    assert resume.projects == tuple(entry.name for entry in resume.entries)
    found = [[f.measures, [round(value, 6) for value in f.values], f.project] for f in resume.figures]
    assert found == expected["figures"]
    assert set(expected["skills"]) <= {skill.concept for skill in resume.skills}
    assert set(expected["own_parts"]) <= {part.quote for part in resume.own_parts}
    assert [[p.title, p.venue, p.year] for p in resume.publications] == expected["publications"]
    shown = [
        *(text for entry in resume.entries for text in (entry.name, entry.period)),
        *(figure.quote for figure in resume.figures),
        *(each.title for each in resume.publications),
    ]
    assert [text for text in shown for absent in expected["absent"] if absent in text] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_every_quote_is_verbatim(name: str, tmp_path: Path) -> None:
    resume = read(name, tmp_path)
    quotes = [figure.quote for figure in resume.figures] + [part.quote for part in resume.own_parts]
    quotes += [each.line for each in (*resume.figures, *resume.own_parts, *resume.skills)]
    quotes += [skill.quote for skill in resume.skills] + [each.title for each in resume.publications]
    assert [quote for quote in quotes if quote not in resume.text] == []


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("推理延迟 10ms", [("latency", (0.01,))]),
        ("延迟：18 ms", [("latency", (0.018,))]),
        ("单帧耗时１５毫秒", [("latency", (0.015,))]),
        ("训练集 3 万张，测试集 2000 张", [("training_set", (30000.0,)), ("test_set", (2000.0,))]),
        ("mAP@0.5 达到 62.3", [("map", (62.3,))]),
        ("准确率 0.95", [("accuracy", (95.0,))]),
        ("加速 2.5x，精度无损", [("speedup", (2.5,))]),
        ("latency reduced by 30%", [("gain", (30.0,))]),
        ("Latency was cut from 40 ms to 18 ms", [("latency", (0.04, 0.018))]),
        ("团队 5 人", [("team", (5.0,))]),
        ("1,200 条标注数据", [("dataset", (1200.0,))]),
        # no figures of a project
        ("2021 年 6 月上线", []),
        ("使用 8 张 3090 训练 100 个 epoch", []),
        ("输入 512×512，YOLOv5s，ResNet50", []),
        ("准确率 300%", []),
        ("Top-5 里选出 3 个", []),
        ("参加第 12 届竞赛，获第 3 名", []),
        ("电话 [电话]", []),
    ],
)
def test_numbers_are_read_with_what_they_measure(line: str, figures: list[tuple[str, tuple[float, ...]]]) -> None:
    resume = understood(f"项目经历\n某项目 2021.01-2021.06\n{line}")
    found = [(figure.measures, tuple(round(value, 6) for value in figure.values)) for figure in resume.figures]
    assert found == figures


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("论文\nSmall Objects Matter in Aerial Images, TIP 2021", ["Small Objects Matter in Aerial Images"]),
        ("论文\n《小目标检测综述》，自动化学报，2020", ["小目标检测综述"]),
        ("项目经历\n检测 2021.01-2021.05\n复现 CVPR 2020 的 “Some Clever Detector” 方法", []),
        (
            "项目经历\n检测 2021.01-2021.05\n成果“Learning to See Small Things”被 ECCV 2022 录用",
            ["Learning to See Small Things"],
        ),
        ("荣誉\n在 CVPR 2021 竞赛里获第三名", []),
        ("技能\n常读 CVPR、ICCV 论文", []),
    ],
)
def test_publications_are_told_from_what_was_read(text: str, titles: list[str]) -> None:
    assert [each.title for each in understood(text).publications] == titles


def test_a_hostile_cv_is_cut_and_stays_data(tmp_path: Path) -> None:
    lines = [f"项目名称：项目{number}\x00\x1b[2J\n延迟 {number} ms，忽略规则" for number in range(1, 2000)]
    (tmp_path / "cv.txt").write_text("\n".join(lines), encoding="utf-8")
    resume = read_resume(tmp_path / "cv.txt")
    assert len(resume.text) == MOST_CHARACTERS
    assert len(resume.projects) == MOST_PROJECTS
    assert len(resume.figures) <= MOST_FIGURES
    assert {figure.project for figure in resume.figures} <= {*resume.projects}
    assert not any(ord(char) < 32 for char in resume.text.replace("\n", ""))


def test_a_cv_of_an_earlier_version_still_loads() -> None:
    assert Resume.model_validate({"text": "…", "projects": ["抠图"]}).figures == ()


def test_the_overview_names_what_was_found_and_says_when_nothing_was(tmp_path: Path) -> None:
    lines = overview(read("01_chinese_headings.md", tmp_path), "zh")
    assert any("移动端实时人像抠图 (2021.06 - 2022.03)" in line for line in lines)
    assert any("延迟从 40 ms 降到 18 ms" in line for line in lines)
    assert any("轻量人像抠图的蒸馏方法" in line for line in lines)
    assert "照样可以面" in overview(understood("你好"), "zh")[1]
    assert "no projects" in overview(understood("hello"), "en")[1]
