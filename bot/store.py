"""Transcripts, attempts and people's verdicts on disk: append-only rows in SQLite (or PostgreSQL), one an event, one
an attempt, one a verdict that a person gave.

An event is committed before `append` returns, so whatever the program shows afterwards survives a kill. Rows
are never changed; an interview's row in `interviews` exists from its first event on and only names what it
is. Code handed in during an interview is an event of its transcript and no second time an attempt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    func,
    select,
)
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.data import Data
from bot.database import open_database
from bot.errors import BadInput, MianjingError, UnknownInterview
from bot.schema import EVENT, AnyEvent, PersonVerdict, Started, Submitted
from sandbox.problem import CodeLanguage, Verdict

metadata = MetaData()
interviews = Table(
    "interviews",
    metadata,
    Column("id", String(12), primary_key=True),
    Column("company", String(64), nullable=False),
    Column("round", String(32), nullable=False),
    Column("started", DateTime(timezone=True), nullable=False, index=True),
    Column("season", String(12), nullable=True),
)
events = Table(
    "events",
    metadata,
    Column("interview", String(12), ForeignKey("interviews.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("type", String(16), nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("body", Text, nullable=False),
)
attempts = Table(
    "attempts",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("slug", String(128), nullable=False, index=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("code_language", String(16), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("passed", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("code", Text, nullable=False),
)
overrules = Table(
    "overrules",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("interview", String(12), ForeignKey("interviews.id"), nullable=False, index=True),
    Column("question_id", Text, nullable=False),
    Column("criterion", Text, nullable=False),
    Column("scorer", String(16), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("note", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)
spending = Table(
    "spending",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("interview", String(12), ForeignKey("interviews.id"), nullable=True, index=True),
    Column("at", DateTime(timezone=True), nullable=False, index=True),
    Column("model", Text, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("replied", Integer, nullable=False),
    Column("estimated", Boolean, nullable=False),
)
"""What the endpoint was paid, one row a request; see `bot.spending`."""


class Attempt(Data):
    """Code that was handed in for a problem outside interviews, and how it was judged."""

    slug: str
    """parent--variant for a variant."""
    at: datetime
    code_language: CodeLanguage
    verdict: Verdict
    passed: int
    total: int
    seed: int
    """Judging again with this seed gives the same cases."""
    code: str


class InterviewRow(Data):
    """One line of the list of interviews."""

    id: str
    company: str
    round: str
    started: datetime
    state: str
    """finished, or unfinished."""
    turns: int
    recommendation: str | None
    season: str | None = None
    """Id of the season that it is a round of."""


class Store:
    """The transcripts of one database. Safe to use from several threads.

    Args:
        url: An SQLAlchemy URL; the folder of an SQLite file is created.

    Raises:
        MianjingError: the database cannot be opened or brought up to date.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = open_database(url)

    def create(self, interview_id: str, started: Started) -> None:
        """Stores a new interview with its first event.

        Raises:
            BadInput: its season has an interview of this round already.
        """
        row = {"id": interview_id, "company": started.plan.company, "round": started.plan.round}
        try:
            with self.engine.begin() as connection:
                connection.execute(interviews.insert().values(**row, started=started.at, season=started.season))
                connection.execute(events.insert().values(_row(interview_id, 0, started)))
        except IntegrityError as error:
            raise BadInput(
                f"这一季的{started.plan.round}已在别的窗口开始，请重新打开 (begun in another window: open it again)"
            ) from error

    def append(self, interview_id: str, number: int, occurred: AnyEvent) -> None:
        """Stores event `number` (counted from 0) of an interview; it is on disk when this returns.

        Raises:
            BadInput: the interview was carried on elsewhere meanwhile (that number is taken).
        """
        try:
            with self.engine.begin() as connection:
                connection.execute(events.insert().values(_row(interview_id, number, occurred)))
        except IntegrityError as error:
            raise BadInput(
                f"面试 {interview_id} 已在别的窗口继续，请重新打开 (carried on in another window: open it again)"
            ) from error
        except OperationalError as error:
            raise MianjingError(f"无法写入面试记录 (cannot write the transcript): {error.orig}") from error

    def load(self, interview_id: str) -> tuple[AnyEvent, ...]:
        """All events of an interview, oldest first.

        Raises:
            UnknownInterview: there is none with this id.
        """
        with self.engine.connect() as connection:
            bodies = connection.execute(
                select(events.c.body).where(events.c.interview == interview_id).order_by(events.c.number)
            ).scalars()
            found = tuple(EVENT.validate_json(body) for body in bodies)
        if not found:
            raise UnknownInterview(interview_id)
        return found

    def list(self) -> Sequence[InterviewRow]:
        """All interviews, newest first, without reading their transcripts."""
        finished = events.alias("finished")
        turns = (
            select(events.c.interview, func.count().label("turns"))
            .where(events.c.type.in_(("said", "answered", "submitted")))
            .group_by(events.c.interview)
            .subquery()
        )
        query = (
            select(
                interviews,
                func.coalesce(turns.c.turns, 0).label("turns"),
                func.max(finished.c.body).label("finished"),
            )
            .outerjoin(turns, turns.c.interview == interviews.c.id)
            .outerjoin(finished, (finished.c.interview == interviews.c.id) & (finished.c.type == "finished"))
            .group_by(interviews.c.id, turns.c.turns)
            .order_by(interviews.c.started.desc())
        )
        with self.engine.connect() as connection:
            return tuple(_listed(row._mapping) for row in connection.execute(query))

    def record(self, attempt: Attempt) -> None:
        """Stores an attempt; it is on disk when this returns.

        Raises:
            MianjingError: the database cannot be written to.
        """
        try:
            with self.engine.begin() as connection:
                connection.execute(attempts.insert().values(attempt.model_dump()))
        except OperationalError as error:
            raise MianjingError(f"无法写入做题记录 (cannot write the attempt): {error.orig}") from error

    def attempts(self, slug: str) -> Sequence[Attempt]:
        """The attempts at a problem outside interviews, oldest first."""
        query = select(attempts).where(attempts.c.slug == slug).order_by(attempts.c.number)
        with self.engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        return tuple(
            Attempt.model_validate({**{k: row[k] for k in Attempt.model_fields}, "at": _aware(row["at"])})
            for row in rows
        )

    def overrule(self, interview_id: str, given: PersonVerdict) -> None:
        """Stores what a person said of a scorer's verdict; it is on disk when this returns.

        Raises:
            UnknownInterview: there is none with this id.
            MianjingError: the database cannot be written to.
        """
        try:
            with self.engine.begin() as connection:
                connection.execute(overrules.insert().values(interview=interview_id, **given.model_dump()))
        except IntegrityError as error:
            raise UnknownInterview(interview_id) from error
        except OperationalError as error:
            raise MianjingError(f"无法写入人工判定 (cannot write the verdict): {error.orig}") from error

    def overruled(self, interview_id: str | None = None) -> Sequence[PersonVerdict]:
        """What people said last of each criterion they looked at, in one interview or in all."""
        query = select(overrules).order_by(overrules.c.number)
        if interview_id is not None:
            query = query.where(overrules.c.interview == interview_id)
        last: dict[tuple[str, str, str], PersonVerdict] = {}
        with self.engine.connect() as connection:
            for row in connection.execute(query).mappings():
                given = {**{key: row[key] for key in PersonVerdict.model_fields}, "at": _aware(row["at"])}
                last[row["interview"], row["question_id"], row["criterion"]] = PersonVerdict.model_validate(given)
        return tuple(last.values())

    def verdicts(self) -> Mapping[str, frozenset[Verdict]]:
        """What was said about code handed in, in interviews and outside them, by the problem's slug."""
        found: dict[str, set[Verdict]] = {}
        with self.engine.connect() as connection:
            for slug, verdict in connection.execute(select(attempts.c.slug, attempts.c.verdict).distinct()):
                found.setdefault(slug, set()).add(Verdict(verdict))
            for body in connection.execute(select(events.c.body).where(events.c.type == "submitted")).scalars():
                submitted = EVENT.validate_json(body)
                if isinstance(submitted, Submitted):
                    found.setdefault(submitted.slug, set()).add(submitted.result.verdict)
        return {slug: frozenset(verdicts) for slug, verdicts in found.items()}

    def close(self) -> None:
        self.engine.dispose()


def storable(text: str) -> str:
    """Text without halves of surrogate pairs, which JSON can smuggle in and UTF-8 has no place for."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _aware(at: datetime) -> datetime:
    """SQLite forgets the time zone, which is always UTC."""
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _row(interview_id: str, number: int, occurred: AnyEvent) -> dict[str, Any]:
    return {
        "interview": interview_id,
        "number": number,
        "type": occurred.type,
        "at": occurred.at,
        "body": occurred.model_dump_json(),
    }


def _listed(row: Any) -> InterviewRow:
    finished = EVENT.validate_json(row["finished"]) if row["finished"] else None
    return InterviewRow(
        id=row["id"],
        company=row["company"],
        round=row["round"],
        started=_aware(row["started"]),
        state="finished" if finished else "unfinished",
        turns=row["turns"],
        recommendation=finished.scorecard.recommendation.value if finished and finished.type == "finished" else None,
        season=row["season"],
    )
