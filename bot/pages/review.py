"""The Review page: all interviews, and one of them with its Scorecard, radar and transcript."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import gradio as gr

from bot.agreement import agreement
from bot.assessment import review_of
from bot.export import EXPORTERS
from bot.interview import Interview
from bot.pages import scorecard as sheet
from bot.pages.conversation import turn_bubble
from bot.pages.evidence import marked
from bot.pages.failures import EXPECTED, warn
from bot.pages.frame import QUIET, UNCHANGED, fragment, page_head
from bot.pages.markup import badge, element, empty, inert, link
from bot.pages.overruling import Overruling
from bot.pages.paper import results
from bot.pages.radar import radar
from bot.pages.season import overview
from bot.pages.season import rows as season_rows
from bot.pages.texts import company_name, path, round_name, text
from bot.review import ReviewedInterview, ReviewedTurn, tokens_line
from bot.schema import CriterionScore, Language, Recommendation
from bot.season import season_named, standing, standings
from bot.services import Services
from bot.spending import month_line
from bot.store import InterviewRow
from bot.words import words
from bot.written.overdue import collect_overdue
from bot.written.results import paper_lines

READ_ADDRESS = """() => {
  const asked = new URLSearchParams(location.search);
  return [asked.get("interview") || "", asked.get("season") || ""];
}"""


def review_page(blocks: gr.Blocks, services: Services, language: Language) -> None:
    """Builds the page inside the Blocks that are open."""
    page_head("review", language)
    page = _Review(services, language)
    page.connect(blocks)


class _Review:
    def __init__(self, services: Services, language: Language) -> None:
        self.services = services
        self.language: Language = language
        self.interview_id = gr.Textbox(visible="hidden", elem_classes="held", elem_id="interview-id")
        self.season_id = gr.Textbox(visible="hidden", elem_classes="held")
        self.listed = fragment(elem_id="interviews", visible=False)
        with gr.Column(elem_id="reviewed", visible=False) as self.reviewed:
            self.header = fragment(elem_id="reviewed-header")
            with gr.Row(elem_classes="split"):
                with gr.Column(min_width=300):
                    with gr.Column(elem_classes="card"):
                        self.summary = fragment()
                        self.chart = gr.Plot(show_label=False, container=False, elem_id="radar")
                    with gr.Column(elem_classes="card"):
                        self.study = fragment(elem_id="study")
                with gr.Column(min_width=300):
                    with gr.Column(elem_classes="card"):
                        self.dimensions = fragment(elem_id="dimensions")
                    with gr.Column(elem_classes="card"):
                        self.questions = fragment(elem_id="scored-questions")
                    self.overruling = Overruling(services, language)
            self.transcript = fragment(elem_id="transcript")
        self.outputs = [
            self.listed, self.reviewed, self.header, self.summary, self.chart, self.dimensions, self.study,
            self.questions, self.transcript, self.interview_id, *self.overruling.outputs,
        ]  # fmt: skip

    def connect(self, blocks: gr.Blocks) -> None:
        """Says what happens on every event."""
        blocks.load(self.open, [self.interview_id, self.season_id], self.outputs, js=READ_ADDRESS, **QUIET)
        self.overruling.connect(self.interview_id, self._one, self.outputs)

    def say(self, key: str, **names: object) -> str:
        return text(key, self.language, **names)

    def open(self, interview_id: str, season_id: str) -> dict[Any, Any]:
        """The list, or the interview or season that the address names."""
        try:
            if interview_id:
                Interview.take_up(self.services, interview_id).collect()
                return self._one(review_of(self.services, interview_id))
            if season_id:
                season = standing(self.services, season_named(self.services, season_id))
                shown = overview(season, self.services.library, self.language)
                return {self.listed: gr.update(value=shown, visible=True)}
        except EXPECTED as error:
            warn(error, self.say("could_not"))
        try:
            return {self.listed: gr.update(value=self._list(), visible=True)}
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return UNCHANGED

    def _list(self) -> str:
        collect_overdue(self.services)
        rows = self.services.store.list()
        heading = element("h1", inert(self.say("review_title")))
        if not rows:
            start = link(self.say("nav_practise"), "", self.language, "button primary")
            return heading + empty(self.say("review_none")) + element("p", start)
        found = agreement(self.services.store.overruled())
        agreed = sheet.agreed(found, self.language) if found.items else ""
        paid = month_line(self.services, self.language)
        heading += element("p", inert(paid), "quiet") if paid else ""
        seasons = season_rows(standings(self.services), self.language)
        interviews = element("ul", "".join(self._row(row) for row in rows), "rows card")
        return (
            heading
            + seasons
            + (element("h2", inert(self.say("interviews_title"))) if seasons else "")
            + interviews
            + agreed
        )

    def _row(self, row: InterviewRow) -> str:
        state = badge(words(row.state, self.language), "neutral" if row.state == "finished" else "open")
        concluded = (
            sheet.recommendation_badge(Recommendation(row.recommendation), self.language) if row.recommendation else ""
        )
        told = self.say("review_line", started=f"{row.started.astimezone():%Y-%m-%d %H:%M}", turns=row.turns)
        return element(
            "li",
            link(self._name(row.company, row.round), "review", self.language, interview=row.id)
            + element("span", inert(told), "quiet")
            + element("span", concluded + state + self._continue(row.id, row.state), "badges"),
        )

    def _name(self, company: str, round_: str) -> str:
        return f"{company_name(company, self.language)} · {round_name(round_, self.language)}"

    def _continue(self, interview_id: str, state: str) -> str:
        if state == "finished":
            return ""
        return link(self.say("continue"), "", self.language, "button small", interview=interview_id)

    def _one(self, interview: ReviewedInterview) -> dict[Any, Any]:
        card, language = interview.scorecard, self.language
        points = sheet.points_of(interview, self.services.rubrics, language)
        study = sheet.study(card, self.services.library, language) or empty(self.say("study_nothing"))
        asked = sheet.questions(card, points, language) or empty(self.say("questions_nothing"))
        return {
            self.listed: gr.update(visible=False),
            self.reviewed: gr.update(visible=True),
            self.header: self._header(interview),
            self.summary: sheet.summary(card, language) + self._paper(interview),
            self.chart: radar(card, language),
            self.dimensions: sheet.dimensions(card, language),
            self.study: study + sheet.strengths(card, language) + sheet.problems(card, language),
            self.questions: asked,
            self.transcript: self._transcript(interview, points),
            self.interview_id: interview.id,
            **self.overruling.fill(interview, points),
        }

    def _paper(self, interview: ReviewedInterview) -> str:
        events = self.services.store.load(interview.id)
        lines = paper_lines(events, interview.scorecard, self.services.problems, self.language)
        return results(lines, self.language)

    def _header(self, interview: ReviewedInterview) -> str:
        back = element("a", inert(self.say("review_back")), "quiet", href=path("review", self.language))
        state = badge(words(interview.state, self.language), "neutral" if interview.state == "finished" else "open")
        exports = "".join(
            element("a", inert(name.upper()), "button small", href=f"/export/{interview.id}.{name}", download="")
            for name in EXPORTERS
        )
        download = element("span", element("span", inert(self.say("export")), "quiet") + exports, "exports")
        line = f"{interview.started[:10]} · {self.say(f'mode_{interview.mode}')}"
        if interview.tokens is not None:
            paid = tokens_line(interview.tokens, self.language)
            line += f" · {words('tokens_interview', self.language, tokens=paid)}"
        return element(
            "div",
            back
            + element("h1", inert(self._name(interview.company, interview.round)))
            + element("span", inert(line), "quiet")
            + state
            + self._continue(interview.id, interview.state)
            + download,
            "room-header",
        )

    def _transcript(self, interview: ReviewedInterview, points: Mapping[str, str]) -> str:
        evidence = _evidence_by_turn(interview)
        bubbles = "".join(self._turn(turn, evidence.get(turn.turn, ()), points) for turn in interview.turns)
        legend = element("p", inert(self.say("transcript_legend")), "quiet")
        heading = element("h3", inert(words("transcript", self.language)))
        return element("section", heading + legend + element("div", bubbles, "transcript"), "card")

    def _turn(self, turn: ReviewedTurn, evidence: Sequence[CriterionScore], points: Mapping[str, str]) -> str:
        paid = self._tokens(turn)
        if turn.speaker != "candidate" or turn.submission is not None:
            return turn_bubble(turn, self.language, beside=paid)
        return turn_bubble(turn, self.language, marked(turn.text, evidence), self._scores(turn, points) + paid)

    def _tokens(self, turn: ReviewedTurn) -> str:
        if turn.tokens is None:
            return ""
        told = words("tokens_turn", self.language, tokens=tokens_line(turn.tokens, self.language))
        return element("div", inert(told), "quiet")

    def _scores(self, turn: ReviewedTurn, points: Mapping[str, str]) -> str:
        scores = turn.scores
        if scores is None:
            return ""
        if scores.fraction is None:
            told = f"{words('not_scored', self.language)}：{scores.unscored or ''}"
            return element("div", element("p", inert(told), "quiet"), "scores")
        fallback = element("p", inert(scores.fallback), "quiet") if scores.fallback else ""
        worth = element("span", inert(self.say("scores_so_far")), "quiet") + " "
        worth += badge(f"{scores.fraction:.0%}", f"percent {sheet.share_tone(scores.fraction)}")
        listed = sheet.criteria(scores.question_id, scores.criteria, points, self.language)
        return element("div", worth + fallback + listed, "scores")


def _evidence_by_turn(interview: ReviewedInterview) -> Mapping[int, Sequence[CriterionScore]]:
    """Every score that quotes a turn, as it stood last; a quote may be older than its score."""
    latest: dict[tuple[str, str, int], CriterionScore] = {}
    for turn in interview.turns:
        for score in turn.scores.criteria if turn.scores else ():
            if score.evidence:
                place = score.turn if score.turn is not None else turn.turn
                latest[turn.scores.question_id if turn.scores else "", score.criterion, place] = score
    found: dict[int, list[CriterionScore]] = defaultdict(list)
    for (_, _, place), score in latest.items():
        found[place].append(score)
    return found
