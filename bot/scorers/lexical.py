"""Scores an answer by the wordings of its rubric card: no model, no network, the same result every time.

A criterion is

* **full** where an `accept` wording matches in what the candidate states;
* **partial** where a `partial` wording matches, where all but one slot of an `accept` wording of three or
  more slots stand in one sentence, where the statement is marked as a guess or as somebody else's, or where
  the candidate says the right thing *and* a misconception that contradicts it;
* **contradicted** where such a misconception is stated and the whole point is not (one the candidate takes
  back, "不对，应该是…", and puts right does not count), or beside a second false claim; and where the words
  that would state the point turn it round (`bot.scorers.reversal`);
* **none** otherwise, with the reason.

Words state nothing inside a negation, a denial, a question, a repetition of the interviewer's question, a
list of keywords, "I don't know", or text addressed to the grader. Saying a thing often counts once.

`fraction` = Σ weight x (full 1, partial ½, contradicted -1, else 0) / Σ weight, not below 0 and at most .6 once
a criterion is contradicted. Where an answer as a whole speaks against its card (`bot.scorers.soundness`), full and
partial points keep a share of their credit, which each says. An answer that says "I don't know" is scored: 0. One
that is empty, too short or unintelligible is *unscored*, with the reason; no number is made up for it.

Flags: `injection` (text addressed to the grader was ignored), `keyword_list`, `echo` (the answer adds nothing
to the question), `repetition`, `dont_know`, `hedged`, `contradiction`, `self_contradiction`.

What it cannot do: follow an argument over several sentences, or recognise a wording that no card has. A
sentence that only affirms the question ("对，BN 依赖 batch") is an echo to it.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.schema import CriterionScore, QuestionScore
from bot.scorers.compiled import CompiledRubric, Wording, compiled_once
from bot.scorers.cues import load_cues
from bot.scorers.intelligible import trouble
from bot.scorers.listing import Listing
from bot.scorers.matching import Match, Matcher
from bot.scorers.reading import Reading, Span, without
from bot.scorers.reversal import Reversals
from bot.scorers.soundness import load_settings
from bot.scorers.text import fold, weight
from bot.scoring import CREDIT, fraction_of
from corpus.glossary import concepts_in
from rubrics.schema import Criterion, Rubric

NAME = "lexical"
_LONGEST_QUOTE = 220
_LONGEST_TERM = 5.0
"""In Chinese characters: what a regular expression finds beyond this is a statement and no keyword."""
_MOSTLY_RIGHT = 0.6
"""Share of a card, by weight, that an answer states in full before a single false claim, found by comparison only, is
taken for words that merely look like one: right answers share many words with the claims they refute."""
_EARNING = frozenset({"full", "partial"})
_STILL_FULL = 0.85
"""Credit from which a point counts as stated in full although the rest of the answer raises doubts."""
_MANY_FALSE_CLAIMS = 2
"""With so many false claims in an answer, the right words beside one of them get no benefit of the doubt."""


class LexicalScorer:
    """Scores answers with the wordings of rubric cards. Cards are compiled at first use; safe to share."""

    def __init__(self, rubrics: Mapping[str, Rubric] | None = None) -> None:
        self.rubrics = rubrics or {}
        self._cues = load_cues()

    def score(
        self,
        rubric: Rubric | str,
        answer: str,
        question_text: str = "",
        turn_id: int | None = None,
        *,
        question_id: str = "",
        language: str = "zh",
    ) -> QuestionScore:
        """Score one answer. `question_text` is what the interviewer said; reasons are in `language`.

        Raises KeyError for the slug of an unknown card. Evidence is a substring of
        `bot.scorers.text.spoken(answer)`.
        """
        card = self.rubrics[rubric] if isinstance(rubric, str) else rubric
        reading = Reading(answer, self._cues, asks=card.answered_by_questions)
        flags: set[str] = {"injection"} if reading.injections else set()
        if (why := self._unscorable(reading)) is not None:
            return QuestionScore(
                question_id=question_id,
                rubric=card.slug,
                scorer=NAME,
                criteria=tuple(
                    CriterionScore(criterion=each.id, weight=each.weight, verdict="unscored") for each in card.criteria
                ),
                unscored=self._cues.reason(f"unscored_{why}", language),
                flags=tuple(sorted(flags)),
            )
        judged = _Judging(compiled_once(card), reading, question_text, turn_id, language)
        criteria = judged.criteria()
        return QuestionScore(
            question_id=question_id,
            rubric=card.slug,
            scorer=NAME,
            fraction=fraction_of(criteria),
            criteria=criteria,
            flags=tuple(sorted(flags | judged.flags())),
        )

    def _unscorable(self, reading: Reading) -> str | None:
        if reading.ignorance:
            return None
        text = reading.folded.text
        if reading.injections:
            text = fold(without(reading.said, reading.injections)).text
            return "injection" if trouble(text, self._cues) else None
        return trouble(text, self._cues)


class _Judging:
    """One answer being judged by one card."""

    def __init__(
        self,
        compiled: CompiledRubric,
        reading: Reading,
        question_text: str,
        turn_id: int | None,
        language: str,
    ) -> None:
        self.card = compiled.rubric
        self.compiled = compiled
        self.reading = reading
        self.turn = turn_id
        self.language = language
        self.cues = reading.cues
        self.hits = {key: found.find(reading) for key, found in compiled.finders.items()}
        asked = "\n".join((question_text, self.card.question.zh, self.card.question.en))
        self.listing = Listing(reading, self._terms(), asked)
        self.matcher = Matcher(compiled, reading, self.listing, self.hits)
        self.mistakes = [self._statement(wordings) for wordings in compiled.misconceptions]
        self.turned: frozenset[int] = frozenset()
        self._reversals = Reversals(compiled.sentences, reading)
        self._compare(self._reversals)
        self._false_claims = len({mistake.clauses for mistake in self.mistakes if mistake}) + len(self.turned)
        self.verdicts: list[str] = []
        self._hedged = False
        self._both = False

    def _compare(self, reversals: Reversals) -> None:
        """Take over false claims that no wording has, unless there is but one in an answer that is right otherwise."""
        mistakes = [stated or self._claim(reversals.claim(at)) for at, stated in enumerate(self.mistakes)]
        turned = frozenset(reversals.turned())
        doubtful = {mistake.clauses for mistake in mistakes if mistake} | {(clause,) for clause in turned}
        if len(doubtful) == 1 and not any(self.mistakes) and self._is_right_without(*doubtful):
            return
        self.mistakes, self.turned = mistakes, turned

    def _is_right_without(self, clauses: tuple[int, ...]) -> bool:
        """Whether the other clauses of the answer state most of the card in full."""
        verdicts = [self._best(at, set(clauses))[0] for at in range(len(self.card.criteria))]
        weights = [criterion.weight for criterion in self.card.criteria]
        stated = sum(weight for weight, verdict in zip(weights, verdicts, strict=True) if verdict == "full")
        return stated >= _MOSTLY_RIGHT * sum(weights)

    def _terms(self) -> list[Span]:
        said = self.reading.said
        spans = {
            span
            for key, found in self.hits.items()
            for span in found
            if not self.compiled.finders[key].is_regex or weight(said[span[0] : span[1]]) <= _LONGEST_TERM
        }
        view = self.reading.folded
        for match in concepts_in(view.text):
            spans.add(view.span(match.start, match.end))
        return sorted(span for span in spans if not self.cues.glue.fullmatch(said[span[0] : span[1]].casefold()))

    def _statement(self, wordings: tuple[Wording, ...]) -> Match | None:
        for wording in wordings:
            for match in self.matcher.matches(wording):
                if match.void is None and not match.attributed:
                    return match
        return None

    def _claim(self, words: tuple[Span, ...]) -> Match | None:
        clauses = tuple(sorted({self.reading.outline.clause_at(start) for start, _ in words}))
        if not words or self.listing.objection(words, clauses) is not None:
            return None
        return Match(words, clauses, None)

    def criteria(self) -> tuple[CriterionScore, ...]:
        """The verdicts on all key points, given all that the answer says."""
        found = tuple(self._criterion(at) for at in range(len(self.card.criteria)))
        settings = load_settings()
        doubt = settings.doubt(self.compiled.comparison.shares(self._reversals, settings))
        sound = settings.kept(doubt, fraction_of(found))
        said = self.listing.kept_for_substance(self.compiled.vocabulary)
        why, kept = ("doubted", sound) if sound < said else ("empty", said)
        return tuple(
            self._lessened(each, why, kept) if kept < 1 and each.verdict in _EARNING else each for each in found
        )

    def _lessened(self, score: CriterionScore, why: str, kept: float) -> CriterionScore:
        """The same verdict for a share of its credit."""
        credit = round(CREDIT[score.verdict] * kept, 4)
        return score.model_copy(
            update={
                "verdict": "full" if credit >= _STILL_FULL else "partial",
                "credit": credit,
                "reason": self._say(why, verdict=score.reason, percent=f"{credit:.0%}".rstrip("%")),
            }
        )

    def _criterion(self, at: int) -> CriterionScore:
        criterion = self.card.criteria[at]
        mistakes = [
            (mistake, misconception)
            for mistake, misconception in zip(self.mistakes, self.card.misconceptions, strict=True)
            if mistake is not None and criterion.id in misconception.contradicts
        ]
        spoiled = {clause for mistake, _ in mistakes for clause in mistake.clauses}
        verdict, match, reason = self._best(at, spoiled)
        standing = [
            (mistake, misconception)
            for mistake, misconception in mistakes
            if not (
                match and verdict == "full" and self.reading.corrected_between(max(mistake.hits)[1], max(match.hits)[1])
            )
        ]
        if standing:
            mistake, misconception = standing[0]
            correction = misconception.correction.in_language(self.language)
            # Half the point, or words near it, are no second opinion beside a false claim.
            if verdict == "full" and self._false_claims < _MANY_FALSE_CLAIMS:
                verdict, reason, self._both = "partial", self._say("both", correction=correction), True
            else:
                verdict, match, reason = (
                    "contradicted",
                    mistake,
                    self._say("contradicted", correction=correction),
                )
        self.verdicts.append(verdict)
        self._hedged |= verdict == "partial" and match is not None and match.hedged
        return self._score(criterion, verdict, match, reason)

    def _best(self, at: int, spoiled: set[int]) -> tuple[str, Match | None, str]:
        weaker: tuple[str, Match, str] | None = None
        void: str | None = None
        turned: Match | None = None
        for wording in self.compiled.accept[at]:
            for match in self.matcher.matches(wording, allow_incomplete=True):
                if match.void is not None:
                    void = void or (match.void if match.complete else None)
                elif spoiled & set(match.clauses):
                    continue
                elif self.turned & set(match.clauses):
                    turned = turned or match
                elif match.complete and not match.hedged and not match.attributed:
                    return "full", match, self._say("full")
                else:
                    name = "incomplete" if not match.complete else "hedged" if match.hedged else "attributed"
                    if weaker is None or (match.complete and not weaker[1].complete):
                        weaker = ("partial", match, self._say(name))
        if weaker is not None:
            return weaker
        for wording in self.compiled.partial[at]:
            for match in self.matcher.matches(wording):
                if match.void is None and self.turned & set(match.clauses):
                    turned = turned or match
                elif match.void is None and not spoiled & set(match.clauses):
                    return "partial", match, self._say("partial")
                void = void or match.void
        if turned is not None:
            point = self.card.criteria[at].point.in_language(self.language)
            return "contradicted", turned, self._say("contradicted", correction=point)
        if void is None and self.reading.ignorance:
            void = "ignorance"
        return "none", None, self._say(void or "none")

    def _say(self, name: str, **values: str) -> str:
        return self.cues.reason(name, self.language, **values)

    def _score(self, criterion: Criterion, verdict: str, match: Match | None, reason: str) -> CriterionScore:
        return CriterionScore.model_validate(
            {
                "criterion": criterion.id,
                "weight": criterion.weight,
                "verdict": verdict,
                "evidence": self._quote(match) if match else None,
                "turn": self.turn if match else None,
                "reason": reason,
            }
        )

    def _quote(self, match: Match) -> str:
        """The clauses that carry the match, verbatim; the densest one where they stand far apart."""
        clauses, sentences = self.reading.outline.clauses, self.reading.outline.sentences
        below = [at for at in match.clauses if not sentences[clauses[at].sentence].is_heading]
        first, last = clauses[(below or match.clauses)[0]], clauses[match.clauses[-1]]
        if last.end - first.start <= _LONGEST_QUOTE:
            return self.reading.said[first.start : last.end]
        densest = max(
            match.clauses,
            key=lambda at: sum(clauses[at].start <= hit[0] < clauses[at].end for hit in match.hits),
        )
        where = clauses[densest]
        if where.end - where.start <= _LONGEST_QUOTE:
            return self.reading.said[where.start : where.end]
        inside = [hit for hit in match.hits if where.start <= hit[0] < where.end]
        return self.reading.said[min(inside)[0] : max(hit[1] for hit in inside)]

    def flags(self) -> set[str]:
        """What else is worth knowing about the answer."""
        found: set[str] = set()
        if self.listing.is_list or self.listing.is_pile:
            found.add("keyword_list")
        if self.reading.ignorance:
            found.add("dont_know")
        if self._hedged:
            found.add("hedged")
        if "contradicted" in self.verdicts:
            found.add("contradiction")
        if self._both:
            found.add("self_contradiction")
        if self.listing.whole.share_in(self.listing.question) >= 0.95:
            found.add("echo")
        sentences = [
            self.reading.said[each.start : each.end].strip(" 。.!?;\n") for each in self.reading.outline.sentences
        ]
        long = [text for text in sentences if len(text) >= 6]
        if len(long) - len(set(long)) >= 1:
            found.add("repetition")
        return found
