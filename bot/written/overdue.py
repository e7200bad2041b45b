"""Written tests whose time ran out while nobody was looking."""

from __future__ import annotations

from bot.interview import Interview
from bot.persona import WRITTEN_TEST
from bot.services import Services


def collect_overdue(services: Services) -> None:
    """Closes them, as the clock would have; to be called before interviews are listed."""
    for row in services.store.list():
        if row.round == WRITTEN_TEST and row.state == "unfinished":
            Interview.take_up(services, row.id).collect()
