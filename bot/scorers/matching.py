"""Where wordings match in an answer, and whether the words there state anything.

A match fills every slot of a wording inside one sentence, in order where the wording asks for it. It is
*void* where the sentence denies, asks, quotes, repeats the question or merely lists terms. Two things make a
sentence wider or narrower: one that begins with an anaphor (它, 这, so, it) or follows a semicolon goes on with the
sentence before, and a clause whose subject is another of the card's own subjects (LN in a card that compares LN
with BN) lends no words to the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from bot.scorers.compiled import CompiledRubric, Wording, names_a_thing
from bot.scorers.listing import Listing
from bot.scorers.reading import Negator, Reading, Span

_WIDEST_MATCH = 120.0
"""In Chinese characters: in a text without full stops, words further apart are not one statement."""
_MOST_TRIES = 120
_LONGEST_STANDARD = 16
"""In characters: words that make what follows the standard of a comparison."""
_NEAREST = 6


@dataclass(frozen=True, slots=True)
class Match:
    """Slots filled."""

    hits: tuple[Span, ...]
    clauses: tuple[int, ...]
    """Clauses that hold them, ascending."""
    void: str | None
    """Why it states nothing: a key of `reasons` in cues.yaml."""
    hedged: bool = False
    attributed: bool = False
    complete: bool = True
    """False where one slot of three or more is missing."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Clauses that are read together."""

    clauses: tuple[int, ...]

    def holds(self, clause: int) -> bool:
        return clause in self.clauses


