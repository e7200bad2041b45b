"""Code handed in outside interviews is judged, kept, and counts together with what interviews hold."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.attempts import hand_in, problem_named, try_samples
from bot.errors import UnknownProblem
from bot.interview import Interview
from bot.problem_list import rows_of
from bot.services import Services
from bot.store import Store
from sandbox.problem import Verdict
from tests.bot.candidates import hear

NMS = Path(__file__).parents[2] / "sandbox" / "problems" / "nms" / "solutions"
RIGHT = (NMS / "right_mask.py").read_text(encoding="utf-8")


def status(services: Services, slug: str) -> str | None:
    return next(row.status for row in rows_of(services) if row.slug == slug)


def test_attempts_are_kept_and_samples_are_not(services: Services) -> None:
    assert try_samples(services, "nms", RIGHT, "python", "zh").verdict is Verdict.ACCEPTED
    assert services.store.attempts("nms") == ()
    assert status(services, "nms") == "untried"

    hand_in(services, "nms", "def nms(): '\ud800'", "python", "zh")
    assert status(services, "nms") == "tried"
    judged = hand_in(services, "nms", RIGHT, "python", "en")
    assert status(services, "nms") == "solved"
    with closing(Store(services.settings.database)) as reopened:
        first, second = reopened.attempts("nms")
    assert first.code == "def nms(): '?'"
    assert (second.code, second.verdict, second.code_language) == (RIGHT, Verdict.ACCEPTED, "python")
    assert (second.passed, second.total, second.seed) == (judged.passed, judged.total, judged.seed)
    assert second.at.tzinfo is not None
    assert status(services, "iou") == "untried"


def test_what_was_handed_in_during_an_interview_counts(services: Services) -> None:
    interview = Interview.begin(services, company="旷视", round_name="二面", seed=1)
    while interview.problem is None:
        hear(interview)
        if interview.problem is None:
            interview.answer("下一题")
    slug = interview.problem.slug
    interview.submit("def nothing(): ...")
    assert status(services, slug) == "tried"
    assert services.store.attempts(slug) == (), "it is an event of the interview, stored once"


def test_an_unknown_problem_is_told_with_similar_ones(services: Services) -> None:
    with pytest.raises(UnknownProblem, match="soft-nms"):
        problem_named(services, "nms2")
    with pytest.raises(UnknownProblem):
        problem_named(services, "")


def test_a_database_of_before_gets_its_table_and_keeps_its_interviews(tmp_path: Path) -> None:
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine

    url = f"sqlite:///{tmp_path / 'old.sqlite3'}"
    engine = create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parents[2] / "bot" / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text("INSERT INTO interviews VALUES ('abc', '旷视', '一面', '2026-01-02 03:04:05')"))
    engine.dispose()
    with closing(Store(url)) as store:
        assert [interview.id for interview in store.list()] == ["abc"]
        assert store.attempts("nms") == ()
        assert store.verdicts() == {}
