"""Reports that people bring: what is read, what is stored, and what a second time, a change or a kill does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.ingest import Draft, Ingested, Known, Read, read, store
from corpus.library import Library
from corpus.parse import ParsedReport, Skipped
from corpus.placing import Place, place_of
from corpus.shelf import Shelf
from tests.commands import ROOT

REPORT = """\
# 商汤 视觉算法

## 一面 2023-05-06

1. 讲讲 BatchNorm 在推理时用的是什么统计量？
   1. 那 LayerNorm 呢？
2. 可变形卷积的偏移量是怎么学出来的？

#求职# #算法#
"""
UNPLACED = "1. 介绍一下 Transformer 的注意力？\n2. 为什么要除以根号 d？\n"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "stored")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mine"
    made.mkdir()
    return made


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def ingest(paths: Iterable[Path], shelf: Shelf) -> Ingested:
    return store(read(paths, shelf), shelf, {q.id for r in shelf.reports() for s in r.rounds for q in s.questions})


def kinds(items: Iterable[Read]) -> list[str]:
    return [type(item).__name__ for item in items]


def test_nothing_is_written_before_it_is_stored(shelf: Shelf, folder: Path) -> None:
    (draft,) = read([write(folder / "a.md", REPORT)], shelf)
    assert isinstance(draft, Draft)
    assert draft.questions == 3
    assert [(skipped.line, "话题" in skipped.reason) for skipped in draft.skipped] == [(9, True)]
    assert not shelf.folder.exists()

    done = store([draft], shelf)
    assert (done.reports, done.questions, done.duplicates) == (1, 3, 0)
    assert done.skipped == draft.skipped
    assert [(r.company, r.round, r.questions) for r in done.files[0].rounds] == [("商汤", "一面", 3)]
    assert [q.text for q in Library(shelf.reports()).questions("商汤", "一面")][1:2] == ["那 LayerNorm 呢？"]


def test_the_second_time_changes_nothing_and_parses_nothing(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.md", "b.md"):
        write(folder / name, REPORT.replace("商汤", "商汤" if name == "a.md" else "旷视"))
    first = ingest([folder], shelf)
    before = {path.name: path.stat().st_mtime_ns for path in shelf.folder.iterdir()}

    def parse(path: Path) -> ParsedReport:
        raise AssertionError(f"{path} was parsed again")

    monkeypatch.setattr("corpus.ingest.parse_report", parse)
    second = ingest([folder], shelf)
    assert (second.reports, second.questions, second.duplicates) == (2, 0, first.questions)
    assert second.files == first.files
    assert {path.name: path.stat().st_mtime_ns for path in shelf.folder.iterdir()} == before


@pytest.mark.parametrize(
    "again",
    [
        lambda path: path.write_bytes(REPORT.encode()),
        lambda path: path.write_bytes(b"\xef\xbb\xbf" + REPORT.replace("\n", "\r\n").encode()),
        lambda path: path.write_bytes(REPORT.encode("gb18030")),
        lambda path: path.write_bytes(REPORT.encode("utf-16")),
    ],
    ids=["copy", "bom-crlf", "gb18030", "utf-16"],
)
def test_the_same_report_under_another_name_is_stored_once(
    shelf: Shelf, folder: Path, again: Callable[[Path], object]
) -> None:
    write(folder / "a.md", REPORT)
    again(folder / "b.txt")
    done = ingest([folder], shelf)
    assert (done.reports, done.questions, done.duplicates) == (1, 3, 3)
    (copy,) = [skipped for skipped in done.skipped if skipped.file == "b.txt"]
    assert "a.md" in copy.reason
    assert [entry.file for entry in shelf.entries()] == ["a.md"]


def test_a_changed_file_takes_the_place_of_its_earlier_version(shelf: Shelf, folder: Path) -> None:
    path = write(folder / "a.md", REPORT)
    ingest([path], shelf)
    write(path, REPORT.replace("2. 可变形卷积的偏移量是怎么学出来的？", "2. 写一下 IoU？\n3. 写一下 NMS？"))
    (draft,) = read([path], shelf)
    assert isinstance(draft, Draft)
    assert draft.replaces == 3

    done = ingest([path], shelf)
    assert (done.questions, done.duplicates) == (2, 2)
    assert "a.md" in done.replaced[0]
    texts = [question.text for question in Library(shelf.reports()).questions("商汤")]
    assert texts == ["讲讲 BatchNorm 在推理时用的是什么统计量？", "那 LayerNorm 呢？", "写一下 IoU？", "写一下 NMS？"]
    assert len(list(shelf.folder.glob("*.json"))) == 1


def test_a_changed_file_from_another_place_is_known_by_its_questions(shelf: Shelf, folder: Path) -> None:
    ingest([write(folder / "old" / "a.md", REPORT)], shelf)
    done = ingest([write(folder / "new" / "a.md", REPORT + "\n3. 写一下 IoU？\n")], shelf)
    assert len(done.replaced) == 1
    assert len(shelf.entries()) == 1


def test_different_files_of_one_name_are_both_kept(shelf: Shelf, folder: Path) -> None:
    write(folder / "商汤" / "一面.md", REPORT)
    other = write(folder / "旷视" / "一面.md", "# 旷视 一面\n\n1. 手写 NMS？\n2. 什么是 anchor？\n")
    done = ingest([folder], shelf)
    assert [file.file for file in done.files] == ["一面.md", "一面 (2).md"]
    assert done.replaced == ()
    cited = {source.file for q in Library(shelf.reports()).questions("旷视") for source in q.source}
    assert cited == {"一面 (2).md"}

    again = ingest([folder], shelf)
    assert (again.reports, again.questions, again.skipped) == (2, 0, ())
    write(other, "# 旷视 一面\n\n1. 手写 IoU？\n")
    changed = ingest([folder], shelf)
    assert [file.file for file in changed.files] == ["一面.md", "一面 (2).md"]
    assert [q.text for q in Library(shelf.reports()).questions("旷视")] == ["手写 IoU？"]
    assert len(Library(shelf.reports()).questions("商汤")) == 3


def test_parts_can_be_put_elsewhere_before_they_are_stored(shelf: Shelf, folder: Path) -> None:
    (draft,) = read([write(folder / "a.md", REPORT)], shelf)
    assert isinstance(draft, Draft)
    moved = draft.placed({0: place_of(" 星尘  视觉 ", "round 2")})
    store([moved], shelf)
    library = Library(shelf.reports())
    assert library.companies == ("星尘 视觉",)
    assert library.company_named("星尘 视觉") == "星尘 视觉"
    main, follow_up, _ = library.questions("星尘 视觉", "二面")
    assert follow_up.follows == main.id
    assert main.id != draft.report.rounds[0].questions[0].id
    # What was corrected stays corrected when the same file comes again.
    (again,) = read([folder / "a.md"], shelf)
    assert isinstance(again, Known)
    assert not again.is_copy


def test_a_default_serves_only_what_could_not_be_placed(shelf: Shelf, folder: Path) -> None:
    write(folder / "a.md", REPORT)
    write(folder / "b.txt", UNPLACED)
    drafts = [item for item in read([folder], shelf) if isinstance(item, Draft)]
    places = [(r.company, r.name) for draft in drafts for r in draft.with_default(place_of("pdd", "")).report.rounds]
    assert places == [("商汤", "一面"), ("拼多多", "未知轮次")]
    places = [(r.company, r.name) for draft in drafts for r in draft.with_default(place_of("", "hr")).report.rounds]
    assert places == [("商汤", "一面"), ("未知公司", "HR面")]


@pytest.mark.parametrize(
    ("company", "round_name", "place"),
    [
        ("bytedance", "一面", Place("字节跳动", "一面")),
        ("", " ", Place("未知公司", "未知轮次")),
        ("未知公司", "未知轮次", Place("未知公司", "未知轮次")),
        ("新\n公司\x00", "r2", Place("新 公司", "二面")),
    ],
)
def test_places_by_the_names_people_use(company: str, round_name: str, place: Place) -> None:
    assert place_of(company, round_name) == place


@pytest.mark.parametrize(("company", "round_name", "said"), [("长" * 61, "", "60"), ("", "第九十面", "一面")])
def test_places_that_make_no_sense_are_refused(company: str, round_name: str, said: str) -> None:
    with pytest.raises(CorpusError, match=said):
        place_of(company, round_name)


def test_a_bad_file_is_told_and_the_rest_goes_on(shelf: Shelf, folder: Path, tmp_path: Path) -> None:
    write(folder / "good.md", REPORT)
    write(folder / "empty.md", "")
    write(folder / "story.txt", "今天天气不错，我们去爬山了，晚上回来吃火锅。\n")
    write(folder / "notes.py", "print()")
    write(folder / ".git" / "config.md", REPORT)
    (folder / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (folder / "broken.md").symlink_to(folder / "nowhere.md")
    (folder / "circle.md").symlink_to(folder / "circle.md")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "pipe.md")
    done = ingest([folder, tmp_path / "no such folder", Path("/dev/null")], shelf)
    assert [file.file for file in done.files] == ["good.md"]
    told = {skipped.file: skipped.reason for skipped in done.skipped if skipped.file != "good.md"}
    assert set(told) == {
        "empty.md", "story.txt", "mine", "picture.md", "broken.md", "circle.md", "loop", "pipe.md",
        "no such folder", "null",
    }  # fmt: skip
    assert ".py" in told["mine"]
    assert "没有找到问题" in told["story.txt"]
    assert "不是普通文件" in told["pipe.md"]
    assert "没有这个文件" in told["no such folder"]
    assert all("(" in reason for reason in told.values()), "reasons are told in both languages"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_without_permission_are_told(shelf: Shelf, folder: Path) -> None:
    write(folder / "secret.md", REPORT).chmod(0)
    (skipped,) = read([folder], shelf)
    assert isinstance(skipped, Skipped)
    assert "权限" in skipped.reason


def test_a_parser_that_fails_on_one_file_does_not_stop_the_rest(shelf: Shelf, folder: Path) -> None:
    write(folder / "a.md", REPORT)
    write(folder / "b.md", REPORT.replace("商汤", "旷视"))

    def propose(path: Path, parsed: ParsedReport) -> ParsedReport:
        if path.name == "a.md":
            raise IndexError("a bug")
        return parsed

    first, second = read([folder], shelf, propose=propose)
    assert isinstance(first, Skipped)
    assert "a bug" in first.reason
    assert isinstance(second, Draft)


def test_progress_is_told_before_each_file(shelf: Shelf, folder: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        write(folder / name, REPORT)
    steps: list[tuple[int, int, str]] = []
    list(read([folder], shelf, progress=lambda *step: steps.append(step)))
    assert steps == [(1, 3, "a.md"), (2, 3, "b.md"), (3, 3, "c.md")]


def test_reports_are_found_by_name_path_and_stored_file(shelf: Shelf, folder: Path) -> None:
    ingest([write(folder / "a.md", REPORT)], shelf)
    (entry,) = shelf.entries()
    for name in ("a.md", str(folder / "a.md"), "/elsewhere/a.md", entry.stored, Path(entry.stored).stem):
        assert shelf.find(name) == entry
    assert shelf.find("b.md") is None
    with shelf.changing():
        shelf.remove(entry)
    assert shelf.entries() == ()
    assert list(shelf.folder.glob("*.json")) == []


def test_a_lost_list_of_reports_is_made_anew(shelf: Shelf, folder: Path) -> None:
    ingest([write(folder / "a.md", REPORT)], shelf)
    (shelf.folder / "manifest").unlink()
    found = Shelf(shelf.folder)
    assert [entry.file for entry in found.entries()] == ["a.md"]
    assert ingest([folder], found).questions == 0
    assert len(Library(found.reports()).by_id) == 3


def test_a_damaged_report_is_told_and_the_others_are_there(
    shelf: Shelf, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(folder / "a.md", REPORT)
    write(folder / "b.md", REPORT.replace("商汤", "旷视"))
    ingest([folder], shelf)
    (shelf.folder / shelf.entries()[0].stored).write_text("{}", encoding="utf-8")
    library = Library(Shelf(shelf.folder).reports())
    assert library.companies == ("旷视",)
    assert "mianjing forget 'a.md'" in caplog.text


def test_a_folder_that_cannot_be_written_to_is_told(folder: Path, tmp_path: Path) -> None:
    shelf = Shelf(write(tmp_path / "in the way", "x") / "stored")
    with pytest.raises(CorpusError, match="in the way"):
        ingest([write(folder / "a.md", REPORT)], shelf)


def test_a_kill_in_the_middle_leaves_whole_reports(shelf: Shelf, folder: Path) -> None:
    for number in range(150):
        write(folder / f"{number:03}.md", REPORT.replace("讲讲", f"第 {number} 次讲讲"))
    script = (
        "import sys; from pathlib import Path; from corpus.ingest import read, store; from corpus.shelf import Shelf\n"
        "shelf = Shelf(Path(sys.argv[1]))\n"
        "told = lambda number, total, name: print(number, flush=True)\n"
        "store(read([Path(sys.argv[2])], shelf, progress=told), shelf)\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", script, str(shelf.folder), str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    for line in running.stdout:
        if int(line) == 110:
            running.send_signal(signal.SIGKILL)
            break
    running.wait()
    running.stdout.close()

    kept = len(shelf.entries())
    assert 50 <= kept < 150
    assert len(list(shelf.reports())) == kept
    done = ingest([folder], shelf)
    assert (done.reports, done.duplicates, done.questions) == (150, 3 * kept, 3 * (150 - kept))
    assert len(list(shelf.folder.glob("*.json"))) == 150
    assert list(shelf.folder.glob("*.part")) == []


def test_personal_data_in_a_file_name_is_not_stored(shelf: Shelf, folder: Path) -> None:
    ingest([write(folder / "面经-王小明-13912345678.md", REPORT)], shelf)
    stored = "".join(file.read_text("utf-8") for file in shelf.folder.rglob("*") if file.is_file())
    assert "商汤" in stored
    assert "王小明" not in stored
    assert "13912345678" not in stored
