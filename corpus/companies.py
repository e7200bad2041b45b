"""Which company and which round a text means.

Covers names and aliases (`companies.yaml`). What else stands in a heading is up to `corpus.parse`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, ValidationError, field_validator

from corpus.errors import CorpusError
from corpus.report import Record, Source
from corpus.yaml_text import parsed_yaml

UNKNOWN_COMPANY = "未知公司"
UNKNOWN_ROUND = "未知轮次"
UNKNOWN_SLUG = "unknown"

_DATA = Path(__file__).with_name("companies.yaml")
_DATE = re.compile(r"(?<![a-z\d.])(?:19|20)?\d{2}(?:年|届)|(?<![a-z\d.])\d{1,4}(?:[-/.月]\d{1,2}){1,2}[日号]?(?![\d.])")
_LATIN = re.compile(r"[a-z0-9]")
_GAP = re.compile(r"\s+|(?<=[a-z])-(?=[a-z])")
"""What may stand between the characters of a name, as in "First-Round"."""
_GLUED = re.compile(r"(?<=[a-z\d])(?=hr ?面)")
_SOURCE = re.compile(r"([^\s/\\:]+):([1-9]\d*)\Z")


class CompaniesError(CorpusError):
    """The data file of companies can't be used: faulty YAML, an unknown key, or a name used twice."""


class Named(Record):
    """What a report says of a company in passing, without a question: applied to, an offer, no reply."""

    text: str = Field(min_length=1)
    text_en: str = Field(min_length=1)
    source: Source
    """Written `file:line` in the data."""

    @field_validator("source", mode="before")
    @classmethod
    def _file_and_line(cls, written: object) -> Source:
        match = _SOURCE.match(written) if isinstance(written, str) else None
        if match is None:
            raise ValueError(f"malformed source {written!r}, write file:line, e.g. report.txt:12")
        return Source(file=match[1], line=int(match[2]))


class Company(Record):
    """One company, or one team that interviews on its own."""

    name: str = Field(min_length=1)
    """Canonical name."""
    name_en: str = Field(min_length=1)
    slug: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    """First part of question ids."""
    status: Literal["interviewed", "named_only", "unnamed_reports"]
    group: str | None = None
    """What it belongs to with other companies, e.g. 腾讯."""
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    """Names that are also ordinary words ("超参数"): meant only where nothing else is left of the text."""
    not_meant: tuple[str, ...] = ()
    """Phrases that contain a name but don't mean the company ("字节对齐")."""
    named: tuple[Named, ...] = ()
    """At least one for each company that reports only name."""


class RoundName(Record):
    """One canonical round and what people call it."""

    name: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    not_meant: tuple[str, ...] = ()


class _Data(Record):
    companies: tuple[Company, ...] = Field(min_length=1)
    rounds: tuple[RoundName, ...] = Field(min_length=1)
    words_beside: tuple[str, ...] = ()


def load_companies() -> tuple[Company, ...]:
    """All companies, in the order of the file. Raises CompaniesError."""
    return _data().companies


def group_of(name: str) -> tuple[Company, ...]:
    """The other companies of the group that the company with this canonical name belongs to."""
    group = next((company.group for company in load_companies() if company.name == name), None)
    return tuple(c for c in load_companies() if group is not None and c.group == group and c.name != name)


def named_in_passing(name: str) -> tuple[Named, ...]:
    """What reports on others say of the company with this canonical name."""
    return next((company.named for company in load_companies() if company.name == name), ())


def round_names() -> tuple[str, ...]:
    """Canonical round names, in the order rounds are usually held; 未知轮次 last. Raises CompaniesError."""
    return tuple(entry.name for entry in _data().rounds)


@lru_cache(maxsize=1024)
def find_company(text: str) -> Company | None:
    """The company that `text` is a name or alias of, compared without regard to case, width and blanks."""
    squeezed = _squeeze(text)
    return next(
        (_companies_by_name()[n.owner] for n in _company_names().each if n.owner and n.squeezed == squeezed),
        None,
    )


