"""Cue phrases (`kinds.yaml`) as predicates on text: is it a question, of what kind, or is it telling."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import ValidationError

from corpus.errors import CorpusError
from corpus.report import Kind, Record
from corpus.yaml_text import parsed_yaml

_DATA = Path(__file__).with_name("kinds.yaml")


class CuesError(CorpusError):
    """The data file of cue phrases can't be used."""


class KindCues(Record):
    kind: Kind
    cues: tuple[str, ...]


class RoundKind(Record):
    round: str
    kind: Kind


class RemarkCues(Record):
    about: Literal["manner", "team", "outcome", "advice", "note"]
    cues: tuple[str, ...]


class Cues(Record):
    """The whole file; what each list means stands in it."""

    kinds: tuple[KindCues, ...]
    rounds: tuple[RoundKind, ...]
    remarks: tuple[RemarkCues, ...]
    asks: tuple[str, ...]
    asks_first: tuple[str, ...]
    ends: tuple[str, ...]
    topic_ends: tuple[str, ...]
    premises: tuple[str, ...]
    goes_on: tuple[str, ...]
    telling: tuple[str, ...]
    telling_items: tuple[str, ...]
    reported: tuple[str, ...]
    follow_first: tuple[str, ...]
    answer_marks: tuple[str, ...]
    task_labels: tuple[str, ...]
    task_parts: tuple[str, ...]
    problem_parts: tuple[str, ...]
    told_tasks: tuple[str, ...]
    told_questions: tuple[str, ...]
    reports_question: tuple[str, ...]
    tells: tuple[str, ...]
    list_points: tuple[str, ...]
    paragraph_asks: tuple[str, ...]
    several: tuple[str, ...]
    before_no_round: tuple[str, ...]
    firm_ends: tuple[str, ...]
    company_ends: tuple[str, ...]
    team_ends: tuple[str, ...]
    no_names: tuple[str, ...]
    of_authors: tuple[str, ...]
    sections: tuple[str, ...]
    labels: tuple[str, ...]
    question_sections: tuple[str, ...]
    label_ends: tuple[str, ...]
    answers_below: tuple[str, ...]
    asides: tuple[str, ...]
    unnamed_companies: tuple[str, ...]
    section_ends: tuple[str, ...]
    test_sections: tuple[str, ...]
    coding_sections: tuple[str, ...]
    seasons: tuple[str, ...]
    role_words: tuple[str, ...]
    jobs: tuple[str, ...]
    fact_labels: tuple[str, ...]
    fact_sections: tuple[str, ...]
    duties: tuple[str, ...]
    columns: dict[str, tuple[str, ...]]
    employers: dict[str, tuple[str, ...]]
    parts: dict[str, tuple[str, ...]]
    ordinary_names: tuple[str, ...]


def read_cues(path: Path) -> Cues:
    """The file's contents, checked. Raises CuesError for faulty YAML, unknown keys and bad expressions."""
    try:
        raw: Any = parsed_yaml(path.read_text(encoding="utf-8"))
        cues = Cues.model_validate(raw)
    except OSError as error:
        raise CuesError(f"can't be read: {error.strerror}", file=str(path)) from error
    except yaml.YAMLError as error:
        raise CuesError(f"not valid YAML: {error}", file=str(path)) from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        reason = "unknown key, remove or rename it" if first["type"] == "extra_forbidden" else first["msg"]
        raise CuesError(f"{key}: {reason}", file=str(path)) from error
    lists = [v for v in cues.model_dump().values() if isinstance(v, tuple) and v and isinstance(v[0], str)]
    for cue in [cue for value in lists for cue in value] + [c for entry in cues.kinds for c in entry.cues]:
        try:
            re.compile(_expression(cue))
        except re.error as error:
            raise CuesError(f"{cue!r} is no regular expression: {error}", file=str(path)) from error
    return cues


@cache
def load_cues() -> Cues:
    """The shipped cues. Raises CuesError."""
    return read_cues(_DATA)


def has(name: str, text: str) -> bool:
    """Whether a cue of the list `name` is anywhere in `text`."""
    return _anywhere(name).search(text) is not None


def opens(name: str, text: str) -> bool:
    """Whether `text` begins with a cue of the list `name`."""
    return _anywhere(name).match(text.lstrip(" ，,。.、…")) is not None


def ends_with(name: str, text: str) -> bool:
    """Whether `text` ends with a cue of the list `name`, punctuation aside."""
    core = text.rstrip(" ，,。.？?！!；;")
    return any(core.casefold().endswith(cue.casefold()) for cue in getattr(load_cues(), name))