class Matcher:
    """One answer against one card."""

    def __init__(self, compiled: CompiledRubric, reading: Reading, listing: Listing, hits: dict[str, tuple[Span, ...]]):
        self.reading = reading
        self.listing = listing
        self.hits = hits
        self.compiled = compiled
        self._term_spans = {span for key, found in compiled.finders.items() if not found.is_regex for span in hits[key]}
        self._sources: dict[Span, list[str]] = {}
        for key, found in compiled.finders.items():
            for span in hits[key] if found.is_regex else ():
                self._sources.setdefault(span, []).append(found.source)
        self._subjects: dict[int, Span | None] = {}
        self._rival_spans = sorted({span for key in compiled.rivals for span in hits[key]})
        self._rival_names = {span: _name(compiled, hits, span) for span in self._rival_spans}
        self.units = tuple(self._all_units())

    def matches(self, wording: Wording, *, allow_incomplete: bool = False) -> Iterator[Match]:
        """Every match, at most one valid one a unit; void ones come too, so that a reason can be given."""
        slots = [tuple(sorted({span for each in slot for span in self.hits[each.key]})) for slot in wording.required]
        missing = sum(not slot for slot in slots)
        if missing > (1 if allow_incomplete and len(slots) >= 3 else 0):
            return
        clause_of = self.reading.outline.clause_at
        for unit in self.units:
            inside = [tuple(span for span in slot if unit.holds(clause_of(span[0]))) for slot in slots]
            gaps = [at for at, spans in enumerate(inside) if not spans]
            if len(gaps) > (1 if allow_incomplete and len(slots) >= 3 else 0):
                continue
            if (found := self._best(wording, inside, unit, gaps[0] if gaps else None)) is not None:
                yield found

    # -- units ---------------------------------------------------------------------------------------------

    def _all_units(self) -> Iterator[Unit]:
        sentences = self.reading.outline.sentences
        heading: tuple[int, ...] = ()
        for at, sentence in enumerate(sentences):
            own = tuple(range(sentence.first, sentence.last + 1))
            before = sentences[at - 1] if at else None
            if not (before and before.is_heading) and not sentence.is_bullet:
                heading = ()
            elif before and before.is_heading:
                heading = tuple(range(before.first, before.last + 1))
            yield Unit((*heading, *own))
            following = sentences[at + 1] if at + 1 < len(sentences) else None
            if following and sentence.is_soft and self._subject(following.first) is None:
                yield Unit((*own, *range(following.first, following.last + 1)))
            elif following and self.reading.cues.anaphors.match(self.reading.clause_text(following.first)):
                yield Unit((*own, *range(following.first, min(following.last, following.first + 1) + 1)))

    # -- one unit ------------------------------------------------------------------------------------------

    def _best(
        self, wording: Wording, slots: list[tuple[Span, ...]], unit: Unit, gap: int | None = None
    ) -> Match | None:
        """The first assignment that states something; else a void one; None where slots can't be filled."""
        void: Match | None = None
        filled = [at for at in range(len(slots)) if at != gap]
        for hits in _assignments([slots[at] for at in filled]):
            if self._share_words(hits) or self.reading.weight_between(min(hits)[0], max(hits)[1]) > _WIDEST_MATCH:
                continue
            if any(
                wording.ordered[at] and here and hits[here][0] < hits[here - 1][1] for here, at in enumerate(filled)
            ):
                continue
            match = self._judge(wording, hits, unit, gap)
            if match.void is None:
                return match
            if match.void != "forbidden" and void is None:
                void = match
        return void

    def _share_words(self, hits: tuple[Span, ...]) -> bool:
        """Whether one term fills two slots (batch in "batch norm"); a regular expression may span other
        slots."""
        terms = sorted(hit for hit in hits if hit in self._term_spans)
        return any(left[1] > right[0] for left, right in pairwise(terms))

    def _judge(self, wording: Wording, hits: tuple[Span, ...], unit: Unit, gap: int | None) -> Match:
        clauses = tuple(sorted({clause for span in hits for clause in self.reading.outline.clauses_of(span)}))
        reason = (
            self._forbidden(wording, hits, clauses, unit)
            or self._rival(hits, clauses, wording, gap)
            or self._compared_with(hits)
            or self._unsaid(hits)
            or self.listing.objection(hits, clauses)
            or (self._incomplete_objection(hits, clauses) if gap is not None else None)
        )
        return Match(
            hits,
            clauses,
            reason,
            hedged=not self.reading.hedged.isdisjoint(clauses),
            attributed=any(start <= span[0] < end for start, end in self.reading.attributed for span in hits),
            complete=gap is None,
        )

    def _unsaid(self, hits: tuple[Span, ...]) -> str | None:
        for hit in hits:
            for void in self.reading.void_at(hit):
                if void.cue is None or not any(_covers(each, void.cue) for each in hits):
                    return void.reason
        reaching = {hit: self._negators(hit, hits) for hit in hits}
        for hit, negators in reaching.items():
            if len(negators) % 2 and not self._negates_choice_only(negators, hit, hits):
                # 并不是说 BN 不依赖 …: the second negation stands behind this hit and restores the clause.
                restored = any(
                    len(others) > len(negators) and len(others) % 2 == 0 and set(negators) <= set(others)
                    for others in reaching.values()
                )
                if not restored:
                    return "negated"
        return None

    def _negators(self, hit: Span, hits: tuple[Span, ...]) -> list[Negator]:
        """Negations that reach a hit and are no part of the wording itself ("不依赖" as an alternative)."""
        before = [
            negator
            for negator in self.reading.negators_of(hit[0])
            if not any(_covers(each, (negator.start, negator.end)) for each in hits)
        ]
        if hit in self._term_spans:
            return before
        # What a regular expression spans may hold a negation that it does not ask for.
        spelled = " ".join(self._sources.get(hit, ()))
        return before + [
            negator
            for negator in self.reading.negators_of(hit[1] - 1)
            if hit[0] < negator.start and not _spells(spelled, negator.text)
        ]

    def _negates_choice_only(self, negators: list[Negator], hit: Span, hits: tuple[Span, ...]) -> bool:
        """Of "不用 BN，因为它依赖 batch" the use of BN is negated, and not what later clauses say of it."""
        if len(negators) != 1 or not negators[0].is_choice:
            return False
        clause = self.reading.outline.clause_at(negators[0].start)
        ends = [self.reading.outline.clauses_of(each)[-1] for each in hits if len(hits) == 1 or each != hit]
        return all(end > clause for end in ends)

    def _incomplete_objection(self, hits: tuple[Span, ...], clauses: tuple[int, ...]) -> str | None:
        """With a slot missing, things named side by side say nothing, and a negation may say the reverse."""
        if all(names_a_thing(self.reading.said[start:end]) for start, end in hits):
            return "none"
        turned = any(
            not any(_touch((negator.start, negator.end), each) for each in hits)
            for clause in clauses
            for negator in self.reading.negators.get(clause, ())
        )
        return "negated" if turned else None

    # -- subjects ------------------------------------------------------------------------------------------

    def _subject(self, clause: int) -> Span | None:
        """The rival term that a clause begins with."""
        if clause not in self._subjects:
            where = self.reading.outline.clauses[clause]
            found = None
            for span in self._rival_spans:
                if where.start <= span[0] < where.end:
                    before = self.reading.folded_text(where.start, span[0])
                    if self.reading.cues.nothing_but(self.reading.cues.lead_in, before):
                        found = span if found is None or span[1] > found[1] else found
            self._subjects[clause] = found
        return self._subjects[clause]

    def _rival(self, hits: tuple[Span, ...], clauses: tuple[int, ...], wording: Wording, gap: int | None) -> str | None:
        """A clause about another subject lends no words, unless that subject is itself part of the match."""
        anchor = hits[0] if gap != 0 else None
        own = {self._rival_names[span] for span in hits if span in self._rival_names}
        if anchor is not None and anchor not in self._rival_names and not own:
            return None
        home = self.reading.outline.clause_at(anchor[0]) if anchor else -1
        for clause in clauses:
            subject = self._subject(clause)
            if subject is None or clause == home:
                continue
            # A slot that takes only a part of the name (negative, of "false negative") speaks of something else.
            if self._rival_names[subject] not in own and not any(_covers(hit, subject) for hit in hits):
                return "rival"
        return None

    def _compared_with(self, hits: tuple[Span, ...]) -> str | None:
        """Of "X 比 Y 快" an expression that begins with Y would make Y the fast one."""
        behind = any(
            hit not in self._term_spans
            and self.reading.cues.standards.search(
                self.reading.said[max(0, hit[0] - _LONGEST_STANDARD) : hit[0]].casefold()
            )
            for hit in hits
        )
        return "rival" if behind else None

    def _forbidden(self, wording: Wording, hits: tuple[Span, ...], clauses: tuple[int, ...], unit: Unit) -> str | None:
        if not wording.forbidden:
            return None
        scope = self._same_subject(clauses, unit)
        for each in wording.forbidden:
            for span in self.hits[each.key]:
                if self.reading.outline.clause_at(span[0]) in scope and not any(_covers(hit, span) for hit in hits):
                    return "forbidden"
        return None

    def _same_subject(self, clauses: tuple[int, ...], unit: Unit) -> set[int]:
        """The unit; or, where the match lies in one clause of a contrast, the clauses about its subject."""
        if len(clauses) != 1 or self._subject(clauses[0]) is None:
            return set(unit.clauses)
        home = self._rival_names[self._subject(clauses[0])]  # type: ignore[index]
        scope: set[int] = set()
        current: object = None
        for clause in unit.clauses:
            subject = self._subject(clause)
            if subject is not None:
                current = self._rival_names[subject]
            if current == home:
                scope.add(clause)
        return scope