def find_company_in(text: str) -> Company | None:
    """The company that a heading or a query mentions; the longest name wins."""
    found = _mentions(_company_names(), normalise(text))
    owner = max(found, key=lambda mention: mention.length).owner if found else _bare_owner(_company_names(), text)
    return _companies_by_name()[owner] if owner else None


def companies_in(text: str) -> tuple[Company, ...]:
    """Every company that `text` mentions unambiguously, in order, each once."""
    owners = dict.fromkeys(mention.owner for mention in _mentions(_company_names(), normalise(text)))
    return tuple(_companies_by_name()[owner] for owner in owners)


def canonical_round(text: str) -> str | None:
    """Canonical name of the round that `text` is a name or alias of: "round 2" and "第二轮" are 二面."""
    squeezed = _squeeze(text)
    return next((name.owner for name in _round_names().each if name.owner and name.squeezed == squeezed), None)


def round_in(text: str) -> str | None:
    """Canonical name of the round that a heading or a query mentions; the longest name wins."""
    found = _mentions(_round_names(), normalise(text))
    return max(found, key=lambda mention: mention.length).owner if found else _bare_owner(_round_names(), text)


def rounds_in(text: str) -> tuple[tuple[int, str], ...]:
    """Every round that `text` mentions, in order, with its index in `normalise(text)`."""
    return tuple((mention.start, mention.owner) for mention in _mentions(_round_names(), normalise(text)))


def beside_round(text: str) -> tuple[str, str, str] | None:
    """The first round that `text` mentions, and what stands before and behind it in `normalise(text)`."""
    wanted = normalise(text)
    first = next(iter(_mentions(_round_names(), wanted)), None)
    if first is None:
        return None
    return first.owner, wanted[: first.start], wanted[first.start + first.length :]


def mentioned(query: str) -> tuple[str | None, str | None, str]:
    """Canonical company and round that a query mentions, and the query, normalised, without them.

    Where it mentions two companies or two rounds it is about both, so neither is taken out.
    """
    core = normalise(query)
    found: list[str | None] = []
    for names in (_company_names(), _round_names()):
        mentions = _mentions(names, core)
        owners = {mention.owner for mention in mentions}
        if len(owners) != 1:
            found.append(None)
            continue
        found.append(owners.pop())
        for mention in reversed(mentions):
            core = core[: mention.start] + " " + core[mention.start + mention.length :]
    company, round_name = found
    if company is None:
        company = _bare_owner(_company_names(), query)
        core = " " if company is not None else core
    return company, round_name, " ".join(core.split())


def left_over(text: str) -> str:
    """What remains of a heading without company, round, date, words of the trade, punctuation and blanks."""
    core = normalise(text)
    for names in (_company_names(), _round_names()):
        for mention in reversed(_mentions(names, core)):
            core = core[: mention.start] + " " + core[mention.start + mention.length :]
    rest = _without_trade_words(core)
    return "" if _bare_owner(_company_names(), text) else rest


def read_data(path: Path) -> _Data:
    """The file's contents. Raises CompaniesError for faulty YAML, unknown keys and names used twice."""
    try:
        raw: Any = parsed_yaml(path.read_text(encoding="utf-8"))
        data = _Data.model_validate(raw)
    except yaml.YAMLError as error:
        raise CompaniesError(f"not valid YAML: {error}", file=str(path)) from error
    except OSError as error:
        raise CompaniesError(f"can't be read: {error.strerror}", file=str(path)) from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        reason = "unknown key, remove or rename it" if first["type"] == "extra_forbidden" else first["msg"]
        raise CompaniesError(f"{key}: {reason}", file=str(path)) from error
    for entries in (data.companies, data.rounds):
        owners: dict[str, str] = {}
        for entry in entries:
            for text in (entry.name, *entry.aliases):
                other = owners.setdefault(_squeeze(normalise(text)), entry.name)
                if other != entry.name:
                    raise CompaniesError(
                        f"{text!r} names both {other} and {entry.name}: keep it in one place", file=str(path)
                    )
    slugs = [company.slug for company in data.companies]
    if double := next((slug for slug in slugs if slugs.count(slug) > 1), None):
        raise CompaniesError(f"slug {double!r} is used twice: every company needs its own", file=str(path))
    return data


