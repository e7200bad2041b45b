"""Transcripts outlive the process that writes them, and are never rewritten."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.config import Settings
from bot.errors import BadInput, MianjingError, UnknownInterview
from bot.interview import Interview
from bot.planned import Plan
from bot.schema import Answered, Intent, Move, Said, Started
from bot.services import Services
from bot.state import replay
from bot.store import Store, events
from tests.bot.candidates import hear, hold, saying

REPOSITORY = Path(__file__).parents[2]


def started(company: str = "地平线") -> Started:
    return Started(language="zh", mode="real", seed=1, plan=Plan(company=company, round="一面", questions=()))


def said(turn: int, text: str = "你好") -> Said:
    return Said(turn=turn, move=Move.ASK, text=text)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'new' / 'interviews.sqlite3'}"


def test_what_was_appended_is_read_back_in_order(url: str) -> None:
    beginning = started()
    later = [said(1), Answered(turn=2, text="答案 🙂 \x00 <b>", intent=Intent.ANSWER), said(3)]
    with closing(Store(url)) as store:
        store.create("abc", beginning)
        for number, event in enumerate(later, start=1):
            store.append("abc", number, event)
    with closing(Store(url)) as another:
        assert list(another.load("abc")) == [beginning, *later]


def test_rows_are_only_ever_added(shared: Services) -> None:
    interview = Interview.begin(shared, company="旷视", round_name="一面", seed=3)

    def rows() -> list[tuple[object, ...]]:
        with shared.store.engine.connect() as connection:
            query = select(events).where(events.c.interview == interview.id).order_by(events.c.number)
            return [tuple(row) for row in connection.execute(query)]

    seen = rows()
    for answer in ("我做检测。", "提示一下", "不会", "下一题", "没听清", "结束面试"):
        hear(interview)
        interview.answer(answer)
        now = rows()
        assert now[: len(seen)] == seen
        assert len(now) > len(seen)
        seen = now
    hear(interview)
    assert interview.is_over
    assert rows()[: len(seen)] == seen


def test_a_second_writer_is_told_and_changes_nothing(shared: Services) -> None:
    one = Interview.begin(shared, company="地平线", round_name="一面", seed=3)
    hear(one)
    other = Interview.take_up(shared, one.id)
    one.answer("我先答")
    with pytest.raises(BadInput, match="another window") as caught:
        other.answer("我也答")
    assert one.id in str(caught.value)
    assert "\n" not in str(caught.value)
    texts = [event.text for event in shared.store.load(one.id) if isinstance(event, Answered)]
    assert texts == ["我先答"]
    hear(one)


def test_an_unknown_interview_is_named(url: str) -> None:
    with closing(Store(url)) as store, pytest.raises(UnknownInterview, match="nowhere"):
        store.load("nowhere")


def test_the_list_shows_the_newest_first_with_state_turns_and_conclusion(services: Services) -> None:
    first = Interview.begin(services, company="旷视", round_name="一面", seed=1)
    hold(first, saying("结束面试"))
    second = Interview.begin(services, company="地平线", round_name="二面", seed=1)
    hear(second)
    rows = services.store.list()
    assert [row.id for row in rows] == [second.id, first.id]
    assert [(row.company, row.round, row.state, row.turns) for row in rows] == [
        ("地平线", "二面", "unfinished", 1),
        ("旷视", "一面", "finished", 3),
    ]
    assert [row.recommendation for row in rows] == [None, "not_enough_evidence"]
    assert rows[0].started.tzinfo is not None


@pytest.mark.parametrize("place", ["a-file/interviews.sqlite3", "a-folder"])
def test_a_place_that_cannot_be_written_is_named_in_one_line(tmp_path: Path, place: str) -> None:
    (tmp_path / "a-file").write_text("not a folder", encoding="utf-8")
    (tmp_path / "a-folder").mkdir()
    with pytest.raises(MianjingError, match=place) as caught:
        Store(f"sqlite:///{tmp_path / place}")
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    file = tmp_path / "interviews.sqlite3"
    file.write_text("this is no database, but it is long enough to look like one\n" * 40, encoding="utf-8")
    with pytest.raises(MianjingError, match=r"interviews\.sqlite3"):
        Store(f"sqlite:///{file}")
    assert file.read_text(encoding="utf-8").startswith("this is no database"), "it was left alone"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://user:secret-word@127.0.0.1:1/none",  # no driver, or nobody listens
        "oracle-of-delphi://user:secret-word@127.0.0.1/none",
        "user:secret-word is not a URL",
    ],
)
def test_a_database_that_cannot_be_reached_is_told_without_its_password(url: str) -> None:
    with pytest.raises(MianjingError, match="cannot open the database") as caught:
        Store(url)
    assert "secret-word" not in str(caught.value)


CHILD = """
import itertools, json, sys
from pathlib import Path
from bot.config import Settings
from bot.interview import Interview
from bot.schema import Said
from bot.services import Services

