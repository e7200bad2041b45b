"""Whatever candidates do, and however the agenda suits its questions to them, the plan's rules hold."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.agenda import MOST_PROBES, next_step
from bot.planned import Plan, PlannedQuestion
from bot.schema import Answered, Intent, Mode, Move, Said
from bot.state import MOST_PAUSES, every_question_of, replay
from corpus.report import Kind
from tests.bot.test_agenda import (
    ANSWER,
    CANDIDATES,
    MODES,
    MOST_UTTERANCES_A_QUESTION,
    OPENS,
    POOR,
    Simulation,
    Turn,
    plan,
    question,
)

PAUSE = Turn(Intent.PAUSE, None)
SIMULATED = settings(max_examples=150, deadline=None)
SPOKEN_KINDS = (Kind.FUNDAMENTALS, Kind.OPEN_QUESTION, Kind.RESUME_PROJECT)


def main_question(name: str, kind: Kind, difficulty: int | None, *, borrowed: bool, deeper: int) -> PlannedQuestion:
    below = [question(f"{name}.{number}") for number in range(deeper)]
    asked = question(name, *below, problem=f"task-{name}" if kind is Kind.CODING else None)
    return asked.model_copy(update={"kind": kind, "difficulty": difficulty, "borrowed": borrowed})


@st.composite
def plans_with_reserve(draw: st.DrawFn) -> Plan:
    def some(prefix: str, fewest: int, most: int) -> tuple[PlannedQuestion, ...]:
        return tuple(
            main_question(
                f"{prefix}{number}",
                draw(st.sampled_from([*SPOKEN_KINDS, Kind.CODING])),
                draw(st.none() | st.integers(1, 5)),
                borrowed=draw(st.booleans()),
                deeper=draw(st.integers(0, 2)),
            )
            for number in range(draw(st.integers(fewest, most)))
        )

    return plan(*some("q", 1, 8)).model_copy(update={"reserve": some("r", 0, 6)})


def steps(said: list[Said]) -> list[tuple[Move, str | None, str | None, str | None]]:
    return [(each.move, each.question, each.criterion, each.problem) for each in said]


@SIMULATED
@given(plans_with_reserve(), MODES, CANDIDATES)
def test_kinds_and_own_questions_of_the_plan_stay_and_nothing_comes_twice(
    plan: Plan, mode: str, turns: list[Turn]
) -> None:
    said = Simulation(plan, "practice" if mode == "practice" else "real").hold(turns)
    mains = {each.id: each for each in (*plan.questions, *plan.reserve)}
    opened = [each.question for each in said if each.move in OPENS]
    assert len(opened) == len(set(opened))
    asked = [mains[name] for name in opened if name in mains]
    assert [each.kind for each in asked] == [each.kind for each in plan.questions]
    for planned, chosen in zip(plan.questions, asked, strict=True):
        assert planned.borrowed or not chosen.borrowed
        assert planned.difficulty is not None or chosen is planned
    assert len(said) <= MOST_UTTERANCES_A_QUESTION * len(every_question_of(plan)) + 10 + MOST_PAUSES
    for name in opened:
        probes = Counter(each.question for each in said if each.move in (Move.PROBE, Move.CHALLENGE))
        assert probes[name] <= MOST_PROBES


@SIMULATED
@given(plans_with_reserve(), CANDIDATES, st.text(max_size=80))
def test_other_words_with_the_same_worth_change_nothing(plan: Plan, turns: list[Turn], text: str) -> None:
    reworded = [Turn(turn.intent, turn.verdicts, turn.code, text) for turn in turns]
    assert steps(Simulation(plan).hold(turns)) == steps(Simulation(plan).hold(reworded))


@SIMULATED
@given(plans_with_reserve(), CANDIDATES, st.integers(0, 60))
def test_an_interview_taken_up_goes_on_as_it_would_have(plan: Plan, turns: list[Turn], at: int) -> None:
    whole = Simulation(plan)
    whole.hold(turns)
    for count in range(1, len(whole.events)):
        event = whole.events[count]
        if count >= at and isinstance(event, Said):
            step = next_step(replay(whole.events[:count]))
            assert (step.move, step.question.id if step.question else None) == (event.move, event.question)
            return


@SIMULATED
@given(plans_with_reserve(), CANDIDATES, st.integers(0, 30))
def test_asking_for_a_moment_costs_nothing(plan: Plan, turns: list[Turn], at: int) -> None:
    steady = [turn for turn in turns if turn.intent is not Intent.PAUSE] or [ANSWER]
    straight, pausing = Simulation(plan), Simulation(plan)
    expected = straight.hold(steady)
    said = [pausing.speak()]
    while said[-1].move is not Move.CLOSE:
        number = len(said) - 1
        if number == at:
            pausing.give(PAUSE)
            assert pausing.speak().move is Move.CLARIFY
        pausing.give(steady[number % len(steady)])
        said.append(pausing.speak())
    assert steps(said) == steps(expected)


def ladder() -> Plan:
    middling = (main_question(f"q{n}", Kind.FUNDAMENTALS, 3, borrowed=False, deeper=0) for n in range(6))
    ends = (main_question(f"r{n}", Kind.FUNDAMENTALS, n, borrowed=False, deeper=0) for n in (1, 5))
    return plan(*middling).model_copy(update={"reserve": tuple(ends)})


def test_the_strong_are_asked_the_hard_question_and_the_weak_the_easy_one() -> None:
    strong = {each.question for each in Simulation(ladder()).hold([ANSWER])}
    weak = {each.question for each in Simulation(ladder()).hold([POOR])}
    assert "r5" in strong
    assert "r1" not in strong
    assert "r1" in weak
    assert "r5" not in weak


def test_moments_are_limited() -> None:
    simulation = Simulation(ladder())
    said = simulation.hold([PAUSE])
    pauses = Counter(each.question for each in said if each.move is Move.CLARIFY)
    assert set(pauses.values()) <= {MOST_PAUSES, MOST_PAUSES + 1}


GO_BACK = Turn(Intent.GO_BACK, None)


@SIMULATED
@given(plans_with_reserve(), CANDIDATES, st.integers(0, 30))
def test_going_back_once_loses_and_repeats_nothing(plan: Plan, turns: list[Turn], at: int) -> None:
    """With answers that leave nothing to ask, the same questions come in the same order with and without it."""
    steady = [turn for turn in turns if turn.intent in (Intent.ANSWER, Intent.SKIP)] or [ANSWER]
    straight, returning = Simulation(plan), Simulation(plan)
    expected = [each.question for each in straight.hold(steady) if each.move in OPENS]
    said, given_turns = [returning.speak()], 0
    while said[-1].move is not Move.CLOSE:
        if given_turns == at and said[-1].move in OPENS:
            returning.give(GO_BACK)
            said.append(returning.speak())
            if said[-1].move is Move.RETURN:
                left = returning.state.suspended
                assert left is not None
                returning.give(Turn(Intent.SKIP, None))
                said.append(returning.speak())
                assert (said[-1].move, said[-1].question) == (Move.RETURN, left.question.id)
                assert returning.state.awaiting == left.awaiting
                assert returning.state.pending == left.pending
        returning.give(steady[given_turns % len(steady)])
        given_turns += 1
        said.append(returning.speak())
    opened = [each.question for each in said if each.move in OPENS]
    assert len(opened) == len(set(opened))
    assert opened == expected
    assert replay(returning.events) == returning.state


def test_one_goes_back_to_the_question_before_and_to_each_once() -> None:
    simulation = Simulation(
        plan(*(main_question(f"q{n}", Kind.FUNDAMENTALS, None, borrowed=False, deeper=0) for n in range(4)))
    )
    moves = []
    for turn in (GO_BACK, ANSWER, GO_BACK, ANSWER, GO_BACK, ANSWER):
        simulation.speak()
        simulation.give(turn)
        moves.append(next_step(simulation.state))
    # There is nothing before the first; the answer to the second brings back the third that was left for it.
    assert [(each.move, each.question.id if each.question else None) for each in moves] == [
        (Move.REPEAT, "q0"),
        (Move.ASK, "q1"),
        (Move.RETURN, "q0"),
        (Move.RETURN, "q1"),
        (Move.REPEAT, "q1"),
        (Move.ASK, "q2"),
    ]


@pytest.mark.parametrize("settled", [{"problem": "nms"}, {"drill": "conv-output-size:1"}])
def test_one_does_not_go_back_to_code_or_a_calculation(settled: dict[str, str]) -> None:
    first, second = (main_question(f"q{n}", Kind.FUNDAMENTALS, None, borrowed=False, deeper=0) for n in range(2))
    simulation = Simulation(plan(first.model_copy(update=settled), second))
    for turn in (Turn(Intent.SKIP, None), GO_BACK):
        simulation.speak()
        simulation.give(turn)
    step = next_step(simulation.state)
    assert (step.move, step.question) == (Move.REPEAT, second)


def test_who_takes_far_too_long_is_asked_for_questions_of_their_own() -> None:
    """Twice what was announced; a break counts as a quarter of an hour, and practice has no clock."""

    def moves(mode: Mode, gap: timedelta, minutes: int) -> list[Move]:
        round_ = plan(*(main_question(f"q{n}", Kind.HR, None, borrowed=False, deeper=1) for n in range(4)))
        simulation = Simulation(round_.model_copy(update={"minutes": minutes}), mode)
        now = datetime(2026, 1, 1, tzinfo=UTC)
        said: list[Move] = []
        while not said or said[-1] is not Move.CLOSE:
            spoken = simulation.speak()
            simulation.state = replay([*simulation.events[:-1], spoken.model_copy(update={"at": now})])
            simulation.events[-1] = spoken.model_copy(update={"at": now})
            said.append(spoken.move)
            if spoken.move is not Move.CLOSE:
                now += gap
                answer = Answered(turn=simulation.state.turn + 1, text="好", intent=Intent.SKIP, at=now)
                simulation.record(answer)
        return said

    everything = [Move.ASK] * 4
    assert [m for m in moves("real", timedelta(minutes=1), 16) if m is Move.ASK] == everything
    assert moves("real", timedelta(minutes=14), 16) == [*[Move.ASK] * 3, Move.INVITE_QUESTIONS, Move.CLOSE]
    assert moves("real", timedelta(days=3), 16) == [*[Move.ASK] * 3, Move.INVITE_QUESTIONS, Move.CLOSE]
    assert [m for m in moves("practice", timedelta(minutes=14), 16) if m is Move.ASK] == everything
    assert [m for m in moves("real", timedelta(minutes=14), 0) if m is Move.ASK] == everything
