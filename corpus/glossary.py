"""The field's terms in both languages, and finding them in text.

`glossary.yaml` says which terms name the same concept (BN, batch norm, 批归一化). This module reads it,
checks that no term belongs to two concepts, and finds terms in text. What a concept means is not covered.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import GlossaryError
from corpus.phrases import Match, Phrases, pieces
from corpus.yaml_text import parsed_yaml

GLOSSARY_FILE = Path(__file__).with_name("glossary.yaml")

Term = Annotated[str, Field(min_length=1, pattern=r"\S")]


class Concept(BaseModel):
    """One idea and everything it is called."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    zh: tuple[Term, ...] = ()
    en: tuple[Term, ...] = ()
    broader: tuple[str, ...] = ()
    """Ids of wider concepts that a search for them should also reach: YOLO is a detector. No synonyms."""

    @property
    def terms(self) -> tuple[str, ...]:
        return self.zh + self.en


class _GlossaryFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    concepts: tuple[Concept, ...]
    filler: tuple[Term, ...] = ()
    """Wordings that nearly any question has and that say nothing about its subject."""


def normalize(text: str) -> str:
    """NFKC, no format characters (zero-width blanks, direction marks), casefolded. Idempotent."""
    if text.isascii():
        return text.lower()
    visible = unicodedata.normalize("NFKC", text)
    # Looking at every character takes long, and few texts have one that needs it.
    if not visible.replace("\n", "").isprintable():
        visible = "".join(char for char in visible if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", visible.casefold())


class _Consumed:
    """Matches in order, taken up to one place after the other."""

    def __init__(self, matches: Iterator[Match]) -> None:
        self._matches = matches
        self._next = next(matches, None)

    def up_to(self, end: int) -> list[Match]:
        taken = []
        while self._next is not None and self._next.start < end:
            taken.append(self._next)
            self._next = next(self._matches, None)
        return taken


def _without(text: str, begin: int, end: int, matches: Sequence[Match]) -> str:
    """A part of a text, with blanks where the matches are."""
    kept = []
    for match in matches:
        kept.append(text[begin : match.start])
        begin = match.end
    kept.append(text[begin:end])
    return " ".join(kept)


class TakenApart(NamedTuple):
    """A text as search sees it."""

    concepts: tuple[str, ...]
    """Ids, in the order in which they stand there."""
    plain: str
    """The text, normalised, without wordings that say nothing about a subject."""


def _plural(term: str) -> str | None:
    """The English plural of a term that ends in a Latin letter."""
    if not ("a" <= term[-1] <= "z"):
        return None
    if term.endswith(("s", "x", "ch", "sh")):
        return term + "es"
    if term.endswith("y") and len(term) > 3 and term[-2] not in "aeiou":
        return term[:-1] + "ies"
    return term + "s"


class Glossary:
    """All concepts, with a finder over their terms. Build one with `load_glossary`."""

    def __init__(
        self, concepts: tuple[Concept, ...], filler: tuple[str, ...] = (), file: str = GLOSSARY_FILE.name
    ) -> None:
        """Raises GlossaryError when an id comes twice, a term names two concepts, or a wider is unknown."""
        self._filler = filler
        self.concepts: dict[str, Concept] = {}
        owners: dict[str, str] = {}
        for concept in concepts:
            if concept.id in self.concepts:
                raise GlossaryError(f"concept {concept.id!r} is defined twice; join the two entries", file=file)
            if not concept.terms:
                raise GlossaryError(f"concept {concept.id!r} has no term; add one under zh or en", file=file)
            self.concepts[concept.id] = concept
            for term in concept.terms:
                key = "".join(pieces(normalize(term)))
                if not key:
                    raise GlossaryError(
                        f"a term of {concept.id!r} is only of blanks and hyphens; take it out", file=file
                    )
                owner = owners.setdefault(key, concept.id)
                if owner != concept.id:
                    raise GlossaryError(
                        f"term {term!r} belongs to both {owner!r} and {concept.id!r}; keep it in one",
                        file=file,
                    )
        for concept in concepts:
            for wider in concept.broader:
                if wider not in self.concepts or wider == concept.id:
                    raise GlossaryError(
                        f"broader of {concept.id!r} names {wider!r}, which is no other concept", file=file
                    )
        self._wider: dict[str, tuple[str, ...]] = {}
        self._apart: dict[str, TakenApart] = {}

    def wider(self, concept_id: str) -> tuple[str, ...]:
        """Ids of all wider concepts, theirs included, nearest first; a circle in the file does no harm."""
        if concept_id not in self._wider:
            found: dict[str, None] = {}
            waiting = list(self.concepts[concept_id].broader)
            while waiting:
                nearest = waiting.pop(0)
                if nearest != concept_id and nearest not in found:
                    found[nearest] = None
                    waiting += self.concepts[nearest].broader
            self._wider[concept_id] = tuple(found)
        return self._wider[concept_id]

    @cached_property
    def _fillers(self) -> Phrases:
        phrases = Phrases()
        for wording in self._filler:
            phrases.add(normalize(wording), "filler")
        return phrases

    @cached_property
    def _terms(self) -> Phrases:
        phrases = Phrases()
        plurals: list[tuple[str, str]] = []
        for concept in self.concepts.values():
            for term in concept.terms:
                for spelled in phrases.add(normalize(term), concept.id):
                    if plural := _plural(spelled):
                        plurals.append((plural, concept.id))
        for plural, concept_id in plurals:
            # A term that is written out wins over a plural that is derived.
            if phrases.get(plural) is None:
                phrases.add(plural, concept_id)
        return phrases

    def find(self, normalized: str) -> Iterator[Match]:
        """Terms in text that `normalize` returned: leftmost first, longest first, none overlapping.

        A Latin end of a term must be the end of a word; a Chinese end may stand anywhere.
        """
        return self._terms.find(normalized)

    def taken_apart(self, texts: Sequence[str]) -> list[TakenApart]:
        """What vectors and words are made of, of each text.

        Many texts at once take far less time than one by one. Those of the last call are kept, because
        vectors and words are made of the same ones.
        """
        known = self._apart
        found = {text: known[text] for text in texts if text in known}
        new = [text for text in dict.fromkeys(texts) if text not in found]
        normalized = list(map(normalize, new))
        # Nothing that is looked for has a zero character, so that no match reaches into the next text.
        joined = "\0".join(normalized)
        terms = _Consumed(self.find(joined))
        fillers = _Consumed(self._fillers.find(joined))
        begin = 0
        for text, plain in zip(new, normalized, strict=True):
            end = begin + len(plain)
            concepts = tuple(match.concept for match in terms.up_to(end))
            found[text] = TakenApart(concepts, _without(joined, begin, end, fillers.up_to(end)))
            begin = end + 1
        self._apart = found
        return [found[text] for text in texts]

    def concept_of(self, term: str) -> str | None:
        """Id of the concept that the whole of `term` names, or None."""
        normalized = normalize(term).strip()
        match = next(self.find(normalized), None)
        return match.concept if match and match.end - match.start == len(normalized) else None

    def synonyms(self, term: str) -> tuple[str, ...]:
        """All terms of the concept that `term` names, normalised, Chinese first; () when it names none."""
        concept_id = self.concept_of(term)
        if concept_id is None:
            return ()
        return tuple(dict.fromkeys(normalize(each) for each in self.concepts[concept_id].terms))


def load_glossary(path: Path = GLOSSARY_FILE) -> Glossary:
    """Read and check a glossary file; cached, so call it as often as you like. Raises GlossaryError."""
    return _loaded(path)


@lru_cache(maxsize=4)
def _loaded(path: Path) -> Glossary:
    try:
        data: Any = parsed_yaml(path.read_text("utf-8"))
        parsed = _GlossaryFile.model_validate(data)
    except (OSError, UnicodeDecodeError) as error:
        raise GlossaryError(f"can't be read: {error}", file=str(path)) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise GlossaryError(f"not valid YAML: {error.problem}", file=str(path), line=line) from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise GlossaryError(f"{key}: {first['msg']}", file=str(path)) from error
    return Glossary(parsed.concepts, parsed.filler, file=path.name)


@lru_cache(maxsize=64)
def concepts_in(text: str) -> tuple[Match, ...]:
    """Terms of the shipped glossary in `text`. Offsets count in `normalize(text)`.

    Cached, because those who read an answer look at it one after the other.
    """
    return tuple(load_glossary().find(normalize(text)))


def synonyms(term: str) -> tuple[str, ...]:
    """All the shipped glossary's names of what `term` names, normalised, itself included; () if unknown."""
    return load_glossary().synonyms(term)
