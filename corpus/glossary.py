"""The field's terms in both languages, and finding them in text.

`glossary.yaml` says which terms name the same concept (BN, batch norm, 批归一化). This module reads it,
checks that no term belongs to two concepts, and finds terms in text. What a concept means is not covered.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import product
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import GlossaryError

GLOSSARY_FILE = Path(__file__).with_name("glossary.yaml")

Term = Annotated[str, Field(min_length=1, pattern=r"\S")]


class Match(NamedTuple):
    """A term found in normalised text."""

    concept: str
    """Id of the concept."""
    start: int
    """First character, counted in the normalised text."""
    end: int
    """One past the last character."""


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
    composed = unicodedata.normalize("NFKC", text)
    visible = "".join(char for char in composed if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", visible.casefold())


_SEPARATORS = frozenset(" \t\n\r-_\u2010\u2011\u2012\u2013\u2014")
_GAP = re.compile(r"[\s\-_\u2010-\u2014]+")
_SCRIPT_CHANGE = re.compile(r"(?<=[a-z0-9+#])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[a-z0-9])")
_LONGEST_GAP = 3
_WORD = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


def _pieces(term: str) -> list[str]:
    """The parts of a normalised term between which a text may put a blank, a hyphen, or nothing."""
    return [piece for part in _GAP.split(term) for piece in _SCRIPT_CHANGE.split(part) if piece]


class _Node:
    """A step in the tree of all terms, character by character; " " stands for any blank or hyphen."""

    __slots__ = ("concept", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.concept: str | None = None

    def add(self, term: str, concept: str) -> None:
        node = self
        for char in term:
            node = node.next.setdefault(char, _Node())
        node.concept = concept

    def add_spelled(self, term: str, concept: str) -> list[str]:
        """Add a normalised term with and without each of its gaps; returns the spellings."""
        pieces = _pieces(term)
        spellings = [
            "".join(piece + gap for piece, gap in zip(pieces, (*gaps, ""), strict=True))
            for gaps in product((" ", ""), repeat=len(pieces) - 1)
        ]
        for spelling in spellings:
            self.add(spelling, concept)
        return spellings


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
                key = "".join(_pieces(normalize(term)))
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
    def _filler_tree(self) -> _Node:
        root = _Node()
        for wording in self._filler:
            root.add_spelled(normalize(wording), "filler")
        return root

    @cached_property
    def _tree(self) -> _Node:
        root = _Node()
        plurals: list[tuple[str, str]] = []
        for concept in self.concepts.values():
            for term in concept.terms:
                for spelled in root.add_spelled(normalize(term), concept.id):
                    if plural := _plural(spelled):
                        plurals.append((plural, concept.id))
        for plural, concept_id in plurals:
            # A term that is written out wins over a plural that is derived.
            if _walk_exactly(root, plural) is None:
                root.add(plural, concept_id)
        return root

    def find(self, normalized: str) -> Iterator[Match]:
        """Terms in text that `normalize` returned: leftmost first, longest first, none overlapping.

        A Latin end of a term must be the end of a word; a Chinese end may stand anywhere.
        """
        return _find(self._tree, normalized)

    def without_filler(self, normalized: str) -> str:
        """Normalised text with the wordings taken out that say nothing about a question's subject."""
        kept, at = [], 0
        for match in _find(self._filler_tree, normalized):
            kept.append(normalized[at : match.start])
            at = match.end
        kept.append(normalized[at:])
        return " ".join(kept)

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


def _walk_exactly(root: _Node, term: str) -> str | None:
    node: _Node | None = root
    for char in term:
        node = node.next.get(char) if node else None
    return node.concept if node else None


def _find(root: _Node, text: str) -> Iterator[Match]:
    start = 0
    while start < len(text):
        first = text[start]
        inside_word = first in _WORD and start > 0 and text[start - 1] in _WORD
        found = None if inside_word or first not in root.next else _longest(root, text, start)
        if found is None:
            start += 1
        else:
            yield found
            start = found.end


def _longest(root: _Node, text: str, start: int) -> Match | None:
    node, at, found = root, start, None
    while at < len(text):
        char = text[at]
        step = at + 1
        following = node.next.get(char)
        if following is None and char in _SEPARATORS:
            following = node.next.get(" ")
            while step < len(text) and text[step] in _SEPARATORS and step - at < _LONGEST_GAP:
                step += 1
        if following is None:
            break
        node, at = following, step
        ends_word = text[at - 1] not in _WORD or at == len(text) or text[at] not in _WORD
        if node.concept is not None and ends_word:
            found = Match(node.concept, start, at)
    return found


@lru_cache(maxsize=4)
def load_glossary(path: Path = GLOSSARY_FILE) -> Glossary:
    """Read and check a glossary file; cached, so call it as often as you like. Raises GlossaryError."""
    try:
        data: Any = yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
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


def concepts_in(text: str) -> list[Match]:
    """Terms of the shipped glossary in `text`. Offsets count in `normalize(text)`."""
    return list(load_glossary().find(normalize(text)))


def synonyms(term: str) -> tuple[str, ...]:
    """All the shipped glossary's names of what `term` names, normalised, itself included; () if unknown."""
    return load_glossary().synonyms(term)
