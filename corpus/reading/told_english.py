"""Questions told in English prose: "I was asked to build a cache. How would you scale it?"."""

from __future__ import annotations

import re

from corpus.reading import cues

_CJK = re.compile(r"[\u3040-\u9fff]")
_MOSTLY = 20
"""Latin letters to one Chinese character, at least, in an English text."""
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z\d\"“(])")
_THEN = re.compile(
    r"\s*(?:[,;]\s*(?:and\s+)?|\band\s+)(?:then|after that|later|finally)\s+(?=(?:\w+\s+){0,2}asked\b)", re.IGNORECASE
)
"""Where a sentence goes on with what was asked next."""
_ASKED = re.compile(
    r"\b(?:asked|quizzed|questioned|proceeded to ask|had to|wanted me to|told me to)\s+(?:me\s+)?"
    r"(?:(?:questions?|some questions?|a few questions?|again)\s+)?(?:(?:to|about|on|for)\s+)?(?P<it>.+)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:questions?|problems?|questioning|round|task|exercise)\b[^.?!:]{0,40}?"
    r"(?:\b(?:was|were|is|asked)\b)?\s*(?::|\b(?:on|about|to)\b)\s*(?P<it>.+)",
    re.IGNORECASE,
)
_ON_QUESTIONS = re.compile(r"\b(?:ask|question|problem|coding|design|task)", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:follow[- ]?up|question|q|task|coding|(?:ml |system )?design|behaviou?ral|ml)\s*[:.]\s*", re.IGNORECASE
)
_SETS = re.compile(
    r"^(?:given|you are given|suppose|imagine|write|implement|find|return|build|code|sort|reverse|merge)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"^(?:i|we|my|the interviewer|he|she|they|it|overall|result|after|then i)\b", re.IGNORECASE)
_ARRANGES = re.compile(r"(?:pick a date|schedule|wait|fill (?:in|out)|send|provide|come|confirm)\b", re.IGNORECASE)
"""What one is asked to do besides answering."""
_GOES_ON = re.compile(r"\s*,\s+(?:it was|which|but i|and i|i )\b.*$|\s*,?\s+(?:and|but)\s+i\b.*$", re.IGNORECASE)
"""What follows a question within its sentence and only tells how it went."""
_SHORTEST = 8


def is_english(text: str) -> bool:
    letters = len(re.findall(r"[A-Za-z]", text))
    return letters > _SHORTEST and letters > _MOSTLY * len(_CJK.findall(text))


def is_english_tale(text: str) -> bool:
    """Whether a line is English prose of several sentences, of which some may ask."""
    return is_english(text) and len(_SENTENCE.split(text.strip())) > 1


def english_points(text: str) -> list[str]:
    """What a paragraph says was asked, a sentence a question; none where it tells only how it went."""
    found: list[str] = []
    for sentence in (part for whole in _SENTENCE.split(text.strip()) for part in _THEN.split(whole)):
        bare = _LABEL.sub("", sentence.strip())
        match = _ASKED.search(bare)
        if match is None and not _TELLS.match(bare) and _ON_QUESTIONS.search(bare):
            match = _SUBJECT.search(bare)
        asks = bare.endswith("?") or cues.opens("asks_first", bare) or _SETS.match(bare)
        asked = bare if asks else match["it"] if match else ""
        asked = _GOES_ON.sub("", asked).strip(" .:,")
        if len(asked) >= _SHORTEST and not _ARRANGES.match(asked):
            found.append(asked)
    return found
