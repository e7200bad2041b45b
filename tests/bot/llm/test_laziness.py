"""Nobody without an endpoint pays for the client libraries, and nobody pays before the first turn."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("openai", "langchain_core", "langchain_openai", "langsmith", "httpx2", "tiktoken", "torch", "gradio")


@pytest.mark.parametrize(
    "program",
    [
        "import bot.services",
        "import bot.interviewers.llm, bot.llm.chat",
        "from bot.config import Settings; from bot.services import Services; "
        "Services(Settings(model='m', base_url='http://127.0.0.1:1/v1')).interviewer('zh', 1)",
    ],
)
def test_nothing_heavy_is_imported_early(program: str) -> None:
    script = f"{program}\nimport sys\nprint([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
