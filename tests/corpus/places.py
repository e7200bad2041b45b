"""Lines of reports as the manifests in this folder write them: 32, 104-121, 36*2."""

from __future__ import annotations

from typing import Any, NamedTuple


class Place(NamedTuple):
    """Lines of a file in which something is asked or told, and how many questions that makes."""

    file: str
    company: str
    round: str
    first: int
    last: int
    questions: int

    def holds(self, file: str, line: int) -> bool:
        return self.file == file and self.first <= line <= self.last

    def __str__(self) -> str:
        return f"{self.file}:{self.first} {self.company} {self.round}".rstrip()


def place(file: str, company: str, round_name: str, written: int | str) -> Place:
    """`written` is a line (32) or lines (104-121), with a number of questions behind a star (36*2) if not one."""
    lines, _, questions = str(written).partition("*")
    first, _, last = lines.partition("-")
    return Place(file, company, round_name, int(first), int(last or first), int(questions or 1))


def places_asked(file: str, companies: dict[str, dict[str, list[int | str]]]) -> list[Place]:
    return [
        place(file, company, round_name, written)
        for company, rounds in companies.items()
        for round_name, lines in rounds.items()
        for written in lines
    ]


def places_told(file: str, companies: dict[str, list[Any]]) -> list[Place]:
    return [place(file, company, "", written) for company, lines in companies.items() for written in lines]
