"""Scores an answer by a reference answer, for questions that no card fits: no model, no network, always the same.

The reference is cut into statements: its sentences, long ones at their commas. Each is looked for in one or two
neighbouring sentences of the answer. How near they are is

    (1 − a) · Σ w·m / Σ w  +  a · cosine of the embeddings

over the statement's units (`bot.scorers.units`), m the likeness of the best unit there and w its rarity. What stands in
the question is worth nothing, on both sides; where all of the reference stands there, as in "X or Y?", it is. A unit
that is negated on one side alone, or said of another of the things that the question names or the reference sets side
by side, does not count. A statement is *none* where a quarter of what was found is such, where one word has its
opposite's place, and where the clause turns a sentence of the reference round (`bot.scorers.reversal`). So are lists of
keywords. What states nothing to `bot.scorers.reading` (questions, denials, "I don't know", text to the grader) is not
read at all.

A monotone map (`reference.yaml`, which says what it was fitted to) turns nearness into credit, 0 to 1, and credit
into a verdict. The last criterion is how like the reference the answer is as a whole (`bot.scorers.resemblance`);
`fraction` is the weighted mean of all credits. Paraphrases in words that neither the glossary nor the
spelling connects are missed, and a claim that uses the right words in the wrong way may pass: the flag `reference`
says that this scorer was at work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from bot.schema import CriterionScore, CriterionVerdict, QuestionScore
from bot.scorers.cues import load_cues
from bot.scorers.intelligible import trouble
from bot.scorers.reading import Reading, Span, without
from bot.scorers.reference_settings import load_settings
from bot.scorers.resemblance import resemblance
from bot.scorers.reversal import TrueSentences, Turning
from bot.scorers.statements import (
    Side,
    Statement,
    is_in,
    listing_of,
    merged,
    says_nothing,
    statements_of,
    subjects_of,
)
from bot.scorers.text import fold, is_cjk
from bot.scorers.units import Rarity, Unit, likeness, units_in, units_of
from bot.scoring import fraction_of
from corpus.embed import GlossaryEmbeddings

NAME = "reference"
_ECHO = 0.95
"""Share of an answer's units in the question from which it only repeats it."""
_LONGEST_QUOTE = 220
_DENIED = 3
"""A statement is none where so many times what is denied outweighs what is said …"""
_SET_ASIDE = 3
"""… of which what is only set aside ("A instead of B") is a part."""


