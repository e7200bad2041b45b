"""A season: one company's rounds held one after another, each knowing what the earlier ones asked and found.

Every round is an interview of its own. A season keeps no state beside them: which round is due, and what is carried
over, is read off their events, so that it can be taken up wherever it was left.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from bot.assessment import review_of
from bot.data import Data
from bot.earlier_rounds import EarlierRounds, WeakPoint
from bot.errors import UnknownSeason, UsageError
from bot.interview import Interview
from bot.linking import ONE_CARD_KINDS
from bot.persona import resolve_company, rounds_to_play
from bot.resume.found import Resume
from bot.schema import AnyEvent, Language, Mode, Recommendation, StudyItem
from bot.season_rows import Season, keep, kept
from bot.services import Services
from bot.state import questions_of, replay
from bot.store import InterviewRow
from bot.words import words
from bot.written.overdue import collect_overdue

WEAK = 0.5
"""Fraction of a card below which a later round may take it up again."""
MOST_STUDY_ITEMS = 5
ENDS_A_REAL_SEASON = frozenset({Recommendation.LEAN_NO_HIRE, Recommendation.NO_HIRE, Recommendation.STRONG_NO_HIRE})


class SeasonRound(Data):
    """How one round of a season stands."""

    round: str
    interview: str | None = None
    """None before it begins."""
    state: str = "not_begun"
    """not_begun, unfinished or finished."""
    recommendation: Recommendation | None = None
    fraction: float | None = None


class SeasonStanding(Data):
    """A season with its rounds."""

    id: str
    company: str
    started: str
    language: Language
    mode: Mode
    state: str
    """unfinished, or finished when all its rounds are."""
    rounds: tuple[SeasonRound, ...]
    stopped_at: str | None = None
    """The first round after which the company would not have gone on; the practice may."""
    study: tuple[StudyItem, ...] = ()
    """What to study across all rounds held so far."""

    @property
    def due(self) -> SeasonRound | None:
        """The round to hold now; None when all are over."""
        return next((each for each in self.rounds if each.state != "finished"), None)


def begin_season(
    services: Services,
    *,
    company: str,
    language: Language = "zh",
    mode: Mode = "real",
    seed: int | None = None,
    resume: Resume | None = None,
) -> Season:
    """A new season of a company's reported rounds, in the order they are usually held; no round has begun.

    Raises:
        UnknownCompany: see `bot.persona`.
    """
    name = resolve_company(services.library, company)
    season = Season(
        id=secrets.token_hex(6),
        company=name,
        rounds=rounds_to_play(services.library, name),
        language=language,
        mode=mode,
        seed=secrets.randbelow(2**31) if seed is None else seed,
        resume=resume,
        started=datetime.now(UTC),
    )
    keep(services.store, season)
    return season


def season_named(services: Services, season_id: str) -> Season:
    """A stored season.

    Raises:
        UnknownSeason: there is none with this id.
    """
    found = next((each for each in kept(services.store) if each.id == season_id), None)
    if found is None:
        raise UnknownSeason(season_id)
    return found


def unfinished_season(services: Services, company: str) -> Season | None:
    """The newest season of a company that has a round left to hold.

    Raises:
        UnknownCompany: see `bot.persona`.
    """
    name = resolve_company(services.library, company)
    held = _held(services)
    return next((s for s in kept(services.store) if s.company == name and _rounds(s, held).due is not None), None)


def due_round(services: Services, season: Season) -> Interview:
    """The round that is due: taken up where it was left, or begun with what the rounds before it found.

    Raises:
        UsageError: all rounds are over.
        BadInput: another window began it at the same moment.
    """
    standing = _rounds(season, _held(services))
    due = standing.due
    if due is None:
        raise UsageError(words("season_over", "zh", id=season.id))
    if due.interview is not None:
        return Interview.take_up(services, due.interview)
    over = [services.store.load(each.interview) for each in standing.rounds if each.interview is not None]
    return Interview.begin(
        services,
        company=season.company,
        round_name=due.round,
        language=season.language,
        mode=season.mode,
        seed=season.seed,
        resume=season.resume,
        season=season.id,
        earlier=found_in(over),
    )


def found_in(rounds: Iterable[Sequence[AnyEvent]]) -> EarlierRounds:
    """What the events of earlier rounds, in order, tell the next one."""
    asked, cards, problems, taken_up = [], [], [], set()
    weak: dict[str, tuple[float, str]] = {}
    for events in rounds:
        state = replay(events)
        by_id = {question.id: question for question in questions_of(state.plan)}
        for question in (by_id[name] for name in state.asked):
            asked.append(question.id)
            if question.problem is not None:
                problems.append(question.problem)
            elif question.rubric is not None and question.kind in ONE_CARD_KINDS:
                cards.append(question.rubric)
                if question.taken_up_from is not None:
                    taken_up.add(question.rubric)
                # Later scores of a card hold what was said to the earlier ones.
                score = state.scores.get(question.id)
                if score is not None and score.fraction is not None:
                    weak[question.rubric] = score.fraction, state.plan.round
    open_points = sorted((fraction, card, name) for card, (fraction, name) in weak.items() if fraction < WEAK)
    return EarlierRounds(
        asked=tuple(asked),
        cards=tuple(dict.fromkeys(cards)),
        problems=tuple(problems),
        weak=tuple(WeakPoint(card=card, round=name) for _, card, name in open_points if card not in taken_up),
    )


def standing(services: Services, season: Season) -> SeasonStanding:
    """A season with its rounds, and what to study across them."""
    read = _rounds(season, _held(services))
    rounds, gaps = [], []
    for each in read.rounds:
        if each.interview is None or each.state != "finished":
            rounds.append(each)
            continue
        card = review_of(services, each.interview).scorecard
        rounds.append(each.model_copy(update={"fraction": card.fraction}))
        gaps.append(card.study)
    return read.model_copy(update={"rounds": tuple(rounds), "study": study_across(gaps)})


def standings(services: Services) -> tuple[SeasonStanding, ...]:
    """All seasons, newest first, without what to study."""
    held = _held(services)
    return tuple(_rounds(season, held) for season in kept(services.store))


def study_across(rounds: Iterable[Sequence[StudyItem]]) -> tuple[StudyItem, ...]:
    """What to study, what several rounds name first, then what each round names first; of a topic, the latest words."""
    times: dict[str, int] = {}
    first_place: dict[str, int] = {}
    latest: dict[str, StudyItem] = {}
    for items in rounds:
        for place, item in enumerate(items):
            times[item.topic] = times.get(item.topic, 0) + 1
            first_place[item.topic] = min(place, first_place.get(item.topic, place))
            latest[item.topic] = item
    topics = sorted(latest, key=lambda topic: (-times[topic], first_place[topic]))
    return tuple(latest[topic] for topic in topics[:MOST_STUDY_ITEMS])


def _held(services: Services) -> Mapping[tuple[str, str], InterviewRow]:
    """The interviews that are rounds of a season, by season and round."""
    collect_overdue(services)
    return {(row.season, row.round): row for row in services.store.list() if row.season is not None}


def _rounds(season: Season, held: Mapping[tuple[str, str], InterviewRow]) -> SeasonStanding:
    rounds = []
    for name in season.rounds:
        row = held.get((season.id, name))
        given = Recommendation(row.recommendation) if row is not None and row.recommendation else None
        rounds.append(
            SeasonRound(
                round=name,
                interview=row.id if row else None,
                state=row.state if row else "not_begun",
                recommendation=given,
            )
        )
    return SeasonStanding(
        id=season.id,
        company=season.company,
        started=season.started.isoformat(),
        language=season.language,
        mode=season.mode,
        state="finished" if all(each.state == "finished" for each in rounds) else "unfinished",
        rounds=tuple(rounds),
        stopped_at=next((each.round for each in rounds if each.recommendation in ENDS_A_REAL_SEASON), None),
    )
