"""Services on the shipped reports, cards and problems, opened once a file: reading them takes a while."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.config import Settings
from bot.services import Services
from tests.conftest import ENVIRONMENT


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """Services that the tests of a file share; each test begins interviews of its own."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ENVIRONMENT:
            patch.delenv(name, raising=False)
        opened = Services(Settings(data=tmp_path_factory.mktemp("shared")))
        yield opened
        opened.close()
