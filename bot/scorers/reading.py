"""An answer, read: its clauses, and which places in it state nothing.

Finds negations, denials ("… 但这是错的"), what others are said to think, guesses, questions, "I don't know",
and text addressed to the grader. Knows nothing of rubrics; `bot.scorers.matching` asks it about the places
that match.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.scorers.clauses import Outline, Sentence, outline
from bot.scorers.cues import CueFinder
from bot.scorers.text import View, fold, plain, spoken, weight, weights_up_to

Span = tuple[int, int]

NEAR, FAR = 8.0, 14.0
"""How far a negation reaches, in Chinese characters: a bare 不 or 没, and any longer one."""

LONGEST_SENTENCE, SENTENCE_OVERLAP = 400, 150
"""In characters: how much of a text without full stops a card's regular expression sees at once."""


@dataclass(frozen=True, slots=True)
class Negator:
    start: int
    end: int
    text: str
    """Folded."""
    is_choice: bool
    """Says that a thing isn't used, rather than that something isn't so."""
    reach: float


@dataclass(frozen=True, slots=True)
class Void:
    """A stretch in which nothing is stated."""

    start: int
    end: int
    reason: str
    """Key of `reasons` in cues.yaml."""
    cue: Span | None = None
    """The words that void it; a match that contains them is not voided by them."""