def _name(compiled: CompiledRubric, hits: dict[str, tuple[Span, ...]], span: Span) -> frozenset[object]:
    """What a subject is, whatever it is called: the patterns that find it."""
    return frozenset(
        pattern for key in compiled.rivals if span in hits[key] for pattern in compiled.finders[key].patterns
    )


def _assignments(slots: list[tuple[Span, ...]]) -> Iterator[tuple[Span, ...]]:
    """Ways to fill the slots, close together first, at most `_MOST_TRIES`."""
    rarest = min(range(len(slots)), key=lambda at: len(slots[at]))
    tries = 0
    for anchor in slots[rarest]:
        near = [
            (anchor,) if at == rarest else tuple(sorted(slot, key=lambda span: abs(span[0] - anchor[0]))[:_NEAREST])
            for at, slot in enumerate(slots)
        ]
        for hits in sorted(product(*near), key=lambda each: max(each)[1] - min(each)[0]):
            yield hits
            tries += 1
            if tries >= _MOST_TRIES:
                return


def _spells(source: str, negator: str) -> bool:
    """Whether a regular expression asks for a negation; any English one stands for all."""
    if negator.isascii():
        # The b of the anchor \b is no letter before the word.
        source = source.replace(r"\b", " ")
        return re.search(r"n't|n'\?t|(?<![a-z])(not|no|never|without|neither|nor|cannot)(?![a-z])", source) is not None
    return negator in source or negator[0] in source


def _covers(one: Span, other: Span) -> bool:
    return one[0] <= other[0] and other[1] <= one[1]


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