class ReferenceScorer:
    """Scores answers by reference answers; safe to share.

    Args:
        background: Texts of the field, which tell common terms from rare ones.
    """

    def __init__(self, background: Iterable[str] = ()) -> None:
        self._background = background
        self.cues = load_cues()
        self.settings = load_settings()
        self.embeddings = GlossaryEmbeddings()

    @cached_property
    def rarity(self) -> Rarity:
        return Rarity(self._background, self.cues)

    def score(
        self,
        reference: str,
        answer: str,
        question_text: str = "",
        turn_id: int | None = None,
        *,
        question_id: str = "",
        language: str = "zh",
    ) -> QuestionScore:
        """Score one answer. `question_text` is what the interviewer said; reasons are in `language`.

        Evidence is a substring of `bot.scorers.text.spoken(answer)`.
        """
        reading = Reading(answer, self.cues)
        asked = {unit.text for unit in units_of(question_text, self.cues)}
        told = Reading(reference, self.cues, asks=True)
        subjects = subjects_of(told, asked if self.cues.compares.search(fold(question_text).text) else set())
        statements = statements_of(told, asked, subjects, self.rarity, self.cues)
        flags = {NAME} | ({"injection"} if reading.injections else set())

        def unscored(why: str) -> QuestionScore:
            return QuestionScore(
                question_id=question_id,
                rubric=None,
                scorer=NAME,
                unscored=self.cues.reason(f"unscored_{why}", language),
                flags=tuple(sorted(flags)),
            )

        if (why := _unscorable(reading, statements)) is not None:
            return unscored(why)
        said = Side(reading, asked, subjects)
        turning = Turning(TrueSentences([question_text], [reference], self.cues), reading)
        comparing = _Comparing(self, said, question_text, turn_id, language, frozenset(turning.turned()))
        criteria = tuple(comparing.criterion(f"s{n}", each) for n, each in enumerate(statements, start=1))
        criteria += (comparing.whole(statements[0], turning, criteria),)
        fraction = fraction_of(criteria)
        if not fraction and not comparing.flags and any(map(is_cjk, reference)) != any(map(is_cjk, answer)):
            return unscored("other_language")
        return QuestionScore(
            question_id=question_id,
            rubric=None,
            scorer=NAME,
            fraction=fraction,
            criteria=criteria,
            flags=tuple(sorted(flags | comparing.flags)),
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """A statement in a part of the answer."""

    near: float
    hits: tuple[Span, ...] = ()
    reason: str | None = None
    """Why it states nothing: a key of `reasons` in cues.yaml."""


class _Comparing:
    """One answer against the statements of one reference."""

    def __init__(
        self,
        scorer: ReferenceScorer,
        said: Side,
        question_text: str,
        turn_id: int | None,
        language: str,
        turned: frozenset[int],
    ) -> None:
        self.scorer, self.said, self.turn, self.language = scorer, said, turn_id, language
        self.turned = turned
        """Clauses that say what the reference says the wrong way round."""
        self.settings = scorer.settings
        self.reading = said.reading
        self.listing = listing_of(self.reading, question_text)
        self.flags: set[str] = set()
        self.void: dict[str, str] = {}
        """Of statements that were found where nothing is stated: the criterion's name, and why."""
        if self.reading.ignorance:
            self.flags.add("dont_know")
        if self.listing.is_list or self.listing.is_pile:
            self.flags.add("keyword_list")
        content = [each for each in said.units if not says_nothing(self.reading, each)]
        self.is_echo = bool(content) and sum(is_in(each.text, said.asked) for each in content) >= _ECHO * len(content)
        self.windows = list(self._windows())

    def criterion(self, name: str, statement: Statement) -> CriterionScore:
        """The verdict on one statement."""
        judged = partial(self._score, name, statement.text, statement.weight)
        places = self._places(statement)
        if self._is_echo_of(statement):
            self.flags.add("echo")
            return judged(0.0, None, "echo")
        found = [self._find(statement, places, window) for window in self.windows]
        cosines = self._cosines(statement)
        share = self.settings.embedding_share
        best, void = _Found(0.0), None
        for each, cosine in zip(found, cosines, strict=True):
            if each.reason is not None:
                void = void or each.reason
            elif each.hits and (near := (1 - share) * each.near + share * max(cosine, 0.0)) > best.near:
                best = _Found(near, each.hits)
        credit = self.settings.credit_of(best.near)
        if not credit:
            if void is not None:
                self.void[name] = void
            return judged(0.0, None, void or ("ignorance" if self.reading.ignorance else "none"))
        if self._is_guess(best.hits):
            self.flags.add("hedged")
            return judged(credit * self.settings.hedged, best.hits, "hedged")
        return judged(credit, best.hits)

    def whole(self, of: Statement, turning: Turning, stated: Sequence[CriterionScore]) -> CriterionScore:
        """What the answer as a whole is worth, beside the reference's statements (`of` is one) judged as `stated`."""
        settings, cues = self.settings.whole, self.scorer.cues
        weight = sum(each.weight for each in stated) * settings.share / (1 - settings.share)
        judged = partial(self._score, "whole", cues.reason("whole", self.language), round(weight, 2))
        if self._is_echo_of(of):
            return judged(0.0, None, "echo")
        if "keyword_list" in self.flags and not of.names:
            return judged(0.0, None, "listed")
        like = resemblance(of.side, self.said, turning, self.scorer.rarity, self.scorer.embeddings, settings)
        void = sum(each.weight for each in stated if each.criterion in self.void)
        void /= sum(each.weight for each in stated)
        credit = like.credit(settings) * (1 - void) if void <= 0.5 else 0.0
        if not like.shared or not credit:
            return judged(0.0, None, next(iter(self.void.values()), "ignorance" if self.reading.ignorance else "none"))
        hits = merged((unit.start, unit.end) for unit in like.shared)
        if self._is_guess(hits):
            return judged(credit * self.settings.hedged, hits, "hedged")
        return judged(credit, hits)

    def _score(
        self, name: str, point: str, weight: float, credit: float, hits: Sequence[Span] | None, reason: str = ""
    ) -> CriterionScore:
        verdict: CriterionVerdict = "none"
        if credit:
            verdict = "full" if credit >= self.settings.full_from else "partial"
        return CriterionScore(
            criterion=name,
            point=point,
            weight=weight,
            verdict=verdict,
            credit=round(credit, 4),
            evidence=self._quote(hits) if hits else None,
            turn=self.turn if hits else None,
            reason=self.scorer.cues.reason(reason or verdict, self.language),
        )

    def _is_echo_of(self, statement: Statement) -> bool:
        """Whether the answer only repeats the question, to which that would not be the reference's answer."""
        return self.is_echo and _share(statement.side.units, self.said.asked) < 1

    def _windows(self) -> Iterator[Span]:
        """Sentences, and neighbouring ones in pairs."""
        sentences = self.reading.outline.sentences
        for width in (1, 2):
            for at in range(len(sentences) - width + 1):
                yield sentences[at].start, sentences[at + width - 1].end

    def _places(self, statement: Statement) -> dict[int, list[tuple[float, int]]]:
        """For each unit of a statement, the answer's units that are like it."""
        # Where the reference only chooses among what the question names, so may the answer.
        able = (
            self.said.new
            if statement.side.asked
            else [at for at, unit in enumerate(self.said.units) if not says_nothing(self.reading, unit)]
        )
        return {
            unit: [
                (alike, at)
                for at in able
                if (alike := likeness(statement.side.units[unit].text, self.said.units[at].text)) > 0
            ]
            for unit in statement.units
        }

    def _find(self, statement: Statement, places: dict[int, list[tuple[float, int]]], window: Span) -> _Found:
        stated: dict[str, float] = {}
        turned: dict[str, float] = {}
        hits: list[Span] = []
        why = "negated"
        for unit, alike in places.items():
            text = statement.side.units[unit].text
            inside = sorted(
                (each for each in alike if window[0] <= self.said.units[each[1]].start < window[1]), reverse=True
            )
            if not inside:
                continue
            agreeing = next((each for each in inside if self._agree(statement, unit, each[1])), None)
            if agreeing is None:
                against = inside[0][0] / (_SET_ASIDE if self.said.is_set_aside(inside[0][1]) else 1)
                turned[text] = max(turned.get(text, 0.0), against)
                if statement.side.turned(unit) == self.said.turned(inside[0][1]):
                    why = "rival"
            else:
                stated[text] = max(stated.get(text, 0.0), agreeing[0])
                hits.append((self.said.units[agreeing[1]].start, self.said.units[agreeing[1]].end))
        weights = statement.weights
        good = sum(weights[text] * alike for text, alike in stated.items())
        bad = sum(weights[text] * alike for text, alike in turned.items() if text not in stated)
        near = max(good - bad / 2, 0.0) / sum(weights.values())
        if _DENIED * bad >= good and bad:
            return _Found(near, reason=why)
        if not hits:
            return _Found(0.0)
        if self._is_reversed(statement, hits):
            return _Found(near, reason="negated")
        clauses = tuple(sorted({clause for hit in hits for clause in self.reading.outline.clauses_of(hit)}))
        if self.turned.intersection(clauses):
            return _Found(near, reason="negated")
        terms = tuple(merged(hits))
        if not statement.names and self.listing.objection(terms, clauses) == "listed":
            return _Found(near, reason="listed")
        return _Found(near, terms)

    def _agree(self, statement: Statement, unit: int, place: int) -> bool:
        is_turned = self.said.turned(place)
        if statement.side.turned(unit) != is_turned and not (
            statement.side.may_be_denied(unit) if is_turned else self.said.may_be_denied(place)
        ):
            return False
        mine, theirs = statement.side.subject(unit), self.said.subject(place)
        return mine is None or theirs is None or mine == theirs

    def _is_reversed(self, statement: Statement, hits: Sequence[Span]) -> bool:
        """Whether one word of the statement has its opposite's place; two opposites say the same again."""
        outline = self.reading.outline
        held = sorted({clause for hit in hits for clause in outline.clauses_of(hit)})
        said = self.said.ends_in([(outline.clauses[clause].start, outline.clauses[clause].end) for clause in held])
        stated = statement.side.ends_in([statement.span])
        return sum(said.get(axis) == -end for axis, end in stated.items()) == 1

    def _cosines(self, statement: Statement) -> list[float]:
        """Cosines of the embeddings of a statement and each window, without what the question holds."""
        texts = [_rest(statement.side, statement.span), *(_rest(self.said, window) for window in self.windows)]
        vectors = self.scorer.embeddings.embed_array(texts)
        return [
            float(vectors[0] @ vector) if text.strip() else 0.0
            for text, vector in zip(texts[1:], vectors[1:], strict=True)
        ]

    def _is_guess(self, hits: Sequence[Span]) -> bool:
        """Whether most of what was found is marked as a guess or as what others say."""
        outline = self.reading.outline
        unsure = sum(
            outline.clause_at(hit[0]) in self.reading.hedged
            or any(start <= hit[0] < end for start, end in self.reading.attributed)
            for hit in hits
        )
        return 2 * unsure > len(hits)

    def _quote(self, hits: Sequence[Span]) -> str:
        """The clauses that hold what was found, verbatim; the densest one where they stand far apart."""
        clauses = self.reading.outline.clauses
        holding = sorted(self.reading.outline.clause_at(hit[0]) for hit in hits)
        first, last = clauses[holding[0]], clauses[holding[-1]]
        if last.end - first.start > _LONGEST_QUOTE:
            first = last = clauses[max(holding, key=holding.count)]
        if last.end - first.start > _LONGEST_QUOTE:
            inside = [hit for hit in hits if first.start <= hit[0] < first.end]
            return self.reading.said[inside[0][0] : inside[0][1]]
        return self.reading.said[first.start : last.end]


def _unscorable(reading: Reading, statements: Sequence[Statement]) -> str | None:
    if not statements:
        return "reference"
    if reading.ignorance:
        return None
    why = trouble(without(reading.said, reading.injections).casefold(), reading.cues)
    if reading.injections:
        return "injection" if why else None
    # To a question that a word answers, a word is an answer.
    return None if why == "short" and units_in(reading.plain, reading.cues) else why


def _share(units: Sequence[Unit], others: set[str]) -> float:
    return sum(is_in(unit.text, others) for unit in units) / len(units) if units else 1.0


def _rest(side: Side, span: Span) -> str:
    """A part of a text without what the question holds and what states nothing."""
    kept = list(side.reading.said[slice(*span)])
    new = set(side.new)
    for at, unit in enumerate(side.units):
        if at not in new and span[0] <= unit.start < span[1]:
            kept[unit.start - span[0] : unit.end - span[0]] = " " * (unit.end - unit.start)
    return "".join(kept)