services = Services(Settings(data=Path(sys.argv[1])))
interview = Interview.begin(services, company="字节跳动", round_name="一面", seed=11)
print(json.dumps({"id": interview.id}), flush=True)
answers = itertools.cycle(["我做过检测，mAP 41。", "不会", "提示一下", "再说一遍", "LN 与 batch 无关。"])
while not interview.is_over:
    for said in interview.speak():
        assert isinstance(said, Said)
        print(json.dumps({"turn": said.turn, "text": said.text, "question": said.question}), flush=True)
    if not interview.is_over:
        interview.answer(next(answers))
"""


@pytest.mark.parametrize("heard_before_the_kill", [1, 6])
def test_a_killed_process_loses_nothing_that_was_shown(data_folder: Path, heard_before_the_kill: int) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(data_folder)],
        stdout=subprocess.PIPE,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        encoding="utf-8",
    )
    assert child.stdout is not None
    with child:
        shown = [json.loads(child.stdout.readline()) for _ in range(1 + heard_before_the_kill)]
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read()
    assert child.returncode == -signal.SIGKILL
    # The kill may have come while a line was being written; whole lines were shown.
    shown += [json.loads(line) for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    interview_id, utterances = shown[0]["id"], shown[1:]

    services = Services(Settings(data=data_folder))
    try:
        interview = Interview.take_up(services, interview_id)
        recorded = [event for event in interview.events if isinstance(event, Said)]
        kept = [(event.turn, event.text, event.question) for event in recorded]
        assert kept[: len(utterances)] == [(u["turn"], u["text"], u["question"]) for u in utterances]
        assert len(kept) - len(utterances) <= 1, "only what was being printed is recorded beyond what was shown"
        assert services.store.list()[0].state == "unfinished"

        before = interview.state.current
        if interview.waits_for_candidate:
            assert hear(interview) is None, "the interviewer does not speak twice"
            assert before is not None
            assert before.id == kept[-1][2]
        else:
            hear(interview)
        assert replay(services.store.load(interview_id)) == interview.state
        interview.answer("再说一遍")
        again = hear(interview)
        assert again is not None
        assert again.turn > kept[-1][0]
        interview.answer("结束面试")
        hear(interview)
        assert interview.is_over
    finally:
        services.close()


def test_processes_that_open_a_new_database_at_once_all_succeed(url: str) -> None:
    program = "import sys; from bot.store import Store; print(len(Store(sys.argv[1]).list()))"
    opening = [
        subprocess.Popen(
            [sys.executable, "-c", program, url], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(6)
    ]
    told = [process.communicate(timeout=120) for process in opening]
    assert [out.strip() for out, _ in told] == ["0"] * 6, [complaint[-500:] for _, complaint in told]


def test_a_migration_that_is_cut_off_leaves_nothing(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import alembic.op

    made = []

    def cut_off(*arguments: object, **settings: object) -> None:
        made.append(arguments[0])
        if len(made) == 2:
            raise KeyboardInterrupt
        create_table(*arguments, **settings)

    create_table = alembic.op.create_table
    monkeypatch.setattr(alembic.op, "create_table", cut_off)
    with pytest.raises(KeyboardInterrupt):
        Store(url)
    monkeypatch.undo()
    assert made == ["interviews", "events"]

    with closing(Store(url)) as store:
        assert store.list() == ()
