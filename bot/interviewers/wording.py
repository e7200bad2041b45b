"""Whether a model's wording will do: checks in code, before and after any of it is shown.

A reply that fails is not used; a second one, or the scripted wording, takes its place. The checks are made so that an
honest rewording passes: a question may change its grammar, not its terms, its numbers and most of its
content words. They do not judge style, and cannot notice a wrong statement made in words that the
conversation already has.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from bot.data import Data
from bot.datafile import read_datafile
from bot.errors import EndpointError
from bot.schema import Language

LEAST_KEPT = 0.5
"""Share of a question's content words (characters, in Chinese) that a rewording has to keep."""
SHORTEST_ECHO = 12
"""Characters from which a sentence of the prompt is recognised in a reply."""
MOST_TIMES_LONGER = 2
"""Refused from this multiple of the length asked for, or of the scripted wording where that is longer."""
LEAST_IN_LANGUAGE = 0.4
"""Share of Han characters among Han characters and words from which a text counts as Chinese."""
STEM = 5
"""Letters by which English words are compared, so that "differ" keeps "difference"."""

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+#]*(?:[-_./][A-Za-z0-9+#]+)*")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\u3040-\u30ff\uac00-\ud7af]")
_CLAUSE_END = re.compile(r"[，。！？；\n]|[,.!?;](?=\s)")
_QUESTION_MARKS = re.compile(r"[?？]+")
_MARKUP = re.compile(r"://|www\.|\]\s*[(\[:]|<[/!]?[A-Za-z][^<]*>|```", re.IGNORECASE)
"""Links, images and HTML: a page would fetch or render them."""