def find(name: str, text: str) -> re.Match[str] | None:
    """The first cue of the list `name` in `text`."""
    return _anywhere(name).search(text)


def is_question(text: str) -> bool:
    """Whether a clause asks: by its mark, its words, or the word it opens with."""
    return text.rstrip().endswith(("?", "？")) or opens("asks_first", text) or has("asks", text)


def asks_alone(text: str) -> bool:
    """Whether a list item asks something although neither company nor round is known."""
    if len(text) > 150 or opens("telling", text):
        return False
    asks = re.search(r"[？?]", text) or (opens("asks_first", text) and len(text) > 6)
    return bool(asks) or opens("list_points", text)


def employer_in(text: str, *, canonical: bool = True) -> str | None:
    """The name of an employer that `companies.yaml` does not list; as written there, or as in `text`.

    The first that the text names; of a group and a part of it, the part.
    """
    matches = list(_employers().finditer(text))
    if not matches:
        return None
    names = [_canonical_employers()["".join(match[0].casefold().split())] for match in matches]
    meant = 0
    if len(matches) > 1:
        parts = load_cues().parts.get(names[0], ())
        meant = next((i for i, name in enumerate(names) if name in parts), 0)
    return names[meant] if canonical else matches[meant][0]


def kind_of(text: str, round_name: str, section: Kind | None = None, parent: Kind | None = None) -> Kind:
    """What a question is about: by section, words, round, and what it follows up on."""
    worded = next((kind for kind, pattern in _kinds() if pattern.search(text)), None)
    if section is not None and worded is not Kind.REVERSE_QA:
        return section
    of_round = next((entry.kind for entry in load_cues().rounds if entry.round == round_name), None)
    if of_round is not None and worded in (None, Kind.RESUME_PROJECT, Kind.FUNDAMENTALS):
        return of_round
    if worded is not None:
        return worded
    return parent if parent in (Kind.RESUME_PROJECT, Kind.HR, Kind.SYSTEMS_TOOLS) else Kind.FUNDAMENTALS


def subject_of(text: str) -> Literal["manner", "team", "outcome", "advice", "note"]:
    """What a remark is about."""
    for about, pattern in _remarks():
        if pattern.search(text):
            return about
    return "note"


def _expression(cue: str) -> str:
    if len(cue) > 2 and cue.startswith("/") and cue.endswith("/"):
        return cue[1:-1]
    start = r"(?<![a-z0-9])" if re.match(r"[a-z0-9]", cue, re.IGNORECASE) else ""
    end = r"(?![a-z])" if re.match(r"[a-z0-9]", cue[-1], re.IGNORECASE) else ""
    return start + r"\s*".join(re.escape(character) for character in cue if not character.isspace()) + end


def _compiled(cues: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(cues, key=len, reverse=True)
    return re.compile("|".join(f"(?:{_expression(cue)})" for cue in longest_first), re.IGNORECASE)


@cache
def _anywhere(name: str) -> re.Pattern[str]:
    return _compiled(getattr(load_cues(), name))


@cache
def _employers() -> re.Pattern[str]:
    cues = load_cues()
    ordinary = {name.casefold() for name in cues.ordinary_names}
    beside = "|".join(map(re.escape, (*cues.role_words, *cues.seasons)))
    # A word of its own: nothing before it, and behind it nothing, or what stands beside a company's name.
    behind = rf"(?![a-z])(?=$|[^\u4e00-\u9fff]|[一二三四五六终]面|hr|面[试经]|内推|集团|{beside})"
    names = sorted((said for name, others in cues.employers.items() for said in (name, *others)), key=len, reverse=True)
    patterns = (
        rf"(?<![\u4e00-\u9fffa-z0-9]){_expression(name)}{behind}" if name.casefold() in ordinary else _expression(name)
        for name in names
    )
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


@cache
def _canonical_employers() -> dict[str, str]:
    employers = load_cues().employers.items()
    return {"".join(said.casefold().split()): name for name, others in employers for said in (name, *others)}


@cache
def _kinds() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple((entry.kind, _compiled(entry.cues)) for entry in load_cues().kinds)


@cache
def _remarks() -> tuple[tuple[Literal["manner", "team", "outcome", "advice", "note"], re.Pattern[str]], ...]:
    return tuple((entry.about, _compiled(entry.cues)) for entry in load_cues().remarks)
