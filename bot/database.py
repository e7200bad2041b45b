"""Opens the database and brings it up to date, whoever else is opening it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Column, MetaData, String, Table, create_engine, event, select
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.errors import MianjingError

MIGRATIONS = Path(__file__).parent / "migrations"
NEWEST_REVISION = "0005"
BUSY_TIMEOUT_SECONDS = 10
MIGRATION_SECONDS = 30


def open_database(url: str) -> Engine:
    """An engine on the database, its tables as the newest migration leaves them.

    Args:
        url: An SQLAlchemy URL; the folder of an SQLite file is created.

    Raises:
        MianjingError: the database cannot be opened or brought up to date.
    """
    try:
        database = make_url(url).database
        if url.startswith("sqlite") and database:
            Path(database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _prepare_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
        _migrate(engine)
    except (SQLAlchemyError, OSError, ImportError) as error:
        raise MianjingError(
            f"打不开面试记录数据库 (cannot open the database) {_shown(url)}: {error.__class__.__name__}: "
            f"{getattr(error, 'orig', error)}；"
            "请检查地址、路径、磁盘空间和权限 (check address, path, space and permissions)"
        ) from error
    return engine


def _migrate(engine: Engine) -> None:
    if _revision(engine) == NEWEST_REVISION:
        return
    # Alembic costs a quarter of a second to import and is needed once a database.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with _alone(engine):
        try:
            # Who reads first and writes then is refused at once where another process holds the lock.
            with engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
        except SQLAlchemyError:
            # Another process may have done it between the two looks.
            if not _becomes_current(engine):
                raise


@contextmanager
def _alone(engine: Engine) -> Iterator[None]:
    """Keeps other processes from preparing the same SQLite file meanwhile; servers see to it themselves.

    SQLite's own waiting does not do for a change of the journal mode, which may fail at once with "database is
    locked" (https://www.sqlite.org/rescode.html#busy).
    """
    database = engine.url.database
    if engine.dialect.name != "sqlite" or not database or database == ":memory:":
        yield
        return
    # Slow to import, and needed once a database.
    from filelock import FileLock

    with FileLock(f"{database}.lock", timeout=MIGRATION_SECONDS):
        # Kept in the file, for every later connection.
        with closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA journal_mode=WAL")
        yield


def _becomes_current(engine: Engine) -> bool:
    """Waits for another process that is bringing the database up to date."""
    deadline = time.monotonic() + MIGRATION_SECONDS
    while _revision(engine) != NEWEST_REVISION:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def _revision(engine: Engine) -> str | None:
    from sqlalchemy import inspect

    if not inspect(engine).has_table("alembic_version"):
        return None
    version = Table("alembic_version", MetaData(), Column("version_num", String(32)))
    with engine.connect() as connection:
        return connection.execute(select(version.c.version_num)).scalar()


def _shown(url: str) -> str:
    """The URL without its password, for messages."""
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "MIANJING_DATABASE_URL"


def _begin_sqlite(connection: Any) -> None:
    """Python's driver opens no transaction before CREATE TABLE; a kill would leave half a migration."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_SECONDS * 1000}")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()
