"""Seasons on disk: one row each, never changed; their rounds are interviews that name them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Column, DateTime, MetaData, String, Table, Text, select
from sqlalchemy.exc import OperationalError

from bot.data import Data
from bot.errors import MianjingError
from bot.resume.found import Resume
from bot.schema import Language, Mode
from bot.store import Store

seasons = Table(
    "seasons",
    MetaData(),
    Column("id", String(12), primary_key=True),
    Column("started", DateTime(timezone=True), nullable=False),
    Column("body", Text, nullable=False),
)


class Season(Data):
    """Rounds of one company held one after another, fixed when it begins; each is an interview of its own."""

    id: str
    company: str
    rounds: tuple[str, ...]
    """In the order they are held."""
    language: Language
    mode: Mode
    seed: int
    resume: Resume | None = None
    started: datetime


def keep(store: Store, season: Season) -> None:
    """Stores a new season; it is on disk when this returns.

    Raises:
        MianjingError: the database cannot be written to.
    """
    row = {"id": season.id, "started": season.started, "body": season.model_dump_json()}
    try:
        with store.engine.begin() as connection:
            connection.execute(seasons.insert().values(row))
    except OperationalError as error:
        raise MianjingError(f"无法写入整季 (cannot write the season): {error.orig}") from error


def kept(store: Store) -> Sequence[Season]:
    """All seasons, newest first."""
    with store.engine.connect() as connection:
        bodies = connection.execute(select(seasons.c.body).order_by(seasons.c.started.desc())).scalars()
        return tuple(Season.model_validate_json(body) for body in bodies)
