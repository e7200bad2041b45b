"""Tokens that the endpoint was paid: taken down by request, added up by interview and month, held under the user's
ceilings. What they cost in money follows from prices that the user sets: a transcript keeps what it was at the time,
sums of an interview and a month go by the prices of today.

A ceiling is looked at before each request, so the one that crosses it is still made. A request that brought nothing
back is not counted: nobody says whether it was paid.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Integer, cast, func, select
from sqlalchemy.exc import OperationalError

from bot.config import Settings
from bot.errors import MianjingError, OverBudget
from bot.review import tokens_line
from bot.schema import Language, Tokens
from bot.store import Store, spending
from bot.words import words

if TYPE_CHECKING:
    from bot.services import Services


class Spending:
    """The account of one interview, or of what is asked outside interviews; the `Meter` of an endpoint."""

    def __init__(
        self, store: Store, settings: Settings, interview_id: str | None = None, model: str | None = None
    ) -> None:
        self._store = store
        self._settings = settings
        self._interview_id = interview_id
        self._model = model or settings.model_name or ""
        self._untaken = Tokens()
        self.turn_began: float | None = None

    def begin_turn(self) -> None:
        """From now on somebody waits for a turn: its time runs."""
        self.turn_began = time.monotonic()

    def admit(self) -> None:
        """Raises OverBudget where a ceiling is reached."""
        most, interview = self._settings.tokens_per_interview, self._interview_id
        if most is not None and interview is not None and spent_in(self._store, interview).total >= most:
            raise OverBudget(
                f"本场面试的模型用量到了上限 {most} token (this interview reached its ceiling of tokens)；"
                "上限由 MIANJING_TOKENS_PER_INTERVIEW 设置"
            )
        most = self._settings.tokens_per_month
        if most is not None and spent_this_month(self._store).total >= most:
            raise OverBudget(
                f"本月的模型用量到了上限 {most} token (this month reached its ceiling of tokens)；"
                "上限由 MIANJING_TOKENS_PER_MONTH 设置"
            )

    def note(self, tokens: Tokens) -> None:
        """Takes down a request; it is on disk when this returns.

        Raises:
            MianjingError: the database cannot be written to.
        """
        self._untaken += tokens
        row = {
            "interview": self._interview_id,
            "at": datetime.now(UTC),
            "model": self._model,
            **tokens.model_dump(include={"asked", "replied", "estimated"}),
        }
        try:
            with self._store.engine.begin() as connection:
                connection.execute(spending.insert().values(row))
        except OperationalError as error:
            raise MianjingError(f"无法写入模型用量 (cannot write what was spent): {error.orig}") from error

    def take(self) -> Tokens | None:
        """What was spent since the last time, for the transcript; None where nothing was."""
        taken, self._untaken = self._untaken, Tokens()
        return priced(taken, self._settings) if taken.total else None


def priced(tokens: Tokens, settings: Settings) -> Tokens:
    """An amount with what it costs at the prices that are set; as it is where none are."""
    if settings.price_in is None and settings.price_out is None:
        return tokens
    cost = (tokens.asked * (settings.price_in or 0) + tokens.replied * (settings.price_out or 0)) / 1_000_000
    return tokens.model_copy(update={"cost": cost, "currency": settings.currency})


def spent_in(store: Store, interview_id: str) -> Tokens:
    """What an interview has cost so far."""
    return _sum(store, spending.c.interview == interview_id)


def spent_this_month(store: Store) -> Tokens:
    """What everything has cost since the month began (UTC)."""
    now = datetime.now(UTC)
    return _sum(store, spending.c.at >= datetime(now.year, now.month, 1, tzinfo=UTC))


def interview_line(services: Services, interview_id: str, language: Language) -> str:
    """What an interview has cost so far, in words, and its ceiling; empty where it cost nothing."""
    spent = spent_in(services.store, interview_id)
    settings = services.settings
    return _line("tokens_interview", priced(spent, settings), settings.tokens_per_interview, language)


def month_line(services: Services, language: Language) -> str:
    """What this month has cost so far, in words, and its ceiling; empty where it cost nothing."""
    spent, settings = spent_this_month(services.store), services.settings
    return _line("tokens_month", priced(spent, settings), settings.tokens_per_month, language)


def _line(key: str, spent: Tokens, most: int | None, language: Language) -> str:
    if not spent.total:
        return ""
    told = words(key, language, tokens=tokens_line(spent, language))
    return told if most is None else f"{told} · {words('tokens_ceiling', language, ceiling=f'{most:,}')}"


def _sum(store: Store, condition: ColumnElement[bool]) -> Tokens:
    columns = (func.sum(spending.c.asked), func.sum(spending.c.replied))
    estimates = func.sum(cast(spending.c.estimated, Integer))
    with store.engine.connect() as connection:
        asked, replied, estimated = connection.execute(select(*columns, estimates).where(condition)).one()
    return Tokens(asked=asked or 0, replied=replied or 0, estimated=bool(estimated))