class Unfit(EndpointError):
    """A reply came, and its words will not do; the message says why."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault, retry=True)


class _Language(Data):
    fillers: dict[Language, str | tuple[str, ...]]
    speaker: str
    candidate: str
    verdict: str


@cache
def _language() -> _Language:
    return read_datafile(Path(__file__).with_suffix(".yaml"), _Language)


@cache
def _verdict() -> re.Pattern[str]:
    return re.compile(_language().verdict, re.VERBOSE)


def _tells_nothing(_: str) -> bool:
    return False


@dataclass(frozen=True)
class Assignment:
    """What a reply is measured by."""

    scripted: str
    """The wording it replaces."""
    essential: str
    """The part of that which must survive: the question, the hint, the verdict. May be empty."""
    language: Language
    longest: int
    """Characters asked for."""
    known: str
    """All that the model was given to read; a number that is not in it is made up."""
    nonces: Sequence[str]
    """Fence markers, which nobody is to see."""
    prompts: Sequence[str]
    """Texts whose sentences are not for the candidate."""
    shortest: int = 0
    """Characters that a reply has at least."""
    gives_away: Callable[[str], bool] = _tells_nothing
    """Whether a text states what the candidate is to say; it takes milliseconds."""

    def fault_so_far(self, said: str) -> str | None:
        """What no continuation can put right, in one line; None while there is no such thing."""
        if any(nonce in said for nonce in self.nonces) or any(echo in said for echo in self._echoes):
            return "回复里混入了提示词 (the reply leaked its prompt)"
        if len(said) > MOST_TIMES_LONGER * max(self.longest, len(self.scripted)):
            return "回复太长 (the reply was too long)"
        if _MARKUP.search(said) and not _MARKUP.search(self.scripted):
            return "回复里有链接或网页代码 (the reply held a link or markup)"
        if re.search(_language().candidate, said):
            return "模型替候选人说话 (the model spoke for the candidate)"
        if _questions(said) > _questions(self.scripted) + 1:
            return "模型自己加了问题 (the model added questions of its own)"
        if any(match.group() not in self.scripted for match in _verdict().finditer(said)):
            return "模型评价了回答 (the model judged the answer)"
        return None

    def fault_when_shown(self, said: str) -> str | None:
        """Why complete clauses must not be shown, in one line; None where they may."""
        return "模型透露了要点 (the model gave a key point away)" if self.gives_away(said) else None

    def fault(self, said: str) -> str | None:
        """Why a whole reply will not do, in one line; None when it will."""
        if not said.strip():
            return "回复是空的 (the reply was empty)"
        if len(said) < self.shortest:
            return "回复太短 (the reply was too short)"
        if (fault := self.fault_so_far(said)) is not None:
            return fault
        if not self._is_in_language(said):
            return "回复的语言不对 (the reply was in the wrong language)"
        if set(_numbers(said)) - set(_numbers(f"{self.known}\n{self.scripted}")):
            return "回复里有凭空出现的数字 (the reply made up a number)"
        if not self._keeps_essential(said):
            return "回复丢了题目的内容 (the reply lost part of the question)"
        return self.fault_when_shown(said)

    @cached_property
    def _echoes(self) -> frozenset[str]:
        sentences = (
            sentence.strip(" -：:") for prompt in self.prompts for sentence in re.split(r"[\n。；;]|\$\w+|\. ", prompt)
        )
        return frozenset(s for s in sentences if len(s) >= SHORTEST_ECHO and s not in self.scripted)

    def _is_in_language(self, said: str) -> bool:
        share, expected = _share_of_han(said), _share_of_han(self.scripted)
        if self.language == "zh":
            return share >= min(LEAST_IN_LANGUAGE, expected / 2)
        return share <= max(LEAST_IN_LANGUAGE / 2, expected * 1.5)

    def _keeps_essential(self, said: str) -> bool:
        if set(_numbers(self.essential)) - set(_numbers(said)):
            return False
        squeezed = _squeezed(said)
        if any(_squeezed(term) not in squeezed for term in _terms(self.essential, self.language)):
            return False
        wanted = set(_content(self.essential, self.language))
        kept = wanted & set(_content(said, self.language))
        return len(kept) >= LEAST_KEPT * len(wanted)


def cleaned(reply: str) -> str:
    """A reply, or the beginning of one, without control and format characters and without a speaker's label.

    Once the first clause is complete, what a reply cleans to only ever grows as the reply does.
    """
    printable = "".join(c for c in reply if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs"))
    return re.sub(_language().speaker, "", printable, count=1, flags=re.IGNORECASE).lstrip()


def whole_clauses(said: str) -> str:
    """The beginning of a text up to its last complete clause: what may be shown while the rest is coming.

    A marker or a tag that is being written has no such end inside, so it is seen whole before it is shown.
    """
    ends = [match.end() for match in _CLAUSE_END.finditer(said)]
    return said[: ends[-1]] if ends else ""


def _questions(text: str) -> int:
    return len(_QUESTION_MARKS.findall(text))


def _numbers(text: str) -> Iterable[str]:
    return _NUMBER.findall(unicodedata.normalize("NFKC", text))


def _squeezed(text: str) -> str:
    """Letters and digits only, so that "self attention" keeps "Self-Attention"."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _terms(text: str, language: Language) -> Iterable[str]:
    """Technical terms: Latin words of a Chinese text; in English, words with capitals or digits inside."""
    words = _LATIN.findall(unicodedata.normalize("NFKC", text))
    if language == "zh":
        return words
    return [w for w in words if any(c.isupper() or c.isdigit() for c in w[1:])]


def _content(text: str, language: Language) -> Iterable[str]:
    fillers = _language().fillers[language]
    if language == "zh":
        return [c for c in _HAN.findall(text) if c not in fillers]
    words = (w.casefold() for w in re.findall(r"[A-Za-z]{4,}", text))
    return [w[:STEM] for w in words if w not in fillers]


def _share_of_han(text: str) -> float:
    han = len(_HAN.findall(text))
    others = len(_LATIN.findall(text)) + len(_OTHER_SCRIPT.findall(text))
    return han / (han + others) if han + others else 1.0
