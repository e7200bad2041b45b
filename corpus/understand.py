"""What a query says beside its subject: company, round, and the kind of question it looks for.

Names come from `companies.yaml`, the wordings for kinds from `cues.yaml`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.companies import mentioned
from corpus.errors import CorpusError
from corpus.glossary import normalize
from corpus.report import Kind
from corpus.yaml_text import parsed_yaml

CUES_FILE = Path(__file__).with_name("cues.yaml")


class CuesError(CorpusError):
    """The data file of cues can't be used: faulty YAML or an unknown key."""


class Understood(BaseModel):
    """A query taken apart."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    company: str | None
    """Canonical name: the caller's, or the one company that the query mentions."""
    round: str | None
    kind: Kind | None
    """A hint, no filter."""
    rest: str
    """The query, normalised, without company and round: what is compared with the questions."""
    lists_all: bool
    """Whether nothing of `rest` names a subject ("拼多多二面问了什么"): asked for is all there is of round or kind."""


class _Cues(BaseModel):
    model_config = ConfigDict(extra="forbid")

    kinds: dict[Kind, tuple[str, ...]]
    about_nothing: tuple[str, ...]


def understand(query: str, company: str | None = None, round_name: str | None = None) -> Understood:
    """Take a query apart; `company` and `round_name` (canonical) go before what stands in it."""
    found_company, found_round, text = mentioned(query)
    patterns, subjectless = _patterns()
    normalized = normalize(text)
    spans = {kind: pattern.search(normalized) for kind, pattern in patterns.items()}
    hits = {kind: match for kind, match in spans.items() if match is not None}
    kind = max(hits, key=lambda each: len(hits[each].group()), default=None)
    subject = patterns[kind].sub(" ", normalized) if kind is not None else normalized
    subject = re.sub(r"[\W_]+", "", subjectless.sub(" ", subject))
    company, round_name = company or found_company, round_name or found_round
    return Understood(
        company=company,
        round=round_name,
        kind=kind,
        rest=normalized.strip(),
        lists_all=not subject and (company, round_name, kind) != (None, None, None),
    )


def read_cues(path: Path) -> _Cues:
    """The file's contents. Raises CuesError."""
    try:
        return _Cues.model_validate(parsed_yaml(path.read_text("utf-8")))
    except (OSError, yaml.YAMLError) as error:
        raise CuesError(f"can't be read: {error}", file=str(path)) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise CuesError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}", file=str(path)) from error


@cache
def _patterns() -> tuple[dict[Kind, re.Pattern[str]], re.Pattern[str]]:
    cues = read_cues(CUES_FILE)
    return {kind: _any_of(wordings) for kind, wordings in cues.kinds.items()}, _any_of(cues.about_nothing)


def _any_of(wordings: tuple[str, ...]) -> re.Pattern[str]:
    """The longest wording wins; blanks within are optional."""

    def one(wording: str) -> str:
        inner = r"\s*".join(map(re.escape, normalize(wording).split()))
        return rf"(?<![a-z0-9]){inner}(?![a-z0-9])" if wording[0].isascii() else inner

    return re.compile("|".join(map(one, sorted(wordings, key=len, reverse=True))))