def normalise(text: str) -> str:
    """NFKC, lower case, single blanks: the form in which names are compared. "VivoHR面" is two words."""
    return _GLUED.sub(" ", " ".join(unicodedata.normalize("NFKC", text).casefold().split()))


@dataclass(frozen=True)
class _Name:
    """One way to say one owner (a company or a round)."""

    owner: str
    squeezed: str
    ambiguous: bool


@dataclass(frozen=True)
class _Names:
    """All ways to say all owners of one sort."""

    each: tuple[_Name, ...]
    """The longest first."""
    anywhere: re.Pattern[str]
    """At every place the longest name that begins there, in group 1: one pass instead of one for each name."""
    owners: dict[str, str]
    """Whom a squeezed name means; "" for phrases that contain a name without meaning anybody."""


@dataclass(frozen=True)
class _Mention:
    owner: str
    start: int
    length: int


def _mentions(names: _Names, wanted: str) -> list[_Mention]:
    """Mentions in order; longer names take their place first, so "腾讯音乐" isn't also "腾讯"."""
    spans = [match.span(1) for match in names.anywhere.finditer(wanted)]
    taken = bytearray(len(wanted))
    found = []
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        if any(taken[start:end]):
            continue
        taken[start:end] = b"\1" * (end - start)
        if owner := names.owners[_joined(wanted[start:end])]:
            found.append(_Mention(owner, start, end - start))
    return sorted(found, key=lambda mention: mention.start)


def _bare_owner(names: _Names, text: str) -> str | None:
    core = normalise(text)
    for mention in reversed(_mentions(_round_names(), core)):
        core = core[: mention.start] + " " + core[mention.start + mention.length :]
    candidates = {_squeeze(text), _without_trade_words(core)}
    return next((name.owner for name in names.each if name.ambiguous and name.squeezed in candidates), None)


def _without_trade_words(core: str) -> str:
    core = _DATE.sub(" ", core)
    for word in _words_beside():
        core = word.sub(" ", core)
    return _squeeze(re.sub(r"[\W_]+", " ", core))


def _squeeze(text: str) -> str:
    return _joined(normalise(text))


def _joined(text: str) -> str:
    return _GAP.sub("", text)


def _pattern(text: str) -> re.Pattern[str]:
    """Blanks, and hyphens between Latin words, are optional; a Latin end must be the end of a word."""
    squeezed = _squeeze(text)
    start = r"(?<![a-z0-9])" if _LATIN.match(squeezed) else ""
    end = r"(?![a-z0-9])" if _LATIN.match(squeezed[-1]) else ""
    return re.compile(start + f"(?:{_GAP.pattern})*".join(re.escape(character) for character in squeezed) + end)


def _names(entries: Iterable[Company | RoundName]) -> _Names:
    def each() -> Iterator[_Name]:
        for entry in entries:
            ambiguous = {_squeeze(text) for text in entry.ambiguous}
            for text in dict.fromkeys((entry.name, *entry.aliases, *entry.ambiguous)):
                squeezed = _squeeze(text)
                yield _Name(entry.name, squeezed, squeezed in ambiguous)
            for text in entry.not_meant:
                # Takes its place like a name, but belongs to nobody.
                yield _Name("", _squeeze(text), False)

    names = tuple(sorted(each(), key=lambda name: len(name.squeezed), reverse=True))
    plain = [name for name in names if not name.ambiguous]
    anywhere = re.compile("(?=(" + "|".join(_pattern(name.squeezed).pattern for name in plain) + "))")
    return _Names(names, anywhere, {name.squeezed: name.owner for name in plain})


@cache
def _data() -> _Data:
    return read_data(_DATA)


@cache
def _companies_by_name() -> dict[str, Company]:
    return {company.name: company for company in load_companies()}


@cache
def _company_names() -> _Names:
    return _names(_data().companies)


@cache
def _round_names() -> _Names:
    return _names(_data().rounds)


@cache
def _words_beside() -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(word) for word in sorted(_data().words_beside, key=len, reverse=True))
