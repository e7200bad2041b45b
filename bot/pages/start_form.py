"""The start of Practise: company, round and manner, the persona's card, and interviews left unfinished."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gradio as gr

from bot.interview import Interview
from bot.pages.failures import EXPECTED, warn
from bot.pages.frame import QUIET, RAW, fragment
from bot.pages.markup import badge, element, empty, inert, link
from bot.pages.persona_card import persona_card
from bot.pages.season import rows as season_rows
from bot.pages.texts import company_name, report_name, round_name, text
from bot.persona import WRITTEN_TEST, named_only, reports_of, rounds_to_play
from bot.resume.found import Resume
from bot.resume.overview import overview
from bot.resume.reading import read_resume
from bot.schema import Language, Mode
from bot.season import begin_season, due_round, standings
from bot.services import Services

WHOLE_SEASON = "season"
"""Stands among the rounds to choose from; no report's round is called that."""


class StartForm:
    """Components of the form, built inside the Blocks that are open; shown by whoever fills `column`."""

    def __init__(self, services: Services, language: Language) -> None:
        self.services = services
        self.language: Language = language
        say = self.say
        with gr.Column(elem_id="start", visible=False) as self.column:
            fragment(element("h1", inert(say("start_title"))) + element("p", inert(say("start_lead")), "lead"))
            with gr.Row(elem_classes="split"):
                with gr.Column(elem_classes="card", min_width=300):
                    self._build_choices()
                with gr.Column(elem_classes="card", min_width=300):
                    self.persona = fragment(elem_id="persona")
            self.unfinished = fragment(elem_id="unfinished")
        self.outputs = [self.company, self.round, self.report, self.persona, self.unfinished]
        self.chosen = [self.company, self.round, self.report, self.spoken, self.mode, self.read_cv]
        """What `begin` reads, in its order."""
        self.cv.upload(self.read, [self.cv], [self.cv, self.read_cv, self.cv_note], **QUIET)
        self.cv.clear(lambda: ("", ""), None, [self.read_cv, self.cv_note], **QUIET)
        persona = [self.round, self.report, self.persona]
        self.company.input(self.choose_company, [self.company], persona, **RAW)
        self.round.input(self.choose_round, [self.company, self.round], persona[1:], **RAW)
        self.report.input(self.choose_report, [self.company, self.round, self.report], persona[2:], **RAW)

    def _build_choices(self) -> None:
        say = self.say
        self.company = gr.Dropdown(label=say("company"), choices=[], elem_id="company")
        self.round = gr.Radio(label=say("round"), choices=[], elem_id="round")
        self.report = gr.Dropdown(label=say("which_report"), choices=[], elem_id="report", visible=False)
        self.spoken = gr.Radio(
            label=say("interview_language"),
            choices=[(say("language_zh"), "zh"), (say("language_en"), "en")],
            value=self.language,
            elem_id="spoken-language",
        )
        self.mode = gr.Radio(
            label=say("mode"),
            info=say("mode_info"),
            choices=[(say("mode_practice"), "practice"), (say("mode_real"), "real")],
            value="practice",
            elem_id="mode",
        )
        self.cv = gr.File(
            label=say("resume"),
            file_types=[".pdf", ".docx", ".md", ".txt"],
            type="filepath",
            height=120,
            elem_id="resume",
        )
        self.cv_note = fragment(self._about_the_cv(), elem_id="resume-note")
        self.read_cv = gr.Textbox(visible="hidden", elem_classes="held", elem_id="read-cv")
        self.start = gr.Button(say("begin"), variant="primary", elem_id="begin", elem_classes="once")

    def say(self, key: str, **names: object) -> str:
        return text(key, self.language, **names)

    def _about_the_cv(self) -> str:
        return element("p", inert(self.say("resume_info")), "quiet")

    def fill(self) -> dict[Any, Any]:
        """The form as the reports and stored interviews have it now."""
        library = self.services.library
        choices = [(company_name(name, self.language), name) for name in library.companies]
        choices += [(self.say("only_named", company=company_name(n, self.language)), n) for n in named_only(library)]
        first = library.companies[0] if library.companies else None
        return {
            self.column: gr.update(visible=True),
            self.company: gr.update(choices=choices, value=first),
            **(self.choose_company(first) if first else {}),
            self.unfinished: self._unfinished(),
        }

    def choose_company(self, company: str) -> dict[Any, Any]:
        """Another company: its rounds, and the card of the first."""
        rounds = rounds_to_play(self.services.library, company)
        if not rounds:
            return {self.round: gr.update(choices=[], value=None), self.persona: empty(self.say("no_rounds"))}
        choices = [(round_name(name, self.language), name) for name in rounds]
        if WRITTEN_TEST not in rounds:
            written = round_name(WRITTEN_TEST, self.language)
            choices.append((self.say("written_borrowed", round=written), WRITTEN_TEST))
        choices.append((self.say("whole_season_choice"), WHOLE_SEASON))
        return {
            self.round: gr.update(choices=choices, value=rounds[0]),
            **self.choose_round(company, rounds[0]),
        }

    def choose_round(self, company: str, round_: str) -> dict[Any, Any]:
        """Another round: its card, and the choice of a report where several cover it."""
        reports = {each.file: report_name(each) for each in reports_of(self.services.library, company, round_)}
        choices = [(self.say("all_reports"), ""), *((name, file) for file, name in reports.items())]
        return {
            self.report: gr.update(choices=choices, value="", visible=len(reports) > 1),
            self.persona: self.choose_report(company, round_, ""),
        }

    def choose_report(self, company: str, round_: str, report: str) -> str:
        services, library = self.services, self.services.library
        if round_ == WHOLE_SEASON:
            rounds = " → ".join(round_name(name, self.language) for name in rounds_to_play(library, company))
            return self._told(company, self.say("whole_season"), self.say("whole_season_card", rounds=rounds))
        if round_ == WRITTEN_TEST and WRITTEN_TEST not in rounds_to_play(library, company):
            return self._told(company, round_name(round_, self.language), self.say("written_card"))
        return persona_card(library, services.problems, company, round_, self.language, report or None)

    def _told(self, company: str, name: str, told: str) -> str:
        """The card of what no report covers as a round."""
        heading = f"{inert(company_name(company, self.language))} {badge(name, 'round')}"
        return element("div", element("h2", heading) + element("p", inert(told)), "persona")

    def read(self, uploaded: str | None) -> tuple[Any, str, str]:
        """Reads an uploaded CV. The browser keeps the redacted text; the upload itself is deleted."""
        if not uploaded:
            return gr.skip(), "", self._about_the_cv()
        try:
            resume = read_resume(Path(uploaded))
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return None, "", self._about_the_cv()
        finally:
            Path(uploaded).unlink(missing_ok=True)
        found = "".join(element("p", inert(line), "quiet") for line in overview(resume, self.language))
        return gr.skip(), resume.model_dump_json(), found

    def begin(self, company: str, round_: str, report: str, spoken: str, mode: str, read_cv: str) -> Interview:
        """A new interview as chosen.

        Raises:
            MianjingError: no such company, round or report.
        """
        language: Language = "en" if spoken == "en" else "zh"
        manner: Mode = "real" if mode == "real" else "practice"
        resume = Resume.model_validate_json(read_cv) if read_cv else None
        if round_ == WHOLE_SEASON:
            season = begin_season(self.services, company=company or "", language=language, mode=manner, resume=resume)
            return due_round(self.services, season)
        return Interview.begin(
            self.services,
            company=company or "",
            round_name=round_ or "",
            language=language,
            mode=manner,
            resume=resume,
            report=report or None,
        )

    def _unfinished(self) -> str:
        unfinished = (season for season in standings(self.services) if season.state == "unfinished")
        seasons = season_rows(unfinished, self.language)
        rows = [row for row in self.services.store.list() if row.state == "unfinished" and row.season is None]
        if not rows:
            return seasons
        listed = []
        for row in rows:
            name = f"{company_name(row.company, self.language)} · {round_name(row.round, self.language)}"
            when = self.say("unfinished_line", started=f"{row.started.astimezone():%m-%d %H:%M}", turns=row.turns)
            listed.append(link(name, "", self.language, interview=row.id) + element("span", inert(when), "quiet"))
        heading = element("h2", inert(self.say("unfinished_title")))
        alone = element("section", heading + element("ul", "".join(element("li", x) for x in listed), "rows"), "card")
        return seasons + alone
