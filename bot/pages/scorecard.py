"""A Scorecard as HTML: recommendation, coverage, dimensions, questions with their quotes, what to study."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.agreement import Agreement
from bot.pages.conversation import tone
from bot.pages.markup import badge, bullets, cited, element, inert, link
from bot.pages.texts import company_name, dimension_title, flag_text, text
from bot.review import ReviewedInterview, differs, kappa_line, people_line, person_line, scored_by, worth_by_people
from bot.schema import (
    CriterionScore,
    DimensionScore,
    Language,
    PersonVerdict,
    Recommendation,
    Scorecard,
    ScoredProblem,
    ScoredQuestion,
    StudyItem,
)
from bot.words import words
from corpus.library import Library
from rubrics.schema import Rubric
from sandbox.problem import Verdict

Points = Mapping[str, str]
"""Key points in words, by `question id/criterion`."""
LEVELS = range(1, 6)
_TONES = {
    Recommendation.STRONG_HIRE: "good",
    Recommendation.HIRE: "good",
    Recommendation.LEAN_HIRE: "good",
    Recommendation.NOT_ENOUGH_EVIDENCE: "neutral",
}


def points_of(interview: ReviewedInterview, rubrics: Mapping[str, Rubric], language: Language) -> Points:
    """The key points of the questions put in an interview, by `question id/criterion`."""
    found: dict[str, str] = {}
    for turn in interview.turns:
        card = rubrics.get(turn.question.rubric or "") if turn.question else None
        if turn.question is not None and card is not None:
            for criterion in card.criteria:
                found[f"{turn.question.id}/{criterion.id}"] = criterion.point.in_language(language)
    return found


def recommendation_badge(recommendation: Recommendation, language: Language) -> str:
    return badge(words(recommendation.value, language), f"recommendation {_TONES.get(recommendation, 'bad')}")


def summary(card: Scorecard, language: Language) -> str:
    """Recommendation, why, and how much of the round it rests on."""
    counts = card.counts
    overall = (
        words("overall_none", language)
        if card.fraction is None
        else words("overall_line", language, percent=round(card.fraction * 100))
    )
    covered = words(
        "coverage_line",
        language,
        planned=counts.planned,
        asked=counts.asked,
        scored=counts.scored,
        percent=round(card.coverage * 100),
    )
    meter = element(
        "div",
        element("span", "", "filled", style=f"width:{card.coverage:.0%}"),
        "meter",
        role="img",
        **{"aria-label": covered},
    )
    people = element("p", inert(people_line(card.people, language)), "by-people") if card.people else ""
    flags = bullets((badge(flag_text(flag, language), "neutral") for flag in card.flags), "flags")
    return element(
        "section",
        element(
            "div",
            recommendation_badge(card.recommendation, language) + element("p", inert(overall)),
            "headline",
        )
        + people
        + meter
        + element("p", inert(covered), "quiet")
        + bullets((inert(reason) for reason in card.reasons), "reasons")
        + flags,
        "summary",
    )


def dimensions(card: Scorecard, language: Language) -> str:
    """Every dimension with its level and band, or the reason why it has none."""
    rows = "".join(_dimension(dimension, language) for dimension in card.dimensions)
    return element("section", element("h3", inert(words("dimensions", language))) + rows, "dimensions")


def _dimension(scored: DimensionScore, language: Language) -> str:
    title = element("div", inert(dimension_title(scored.dimension, language)), "title")
    if scored.level is None:
        level = badge(words("not_scored", language), "neutral")
    else:
        low, high = scored.band or (scored.level, scored.level)
        steps = "".join(
            element(
                "i",
                "",
                " ".join(name for name, on in (("band", low <= n <= high), ("level", n == scored.level)) if on),
            )
            for n in LEVELS
        )
        said = text("level_and_band", language, level=scored.level, low=low, high=high)
        level = element("span", steps, "steps", role="img", **{"aria-label": said}) + element(
            "span", inert(said), "quiet"
        )
    why = element("div", inert(scored.reason), "quiet")
    quote = element("blockquote", inert(scored.evidence)) if scored.evidence else ""
    return element("div", title + element("div", level, "rating") + why + quote, "dimension")


def questions(card: Scorecard, points: Points, language: Language) -> str:
    """Question by question: share of the key points, each point's verdict and the words it rests on."""
    listed = "".join(_question(question, points, language) for question in card.questions)
    heading = element("h3", inert(words("questions", language)))
    return element("section", heading + listed, "questions") if listed else ""


def _question(question: ScoredQuestion, points: Points, language: Language) -> str:
    worth = (
        badge(words("not_scored", language), "neutral")
        if question.fraction is None
        else badge(f"{question.fraction:.0%}", f"percent {share_tone(question.fraction)}")
    )
    if differs(question):
        worth += " → " + badge(worth_by_people(question, language), "overruled")
    hints = badge(words("hints_taken", language, count=question.hints), "neutral") if question.hints else ""
    if question.scorers_differ:
        hints += badge(words("scorers_differ", language), "bad")
    heading = element("summary", f"{worth} {inert(question.text)} {hints}")
    unscored = element("p", inert(question.unscored), "quiet") if question.unscored else ""
    scorer = "".join(element("p", inert(told), "quiet") for told in scored_by(question, language))
    judged = criteria(question.id, question.criteria, points, language, question.people)
    body = cited(question, language) + unscored + scorer + judged
    return element("details", heading + body, "question")


