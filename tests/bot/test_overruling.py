"""People's verdicts beside the scorer's: both stay, both are shown, and what people write does nothing."""

from __future__ import annotations

from contextlib import closing
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from markdown_it import MarkdownIt
from pypdf import PdfReader
from sqlalchemy import create_engine, select

from bot.agreement import VERDICTS, agreement
from bot.assessment import review_of
from bot.database import MIGRATIONS
from bot.errors import MianjingError, UnknownCriterion, UnknownInterview, UsageError
from bot.export import EXPORTERS
from bot.interview import Interview
from bot.overruling import LONGEST_NOTE, overrule
from bot.pages import scorecard as sheet
from bot.review import as_html, as_json, as_markdown
from bot.schema import CriterionScore, CriterionVerdict, PersonVerdict, ScoredQuestion
from bot.services import Services
from bot.store import Store, overrules
from tests.bot.candidates import begin, hear, hold, strong, weak

HOSTILE = "<script>alert(1)</script> [点我](javascript:alert(2)) ${1+1} {{value}} `代码`\n# 标题\n| a |"


def finished(services: Services, candidate: Any = strong) -> Interview:
    interview = begin(services)
    hold(interview, candidate)
    assert interview.is_over
    return interview


def judged(
    services: Services, interview: Interview, verdict: CriterionVerdict
) -> tuple[ScoredQuestion, CriterionScore]:
    """A key point of an interview that the scorer gave a verdict on."""
    return next(
        (question, criterion)
        for question in review_of(services, interview.id).scorecard.questions
        for criterion in question.criteria
        if criterion.verdict == verdict
    )


def question_of(services: Services, interview: Interview, question_id: str) -> ScoredQuestion:
    return next(q for q in review_of(services, interview.id).scorecard.questions if q.id == question_id)


class TestStore:
    def test_both_verdicts_are_kept_and_the_last_one_counts(self, shared: Services) -> None:
        interview = finished(shared)
        question, criterion = judged(shared, interview, "full")
        for verdict, note in (("none", "先说没有"), ("partial", "再想是一半")):
            overrule(shared, interview.id, question.id, criterion.criterion, verdict, note)  # type: ignore[arg-type]
        (kept,) = shared.store.overruled(interview.id)
        assert (kept.scorer, kept.verdict, kept.note) == ("full", "partial", "再想是一半")
        assert kept.at.tzinfo is not None
        with shared.store.engine.connect() as connection:
            query = select(overrules.c.verdict).where(overrules.c.interview == interview.id)
            assert connection.execute(query.order_by(overrules.c.number)).scalars().all() == ["none", "partial"]

    def test_the_transcript_is_not_touched(self, shared: Services) -> None:
        interview = finished(shared)
        before = shared.store.load(interview.id)
        question, criterion = judged(shared, interview, "full")
        overrule(shared, interview.id, question.id, criterion.criterion, "contradicted")
        assert shared.store.load(interview.id) == before

    def test_interviews_are_kept_apart(self, shared: Services) -> None:
        one, other = finished(shared), finished(shared)
        question, criterion = judged(shared, one, "full")
        overrule(shared, one.id, question.id, criterion.criterion, "none")
        assert shared.store.overruled(other.id) == ()
        assert review_of(shared, other.id).scorecard.people is None

    def test_a_verdict_on_no_interview_is_refused(self, services: Services) -> None:
        given = PersonVerdict(question_id="q", criterion="c", scorer="full", verdict="none")
        with pytest.raises(UnknownInterview, match="nowhere"):
            services.store.overrule("nowhere", given)

    def test_a_database_from_before_is_brought_up_to_date_and_loses_nothing(self, tmp_path: Path) -> None:
        file = tmp_path / "old.sqlite3"
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        with create_engine(f"sqlite:///{file}").begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "0002")
            connection.exec_driver_sql("INSERT INTO interviews VALUES ('abc', '地平线', '一面', '2026-01-01 00:00:00')")
        given = PersonVerdict(question_id="q", criterion="c", scorer="full", verdict="none", note="原因")
        with closing(Store(f"sqlite:///{file}")) as store:
            assert [row.id for row in store.list()] == ["abc"]
            store.overrule("abc", given)
            assert store.overruled() == (given,)

    def test_a_database_that_cannot_be_written_is_told(self, services: Services, data_folder: Path) -> None:
        interview = begin(services)
        hear(interview)
        given = PersonVerdict(question_id="q", criterion="c", scorer="full", verdict="none")
        with services.store.engine.begin() as connection:
            connection.exec_driver_sql("DROP TABLE overrules")
        with pytest.raises(MianjingError, match="cannot write the verdict"):
            services.store.overrule(interview.id, given)


