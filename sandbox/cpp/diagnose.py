"""What the compiler said, as a finding: the candidate's own lines of it, cut to a readable length."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sandbox.assess import Finding
from sandbox.cpp.glue import SUBMISSION
from sandbox.cpp.walls import CPU_SECONDS, FILE_BYTES, MEMORY_BYTES
from sandbox.problem import Problem, Verdict

SHOWN = 1800
"""Characters of the compiler's message that a candidate sees."""

_PLACE = re.compile(r"^(?P<file>[^\s:][^:\n]*):(?P<line>\d+)(?::\d+)?: (?P<kind>fatal error|error|note|warning): ")
_OUT_OF_TIME = re.compile(r"CPU time limit exceeded|signal Killed|Killed signal|Cputime")
_OUT_OF_MEMORY = re.compile(r"virtual memory exhausted|out of memory|Cannot allocate memory|std::bad_alloc")
_TOO_LARGE = re.compile(r"[Ff]ile size limit exceeded|[Ff]ile too large|final link failed|relocation truncated")


@dataclass(frozen=True)
class Ended:
    """How a run of the compiler ended. said: its messages, perhaps cut."""

    status: int
    said: str
    in_time: bool


def finding(problem: Problem, ended: Ended) -> Finding:
    """What is wrong with a submission that could not be compiled."""
    limits = {
        "seconds": CPU_SECONDS,
        "compile_mb": MEMORY_BYTES >> 20,
        "file_mb": FILE_BYTES >> 20,
    }
    if not ended.in_time or _OUT_OF_TIME.search(ended.said):
        return Finding(Verdict.TIME_LIMIT, "compile_time", limits)
    if _OUT_OF_MEMORY.search(ended.said):
        return Finding(Verdict.MEMORY_LIMIT, "compile_memory", limits)
    if _TOO_LARGE.search(ended.said):
        return Finding(Verdict.OUTPUT_LIMIT, "compile_size", limits)
    own = _own_lines(ended.said)
    if own:
        return Finding(Verdict.RUNTIME_ERROR, "compile", {"said": cut(own)})
    assert problem.cpp is not None
    about = {"signature": problem.cpp.signature.strip(), "said": cut(_glue_lines(ended.said) or ended.said)}
    return Finding(Verdict.RUNTIME_ERROR, "cpp_entry", about)


def _own_lines(said: str) -> str:
    """Errors in the submission's own text, with the source lines below them, and errors of the linker."""
    return _blocks(said, SUBMISSION) or "\n".join(
        line.partition(": ")[2] for line in said.splitlines() if "undefined reference to" in line
    )


def _glue_lines(said: str) -> str:
    """Errors that only show where the judge calls the submission: first lines only, the rest is the judge's text."""
    lines = [found for line in said.splitlines() if (found := _PLACE.match(line)) and "error" in found["kind"]]
    return "\n".join(found.string[found.end() :] for found in lines)


def _blocks(said: str, file: str) -> str:
    kept: list[str] = []
    inside = False
    for line in said.splitlines():
        if found := _PLACE.match(line):
            inside = found["file"].rpartition("/")[2] == file
        elif not line.startswith(" "):
            # Heads such as "In file included from …" and "In function …".
            inside = False
        if inside:
            kept.append(line)
    text = "\n".join(kept)
    return text if "error: " in text else ""


def cut(text: str) -> str:
    """At most SHOWN characters, printable ones only, no line longer than 200."""
    lines = [line if len(line) <= 200 else f"{line[:199]}…" for line in text.splitlines()]
    whole = "\n".join("".join(each if each.isprintable() else " " for each in line) for line in lines)
    return whole if len(whole) <= SHOWN else f"{whole[:SHOWN].rpartition(chr(10))[0] or whole[:SHOWN]}\n…"