def criteria(
    question_id: str,
    judged: Iterable[CriterionScore],
    points: Points,
    language: Language,
    people: Iterable[PersonVerdict] = (),
) -> str:
    """Key points with their verdicts and quotes, and what people hold them to be."""
    by_person = {each.criterion: each for each in people}
    return bullets(
        (
            _criterion(point_of(question_id, score, points), score, by_person.get(score.criterion), language)
            for score in judged
        ),
        "criteria",
    )


def point_of(question_id: str, score: CriterionScore, points: Points) -> str:
    """A key point in words; as the transcript keeps it, where no card has it."""
    return points.get(f"{question_id}/{score.criterion}") or score.point or score.criterion


def _criterion(point: str, score: CriterionScore, person: PersonVerdict | None, language: Language) -> str:
    verdict = badge(words(score.verdict, language), f"criterion {score.verdict}")
    quote = element("q", inert(score.evidence), "evidence") if score.evidence else ""
    looked_at = ""
    if person is not None:
        changed = "overruled" if person.verdict != person.scorer else "neutral"
        note = element("span", inert(person.note), "quiet") if person.note else ""
        looked_at = element("div", badge(person_line(person, language), f"person {changed}") + " " + note, "looked-at")
    return f"{verdict} {inert(point)} {quote}{looked_at}"


def agreed(found: Agreement, language: Language) -> str:
    """How far the scorer and people agree, with the confusion matrix."""
    told = (
        words("agreement_line", language, items=found.items, agreed=found.agreed) + " · " + kappa_line(found, language)
    )
    rows = "".join(
        element(
            "tr",
            element("th", inert(words(scorer, language)), scope="row")
            + "".join(element("td", str(found.confusion[scorer][person]), "number") for person in found.verdicts),
        )
        for scorer in found.verdicts
    )
    heads = element("th", inert(words("confusion", language))) + "".join(
        element("th", inert(words(person, language)), scope="col") for person in found.verdicts
    )
    table = element("table", element("thead", element("tr", heads)) + element("tbody", rows))
    return element(
        "section",
        element("h3", inert(words("agreement", language)))
        + element("p", inert(told), "quiet")
        + element("div", table, "scrolls"),
        "agreement card",
    )


def share_tone(fraction: float) -> str:
    """Colour of a share of key points."""
    return "good" if fraction >= 0.65 else "middling" if fraction >= 0.35 else "bad"


def problems(card: Scorecard, language: Language) -> str:
    """Coding problems with their best verdict."""
    if not card.problems:
        return ""
    rows = bullets((_problem(problem, language) for problem in card.problems), "problems")
    return element("section", element("h3", inert(words("problems", language))) + rows)


def _problem(problem: ScoredProblem, language: Language) -> str:
    if problem.verdict is None:
        verdict = (
            badge(words("verdict_none" if problem.gave_up else "verdict_blank", language), "bad")
            if problem.gave_up or problem.blank
            else badge(words("not_scored", language), "neutral")
        )
    else:
        verdict = badge(words(f"verdict_{problem.verdict}", language), f"verdict {tone(Verdict(problem.verdict))}")
    told = [text("cases_passed", language, passed=problem.passed, total=problem.total)] if problem.total else []
    told.append(words("attempts", language, count=problem.attempts))
    if problem.hints:
        told.append(words("hints_taken", language, count=problem.hints))
    return f"{verdict} {element('code', inert(problem.slug))} " + element("span", inert(" · ".join(told)), "quiet")


def strengths(card: Scorecard, language: Language) -> str:
    if not card.strengths:
        return ""
    quotes = "".join(element("blockquote", inert(quote)) for quote in card.strengths)
    return element("section", element("h3", inert(words("strengths", language))) + quotes, "strengths")


def study(card: Scorecard, library: Library, language: Language) -> str:
    """What to study next, each with the reports' questions that ask it."""
    if not card.study:
        return ""
    heading = element("h3", inert(words("study", language)))
    return element("section", heading + study_items(card.study, library, language), "study")


def study_items(items: Iterable[StudyItem], library: Library, language: Language) -> str:
    """Topics with why, and who asks them."""
    return element("ol", "".join(element("li", _study_item(item, library, language)) for item in items))


def _study_item(item: StudyItem, library: Library, language: Language) -> str:
    asking = []
    for question_id in item.questions:
        question = library.by_id.get(question_id)
        if question is not None:
            shown = (question.text_en if language == "en" else "") or question.text
            asking.append(link(shown, "corpus", language, question=question_id))
    companies = "、".join(company_name(company, language) for company in item.companies)
    by = element("p", inert(words("asked_by_companies", language, companies=companies)), "quiet") if companies else ""
    return element("strong", inert(item.topic)) + element("p", inert(item.why)) + by + bullets(asking, "asking")


def whole(interview: ReviewedInterview, library: Library, rubrics: Mapping[str, Rubric], language: Language) -> str:
    """The Scorecard from top to bottom, for the end of an interview."""
    card = interview.scorecard
    return element(
        "div",
        summary(card, language)
        + dimensions(card, language)
        + questions(card, points_of(interview, rubrics, language), language)
        + problems(card, language)
        + strengths(card, language)
        + study(card, library, language),
        "scorecard",
    )
