"""A model file is served on loopback by a real llama.cpp; what is no model is told in one line."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from openai import AuthenticationError, OpenAI

from bot.config import Settings
from bot.errors import EndpointError
from bot.interview import Interview
from bot.llm.model_file import ModelFile
from bot.schema import Said, Scored
from bot.services import Services
from tests.bot.llm.generated_model import SAYS, write_model


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "bigrams.gguf"
    write_model(path)
    return path


@pytest.fixture
def model(file: Path) -> Iterator[ModelFile]:
    model = ModelFile(file)
    yield model
    model.close()


def ask(model: ModelFile, key: str | None = None) -> str | None:
    served = model.served()
    with OpenAI(base_url=served.base_url, api_key=key or served.key, max_retries=0) as client:
        reply = client.chat.completions.create(model="any", messages=[{"role": "user", "content": "你好"}])
    return reply.choices[0].message.content


def test_it_answers_on_loopback_and_only_to_who_has_the_key(model: ModelFile) -> None:
    assert ask(model) == SAYS
    assert model.served().base_url.startswith("http://127.0.0.1:")
    with pytest.raises(AuthenticationError):
        ask(model, key="guessed")


def test_a_whole_interview_runs_over_it(file: Path, tmp_path: Path) -> None:
    """What the model says is refused where it loses the question, and spoken where there is none to lose."""
    services = Services(Settings(data=tmp_path, gguf=file))
    interview = Interview.begin(services, company="字节跳动", round_name="HR面", language="en", seed=1)
    asked = list(interview.speak())[-1]
    interview.answer("I want to work on vision models and stay in Beijing for the next three years.")
    list(interview.speak())
    interview.answer("end the interview")
    farewell = list(interview.speak())[-1]
    services.close()

    assert isinstance(asked, Said)
    assert asked.worded_by == "scripted"
    assert "question" in (asked.notice or "")
    assert isinstance(farewell, Said)
    assert (farewell.text, farewell.worded_by, farewell.notice) == (SAYS, "llm", None)
    scored = next(event.score for event in interview.events if isinstance(event, Scored))
    assert scored.scorer == "llm"
    assert {each.reason for each in scored.criteria} == {SAYS}
    assert [each.evidence for each in scored.criteria] == [None] * len(scored.criteria)


def test_a_server_that_died_is_started_anew_with_another_key(model: ModelFile) -> None:
    before = model.served()
    assert model._process is not None
    model._process.kill()
    model._process.wait()

    assert ask(model) == SAYS
    assert model.served().key != before.key


def test_it_ends_with_whoever_started_it(file: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom bot.llm.model_file import ModelFile\n"
        "model = ModelFile(Path(sys.argv[1]))\nmodel.served()\nprint(model._process.pid, flush=True)\ninput()\n"
    )
    starter = subprocess.Popen(
        [sys.executable, "-c", code, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout is not None
    assert starter.stdin is not None
    server = os.pidfd_open(int(starter.stdout.readline()))
    starter.send_signal(signal.SIGKILL)
    starter.wait()

    assert _ends(server)
    for pipe in (starter.stdin, starter.stdout):
        pipe.close()
    os.close(server)


def _ends(pidfd: int) -> bool:
    watch = select.poll()
    watch.register(pidfd, select.POLLIN)
    return bool(watch.poll(30_000))


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "GGUF"), (b"\x89PNG\r\n", "GGUF"), (b"GGUF" + bytes(64), "载入不了"), (None, "读不了")],
)
def test_what_is_no_model_is_told(content: bytes | None, told: str, tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    if content is not None:
        path.write_bytes(content)
    model = ModelFile(path)

    with pytest.raises(EndpointError, match=told) as refused:
        model.served()

    model.close()
    assert "model.gguf" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_cut_in_the_middle_is_told(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "cut.gguf"
    path.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    model = ModelFile(path)

    with pytest.raises(EndpointError, match=r"cut\.gguf"):
        model.served()

    model.close()


def test_a_turn_does_not_wait_for_ever(file: Path) -> None:
    model = ModelFile(file, patience=0.0)

    with pytest.raises(EndpointError, match="还在载入"):
        model.served()

    model.close()
