"""The structure of a CV as the endpoint's model sees it: what each line is, never what it says.

The model is shown redacted, numbered lines and names their roles; everything that is found in the CV is cut from its
own text by the program. Whatever the model answers, the worst is a wrong role, and the CV's owner sees what came of it.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Template

from bot.data import Data
from bot.llm.chat import ChatEndpoint
from bot.llm.structured import Unusable, structured
from bot.resume.outlined import Role

MOST_LINES = 200
"""Lines that are shown; a CV of five pages has fewer."""
LONGEST_LINE = 200


class _LineRole(Data):
    line: int
    role: Role


class _Outline(Data):
    lines: tuple[_LineRole, ...]


def outline_resume(endpoint: ChatEndpoint, text: str) -> Mapping[int, Role]:
    """What each line of a redacted CV is, by its number, from 1.

    Raises:
        EndpointError: the endpoint failed, or gave no outline of these lines.
    """
    lines = [(n, line.strip()[:LONGEST_LINE]) for n, line in enumerate(text.splitlines(), start=1) if line.strip()]
    shown = lines[:MOST_LINES]
    numbers = {number for number, _ in shown}

    def check(outline: _Outline) -> None:
        strange = [entry.line for entry in outline.lines if entry.line not in numbers]
        if strange:
            raise Unusable(f"没有第 {strange[0]} 行 (there is no line {strange[0]})")
        if not any(entry.role == "project" for entry in outline.lines):
            raise Unusable("没有项目 (no project)")

    request = _prompt("resume_lines").substitute(
        fence=f"<<{secrets.token_hex(8)}>>",
        lines="\n".join(f"{number}: {line}" for number, line in shown),
    )
    outline = structured(endpoint, _prompt("resume").template, request, _Outline, check)
    return {entry.line: entry.role for entry in outline.lines}


@cache
def _prompt(name: str) -> Template:
    return Template((Path(__file__).parent.parent / "prompts" / f"{name}.md").read_text(encoding="utf-8"))