class TestScorecard:
    def test_it_says_where_a_person_differs_and_what_it_comes_to(self, shared: Services) -> None:
        interview = finished(shared)
        before = review_of(shared, interview.id).scorecard
        assert before.people is None
        question, criterion = judged(shared, interview, "full")
        overrule(shared, interview.id, question.id, criterion.criterion, "none", "没有说到")
        after = review_of(shared, interview.id).scorecard
        changed = question_of(shared, interview, question.id)
        assert changed.fraction == question.fraction, "the scorer's fraction stays"
        assert changed.criteria == question.criteria
        total = sum(each.weight for each in question.criteria)
        credit = {"full": 1.0, "partial": 0.5}
        expected = (
            sum(credit.get(each.verdict, 0) * each.weight for each in question.criteria if each != criterion) / total
        )
        assert changed.fraction_by_people == pytest.approx(expected, abs=1e-3)
        assert after.fraction == before.fraction
        assert after.people is not None
        assert (after.people.looked_at, after.people.overruled) == (1, 1)
        assert after.people.fraction is not None
        assert before.fraction is not None
        assert after.people.fraction < before.fraction

    def test_a_confirmed_verdict_changes_no_figure(self, shared: Services) -> None:
        interview = finished(shared)
        question, criterion = judged(shared, interview, "full")
        overrule(shared, interview.id, question.id, criterion.criterion, "full")
        card = review_of(shared, interview.id).scorecard
        assert card.people is not None
        assert (card.people.looked_at, card.people.overruled) == (1, 0)
        assert card.people.fraction == pytest.approx(card.fraction)
        assert question_of(shared, interview, question.id).fraction_by_people == question.fraction
        assert "人工确认：说到" in as_markdown(review_of(shared, interview.id))

    def test_a_contradiction_seen_by_a_person_caps_the_fraction(self, shared: Services) -> None:
        interview = finished(shared)
        question, criterion = judged(shared, interview, "full")
        overrule(shared, interview.id, question.id, criterion.criterion, "contradicted")
        by_people = question_of(shared, interview, question.id).fraction_by_people
        assert by_people is not None
        assert by_people <= 0.6

    def test_what_a_person_cannot_judge_takes_no_part(self, shared: Services) -> None:
        interview = finished(shared)
        question = next(q for q in review_of(shared, interview.id).scorecard.questions if q.fraction == 1.0)
        for each in question.criteria:
            overrule(shared, interview.id, question.id, each.criterion, "unscored")
            fraction = question_of(shared, interview, question.id).fraction_by_people
            assert fraction == (None if each == question.criteria[-1] else 1.0)
        assert "人工未评分" in as_markdown(review_of(shared, interview.id))

    def test_a_verdict_that_the_scorer_has_changed_since_no_longer_stands_but_still_counts(
        self, services: Services
    ) -> None:
        interview = begin(services)
        hear(interview)
        while not any(q.criteria for q in review_of(services, interview.id).scorecard.questions):
            interview.answer(str(weak(interview)))
            hear(interview)
        question = next(q for q in review_of(services, interview.id).scorecard.questions if q.criteria)
        criterion = question.criteria[0]
        other: CriterionVerdict = "none" if criterion.verdict != "none" else "full"
        stale = PersonVerdict(
            question_id=question.id, criterion=criterion.criterion, scorer=other, verdict="contradicted"
        )
        services.store.overrule(interview.id, stale)
        assert review_of(services, interview.id).scorecard.people is None
        assert agreement(services.store.overruled()).items == 1


class TestWrongInput:
    def test_a_criterion_that_was_not_scored_is_told_with_those_that_were(self, shared: Services) -> None:
        interview = finished(shared)
        question, criterion = judged(shared, interview, "full")
        for question_id, named in ((question.id, "no-such-point"), ("no-such-question", criterion.criterion)):
            with pytest.raises(UnknownCriterion, match="no-such") as caught:
                overrule(shared, interview.id, question_id, named, "none")
            assert f"{question.id}/{criterion.criterion}" in str(caught.value)
        assert shared.store.overruled(interview.id) == ()

    def test_an_unknown_interview_is_told(self, shared: Services) -> None:
        with pytest.raises(UnknownInterview, match="nope"):
            overrule(shared, "nope", "q", "c", "none")

    def test_a_note_has_a_longest_length(self, shared: Services) -> None:
        interview = finished(shared)
        question, criterion = judged(shared, interview, "full")
        overrule(shared, interview.id, question.id, criterion.criterion, "none", "长" * LONGEST_NOTE)
        with pytest.raises(UsageError, match=str(LONGEST_NOTE)):
            overrule(shared, interview.id, question.id, criterion.criterion, "none", "长" * (LONGEST_NOTE + 1))

    def test_half_a_character_can_be_stored(self, shared: Services) -> None:
        interview = finished(shared)
        question, criterion = judged(shared, interview, "full")
        overrule(shared, interview.id, question.id, criterion.criterion, "none", "半个 \ud83d")
        assert shared.store.overruled(interview.id)[0].note == "半个 ?"


