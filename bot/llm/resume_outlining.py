"""The structure of a CV as the endpoint's model sees it: what each line is, never what it says.

The model is shown redacted, numbered lines and names their roles; everything that is found in the CV is cut from its
own text by the program. Whatever the model answers, the worst is a wrong role, and the CV's owner sees what came of it.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Template

from pydantic import TypeAdapter, ValidationError

from bot.data import Data
from bot.errors import EndpointError
from bot.llm.chat import ChatEndpoint
from bot.resume.outlined import Role

MOST_LINES = 200
"""Lines that are shown; a CV of five pages has fewer."""
LONGEST_LINE = 200
TRIES = 2


class _LineRole(Data):
    line: int
    role: Role


_OUTLINE = TypeAdapter(tuple[_LineRole, ...])
_ARRAY = re.compile(r"\[.*\]", re.DOTALL)


def outline_resume(endpoint: ChatEndpoint, text: str) -> Mapping[int, Role]:
    """What each line of a redacted CV is, by its number, from 1.

    Raises:
        EndpointError: the endpoint failed, or gave no outline of these lines.
    """
    lines = [(n, line.strip()[:LONGEST_LINE]) for n, line in enumerate(text.splitlines(), start=1) if line.strip()]
    shown = lines[:MOST_LINES]
    fault = "-"
    for _ in range(TRIES):
        request = _prompt("resume_lines").substitute(
            fault=fault,
            fence=f"<<{secrets.token_hex(8)}>>",
            lines="\n".join(f"{number}: {line}" for number, line in shown),
        )
        reply = "".join(endpoint.stream(_prompt("resume").template, request))
        try:
            return _read(reply, {number for number, _ in shown})
        except ValueError as error:
            fault = str(error)
    raise EndpointError(fault, retry=False)


def _read(reply: str, numbers: set[int]) -> Mapping[int, Role]:
    array = _ARRAY.search(reply)
    if array is None:
        raise ValueError("没有 JSON 数组 (no JSON array)")
    try:
        found = _OUTLINE.validate_python(json.loads(array[0]))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise ValueError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"不是 JSON (no JSON): {error}") from error
    strange = [entry.line for entry in found if entry.line not in numbers]
    if strange:
        raise ValueError(f"没有第 {strange[0]} 行 (there is no line {strange[0]})")
    if not any(entry.role == "project" for entry in found):
        raise ValueError("没有项目 (no project)")
    return {entry.line: entry.role for entry in found}


@cache
def _prompt(name: str) -> Template:
    return Template((Path(__file__).parent.parent / "prompts" / f"{name}.md").read_text(encoding="utf-8"))