class Reading:
    """One answer with everything that bears on what its words are worth. asks: whether questions state something."""

    def __init__(self, answer: str, cues: CueFinder, *, asks: bool = False) -> None:
        self.cues = cues
        self.said = spoken(answer)
        self.folded: View = fold(self.said)
        self.plain: View = plain(self.folded)
        self.outline: Outline = outline(self.said, cues.spans(cues.openers, self.folded))
        self.injections: list[Void] = self._find_injections()
        self.ignorance: list[Void] = self._find_ignorance()
        self.voids: list[Void] = sorted(
            [
                *self.injections,
                *self.ignorance,
                *(() if asks else self._find_questions()),
                *self._find_denials(),
                *self._find_dismissals(),
                *self._find_false_attributions(),
            ],
            key=lambda void: void.start,
        )
        self.hedged: set[int] = {at for span in cues.spans(cues.hedges, self.folded) for at in self._hedged_by(span)}
        """Indices of the clauses that are marked as a guess."""

    # -- places --------------------------------------------------------------------------------------------

    def _sentence_of(self, span: Span) -> int:
        first = next((at for at in range(*span) if self.said[at].isalnum()), span[0])
        return self.outline.clauses[self.outline.clause_at(first)].sentence

    def _sentence(self, span: Span) -> Sentence:
        return self.outline.sentences[self._sentence_of(span)]

    def folded_text(self, start: int, end: int) -> str:
        """Folded text of a stretch."""
        view = self.folded
        return view.text[bisect_left(view.starts, start) : bisect_left(view.starts, end)].strip(" ")

    @cached_property
    def stretches(self) -> list[tuple[View, list[Span]]]:
        """Places of the sentences in each view; one without an end is taken in overlapping pieces."""
        views = [self.plain] if self.plain.text == self.folded.text else [self.plain, self.folded]
        found = []
        for view in views:
            places: list[Span] = []
            for sentence in self.outline.sentences:
                start, end = bisect_left(view.starts, sentence.start), bisect_left(view.starts, sentence.end)
                while end - start > LONGEST_SENTENCE:
                    places.append((start, start + LONGEST_SENTENCE))
                    start += LONGEST_SENTENCE - SENTENCE_OVERLAP
                places.append((start, end))
            found.append((view, places))
        return found

    def clause_text(self, clause: int) -> str:
        where = self.outline.clauses[clause]
        return self.folded_text(where.start, where.end)

    # -- negation ------------------------------------------------------------------------------------------

    @cached_property
    def negators(self) -> dict[int, list[Negator]]:
        """By clause, in order."""
        found: dict[int, list[Negator]] = {}
        for match in self.cues.negation_or_not.finditer(self.plain.text):
            if self.cues.not_negators.fullmatch(match[0]):
                continue
            start, end = self.plain.span(match.start(), match.end())
            is_choice = self.cues.choice.fullmatch(match[0]) is not None
            negator = Negator(start, end, match[0], is_choice, NEAR if len(match[0]) == 1 else FAR)
            found.setdefault(self.outline.clause_at(start), []).append(negator)
        return found

    def negators_of(self, place: int) -> list[Negator]:
        """Negations that begin in front of a place, in its clause, and reach it; 不需要 reaches its own 需要."""
        return [
            negator
            for negator in self.negators.get(self.outline.clause_at(place), ())
            if negator.start < place and self._reaches(negator, place)
        ]

    def _reaches(self, negator: Negator, place: int) -> bool:
        """A bare 不 or 没 turns a verb; behind that verb's 的 (没匹配的框 …) something else is said."""
        if self.weight_between(negator.end, place) > negator.reach:
            return False
        return negator.reach != NEAR or "的" not in self.said[negator.end + 1 : place]

    @cached_property
    def _weights(self) -> list[float]:
        return weights_up_to(self.said)

    def weight_between(self, start: int, end: int) -> float:
        """Length of a stretch in Chinese characters."""
        return self._weights[end] - self._weights[start]

    # -- stretches that state nothing ----------------------------------------------------------------------

    def void_at(self, span: Span) -> list[Void]:
        """Every void that `span` ends in."""
        return [void for void in self.voids if void.start < span[1] <= void.end]

    def _find_injections(self) -> list[Void]:
        voids = []
        for span in {each for cue in self.cues.injections for each in self.cues.spans(cue, self.folded)}:
            first = self._sentence(span)
            last = self._sentence((max(span[1] - 1, span[0]), span[1]))
            voids.append(Void(min(first.start, span[0]), max(last.end, span[1]), "injection"))
        return voids

    def _find_questions(self) -> list[Void]:
        return [
            Void(self._period_start(at), sentence.end, "question")
            for at, sentence in enumerate(self.outline.sentences)
            if sentence.is_question and not self.cues.hedges.search(self.folded_text(sentence.start, sentence.end))
        ]

    def _find_ignorance(self) -> list[Void]:
        voids = []
        for span in self.cues.spans(self.cues.ignorance, self.folded):
            clause = self.outline.clauses[self.outline.clause_at(span[0])]
            before = self.folded_text(clause.start, span[0]).strip()
            mine = before.endswith(("我", "我也", "我还", "我真", "我都")) or before in ("i", "sorry")
            first = self.outline.sentences[clause.sentence].start == clause.start
            if mine or (self.cues.nothing_but(self.cues.ignorant_subject, before) and (before or first)):
                voids.append(Void(clause.start, self._until_contrast(span), "ignorance", span))
        return voids

    def _hedged_by(self, span: Span) -> range:
        """Clauses that a mark of a guess speaks of: what follows it in the sentence, else what stands before it in
        its clause, else, where it is a clause of its own, the whole sentence.
        """
        clauses = self.outline.clauses_of(span)
        first, last = self.outline.clauses[clauses[0]], self.outline.clauses[clauses[-1]]
        sentence = self.outline.sentences[last.sentence]
        if not self._says_nothing(span[1], last.end):
            return range(clauses[0], sentence.last + 1)
        if not self._says_nothing(first.start, span[0]):
            return clauses
        return range(sentence.first, sentence.last + 1)

    def _says_nothing(self, start: int, end: int) -> bool:
        return self.cues.nothing_but(self.cues.ignorant_subject, self.folded_text(min(start, end), end))

    def _until_contrast(self, span: Span) -> int:
        """End of the sentence and what semicolons join to it, or where a contrast begins in it."""
        end = self._period_end(span)
        return min((start for start, _ in self._contrasts if span[1] <= start < end), default=end)

    def _period_end(self, span: Span) -> int:
        return self.outline.sentences[self.outline.period_of(self._sentence_of(span))[-1]].end

    @cached_property
    def _contrasts(self) -> list[Span]:
        return self.cues.spans(self.cues.contrast, self.folded)

    @cached_property
    def _denial_spans(self) -> list[Span]:
        exempt = self.cues.spans(self.cues.not_denials, self.folded)
        return [
            span
            for span in self.cues.spans(self.cues.denials, self.folded)
            if not any(start < span[1] and span[0] < end for start, end in exempt)
        ]

    def _find_denials(self) -> list[Void]:
        voids = []
        for span in self._denial_spans:
            index = self.outline.clause_at(span[0])
            clause = self.outline.clauses[index]
            sentence = self.outline.sentences[clause.sentence]
            start = clause.start
            if self.cues.nothing_but(self.cues.points_back, self.folded_text(clause.start, span[0])) or self._says_so(
                clause.start, span[0]
            ):
                start = self._period_start(clause.sentence)
                if sentence.first == index and clause.sentence > 0:
                    start = self._period_start(clause.sentence - 1)
            voids.append(Void(start, span[0], "denied", span))
        return voids

    def _find_dismissals(self) -> list[Void]:
        # To the end of the cue: of "遮挡早被 NMS 解决了" an expression may take in its beginning.
        return [
            Void(self.outline.clauses[self.outline.clause_at(span[0])].start, span[1], "denied", span)
            for span in self.cues.spans(self.cues.dismissals, self.folded)
        ]

    def _period_start(self, sentence: int) -> int:
        return self.outline.sentences[self.outline.period_of(sentence)[0]].start

    def _says_so(self, start: int, end: int) -> bool:
        """Whether a stretch is a short reference back, such as 这种说法 or "that claim"."""
        text = self.folded_text(start, end)
        return weight(text) <= 8 and text.startswith(("这", "那", "该", "that", "this", "such", "上述", "以上"))

    def _find_false_attributions(self) -> list[Void]:
        voids = [
            Void(span[1], self._until_contrast(span), "denied", span)
            for span in self.cues.spans(self.cues.false_attributions, self.folded)
        ]
        for span in self._attributions:
            sentence = self._sentence(span)
            until = self._until_contrast(span)
            if until < self._period_end(span) or self._next_turns(sentence):
                voids.append(Void(span[1], until, "denied", span))
        return voids

    @cached_property
    def _attributions(self) -> list[Span]:
        return self.cues.spans(self.cues.attributions, self.folded)

    def _next_turns(self, sentence: Sentence) -> bool:
        """Whether the sentence after this one begins with a contrast."""
        following = self.outline.sentences.index(sentence) + 1
        if following >= len(self.outline.sentences):
            return False
        start = self.outline.sentences[following].start
        at = bisect_left(self._contrasts, (start, 0))
        return at < len(self._contrasts) and self._contrasts[at][0] == start

    @cached_property
    def attributed(self) -> list[Span]:
        """Stretches that report what others say."""
        return [(span[1], self._until_contrast(span)) for span in self._attributions]

    # -- self-correction -----------------------------------------------------------------------------------

    def corrected_between(self, before: int, after: int) -> bool:
        """Whether the candidate takes something back between two places."""
        return any(before <= start < after for start, _ in self._corrections)

    @cached_property
    def _corrections(self) -> list[Span]:
        return self.cues.spans(self.cues.corrections, self.folded)


def without(text: str, voids: Iterable[Void]) -> str:
    """A text with blanks where it states nothing."""
    kept = list(text)
    for void in voids:
        kept[void.start : void.end] = " " * (min(void.end, len(kept)) - void.start)
    return "".join(kept)