class TestShown:
    @pytest.fixture
    def overruled(self, shared: Services) -> Interview:
        interview = finished(shared)
        question, criterion = judged(shared, interview, "full")
        overrule(shared, interview.id, question.id, criterion.criterion, "partial", HOSTILE)
        return interview

    def test_every_export_carries_both_verdicts_and_the_note(self, shared: Services, overruled: Interview) -> None:
        review = review_of(shared, overruled.id)
        markdown = as_markdown(review)
        assert "人工改判：部分（评分器：说到）" in markdown
        assert "人工看过 1 处判定，改了 1 处" in markdown
        document = as_json(review)
        (given,) = [each for question in document["scorecard"]["questions"] for each in question["people"]]
        assert (given["scorer"], given["verdict"], given["note"]) == ("full", "partial", HOSTILE)
        assert document["scorecard"]["people"]["overruled"] == 1
        assert "人工改判" in as_html(review)
        text = "".join(page.extract_text() for page in PdfReader(BytesIO(EXPORTERS["pdf"](review))).pages)
        assert "人工改判" in text.replace("\n", "").replace(" ", "")

    def test_a_note_is_shown_and_does_nothing(self, shared: Services, overruled: Interview) -> None:
        review = review_of(shared, overruled.id)
        html = as_html(review)
        assert "<script" not in html
        assert "javascript:alert(2)" in html
        assert "<a " not in html
        tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(as_markdown(review))
        assert [t.tag for t in tokens if t.type == "heading_open"].count("h1") == 1
        assert sum(t.type == "table_open" for t in tokens) == 1
        assert not [c for t in tokens for c in t.children or [] if c.type in ("link_open", "image")]
        page = sheet.questions(review.scorecard, {}, "zh")
        assert "<script" not in page
        assert not set("{}$`") & set(page)
        assert "<script>alert(1)</script> [点我](javascript:alert(2)) ${1+1} {{value}} `代码`" in unescape(page)

    def test_the_page_shows_both_verdicts_and_both_fractions(self, shared: Services, overruled: Interview) -> None:
        review = review_of(shared, overruled.id)
        page = unescape(sheet.questions(review.scorecard, {}, "zh"))
        assert "人工改判：部分（评分器：说到）" in page
        question = next(q for q in review.scorecard.questions if q.people)
        assert question.fraction_by_people is not None
        assert f"人工 {round(question.fraction_by_people * 100)}%" in page
        assert "人工看过 1 处判定，改了 1 处" in unescape(sheet.summary(review.scorecard, "zh"))
        english = unescape(sheet.questions(review.scorecard, {}, "en"))
        assert "Overruled by a person: partial (scorer: full)" in english


def pairs(*given: tuple[CriterionVerdict, CriterionVerdict]) -> list[PersonVerdict]:
    return [PersonVerdict(question_id="q", criterion="c", scorer=scorer, verdict=person) for scorer, person in given]


class TestAgreement:
    def test_kappa_of_a_worked_example(self) -> None:
        # By hand: pₒ = (20 + 15) / 50 = .7, pₑ = .5 · .6 + .5 · .4 = .5, κ = .2 / .5.
        found = agreement(
            pairs(*[("full", "full")] * 20, *[("full", "none")] * 5, *[("none", "full")] * 10, *[("none", "none")] * 15)  # type: ignore[arg-type]
        )
        assert found.kappa == pytest.approx(0.4)
        assert (found.items, found.agreed) == (50, 35)
        assert found.confusion["none"]["full"] == 10
        assert found.confusion["full"]["none"] == 5
        assert sum(sum(row.values()) for row in found.confusion.values()) == 50

    def test_perfect_and_reversed_agreement(self) -> None:
        same = [(verdict, verdict) for verdict in VERDICTS]
        assert agreement(pairs(*same)).kappa == pytest.approx(1)
        assert agreement(pairs(("full", "none"), ("none", "full"))).kappa == pytest.approx(-1)

    def test_what_chance_explains_whole_has_no_kappa(self) -> None:
        assert agreement([]).kappa is None
        alike = agreement(pairs(*[("full", "full")] * 3))  # type: ignore[arg-type]
        assert alike.kappa is None
        assert (alike.items, alike.agreed) == (3, 3)

    def test_no_agreement_beyond_chance_is_zero(self) -> None:
        every = [(one, other) for one in ("full", "none") for other in ("full", "none")]
        assert agreement(pairs(*every)).kappa == pytest.approx(0)  # type: ignore[arg-type]

    def test_the_page_shows_the_table(self) -> None:
        page = unescape(sheet.agreed(agreement(pairs(("full", "none"), ("none", "none"))), "zh"))
        assert "人工看过 2 处判定，1 处一致" in page
        assert "κ = 0.00" in page
        assert page.count("<tr>") == len(VERDICTS) + 1
