"""An endpoint on loopback that does what a test tells it to, and the program configured for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.config import Settings
from bot.interviewers.llm import LLMInterviewer
from bot.interviewers.scene import Interviewer
from bot.interviewers.scripted import ScriptedInterviewer
from bot.llm import voice
from bot.llm.chat import _HABITS, ChatEndpoint, Meter, Patience
from bot.schema import Language
from bot.scorers.llm import AnswerScorer, LLMScorer
from bot.services import Services
from tests.bot.llm.endpoint import ScriptedEndpoint, running

KEY = "sk-secret-0123456789abcdef"
PATIENCE = Patience(before_retry=0)
"""As the program has it: for what fails at once, so that no test depends on the speed of the machine."""
LITTLE_PATIENCE = Patience(connect=0.3, silence=0.25, total=0.4, before_retry=0)
"""For what would fail after many seconds."""


@pytest.fixture(autouse=True)
def nothing_known_of_endpoints() -> None:
    """Two tests may get the same port."""
    _HABITS.clear()
    voice._HABITS.clear()


@pytest.fixture
def endpoint() -> Iterator[ScriptedEndpoint]:
    with running() as scripted:
        yield scripted


@pytest.fixture
def settings(endpoint: ScriptedEndpoint, data_folder: Path) -> Settings:
    return Settings(data=data_folder, model="test-model", base_url=endpoint.base_url, api_key=SecretStr(KEY))


@pytest.fixture
def chat(settings: Settings) -> ChatEndpoint:
    return ChatEndpoint(settings, PATIENCE)


class StreamingServices(Services):
    """The program's services, with an interviewer that shows every piece and has this patience."""

    patience = PATIENCE

    def interviewer(self, language: Language, seed: int, meter: Meter | None = None) -> Interviewer:
        scripted = ScriptedInterviewer(language, seed)
        endpoint = ChatEndpoint(self.settings, self.patience, meter)
        return LLMInterviewer(scripted, endpoint, language, self.scorer, seconds_between_pieces=0)

    def answer_scorer(self, meter: Meter | None = None) -> AnswerScorer:
        if self.settings.scorer == "lexical":
            return self.scorer
        return LLMScorer(self.scorer, ChatEndpoint(self.settings, self.patience, meter or self.meter()))


@pytest.fixture
def llm_services(settings: Settings) -> Iterator[StreamingServices]:
    """A model words the turns, and scores nothing."""
    opened = StreamingServices(settings.model_copy(update={"scorer": "lexical"}))
    yield opened
    opened.close()


@pytest.fixture
def judged_services(settings: Settings) -> Iterator[StreamingServices]:
    """A model words the turns and scores the answers."""
    opened = StreamingServices(settings)
    yield opened
    opened.close()
