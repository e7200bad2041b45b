"""The real app as a process of its own, and a candidate who uses it through Chromium."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Locator, Page

ROOT = Path(__file__).parents[2]
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium-headless-shell"))
OUTSIDE = (
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "MIANJING_MODEL",
    "MIANJING_GGUF",
    "MIANJING_SPEECH_MODEL",
    "MIANJING_TRANSCRIPTION_MODEL",
    "MIANJING_VOICE_URL",
    "MIANJING_CHROMA_URL",
    "MIANJING_DATABASE_URL",
)
"""Variables that would take the app beyond this machine."""
LEFT_BEHIND = ("AbortError: signal is aborted", "Unexpected error Connection errored out")
"""What Gradio says of its own open stream when a link leads to another page or the window closes; no one sees it."""


class App:
    """`python app.py` on a data folder, with more variables where given. It can be killed and started again at the same
    address.
    """

    def __init__(self, data: Path, **variables: str) -> None:
        self.data = data
        self.variables = variables
        self.address = ""
        self.process: subprocess.Popen[str] | None = None
        self.log = data.with_name(f"{data.name}.log")
        """What the app says on its standard error."""

    def start(self) -> None:
        """Returns when the app says where it serves."""
        port = self.address.rpartition(":")[2] or "0"
        environment = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
        with self.log.open("a", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [sys.executable, "app.py", "--port", port],
                cwd=ROOT,
                env=environment | {"MIANJING_DATA": str(self.data)} | self.variables,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                encoding="utf-8",
            )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert "http://" in line, f"the app did not start: {line!r}\n{self.log.read_text(encoding='utf-8')}"
        self.address = line[line.index("http://") :].split()[0]

    def forget_settings(self) -> None:
        """Begins again without what a test has set on the Settings page, which would hold for the others."""
        settings = self.data / "settings.toml"
        if settings.exists():
            settings.unlink()
            self.kill()
            self.start()

    def kill(self) -> None:
        """As a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGINT)
        log = self.log.read_text(encoding="utf-8")
        assert "Traceback" not in log, f"the app failed somewhere:\n{log}"

    def _end(self, how: signal.Signals) -> None:
        if self.process is None:
            return
        self.process.send_signal(how)
        self.process.wait(timeout=30)
        assert self.process.stdout is not None
        self.process.stdout.close()
        self.process = None


class Candidate:
    """Somebody in front of a page of the app; what the browser complains of is collected."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        page.on("request", lambda request: self._check_host(request.url))
        page.on("pageerror", lambda error: self._complain(f"uncaught: {error}"))
        page.on("console", lambda said: self._complain(said.text) if said.type == "error" else None)
        page.on("dialog", lambda dialog: dialog.accept())

    def _check_host(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self._complain(f"request to another host: {url}")

    def _complain(self, text: str) -> None:
        if not text.startswith(LEFT_BEHIND):
            self.complaints.append(text)

    def visit(self, path: str, sign: str) -> None:
        """Opens a page and waits for an element that shows it is complete."""
        self.page.goto(self.address + path)
        self.page.locator(sign).first.wait_for()

    def begin(self, company: str, round_: str) -> None:
        """Starts an interview from the form."""
        self.visit("/", "#start .persona")
        self.page.click("#company input")
        self.page.get_by_role("option", name=company).click()
        # The rounds shown until then are those of the company before.
        self.page.locator("#persona h2", has_text=company).wait_for()
        self.page.locator("#round label", has_text=round_).click()
        self.page.locator("#persona .badge.round", has_text=round_).wait_for()
        self.page.click("#begin")
        self.hear(0)

    def resume(self, url: str) -> None:
        """Opens an interview at its address."""
        self.page.goto(url)
        self.hear(0)

    @property
    def turns(self) -> Locator:
        return self.page.locator("#conversation .turn[data-turn]")

    def hear(self, before: int) -> str:
        """Waits until the interviewer has spoken after `before` turns; what he said."""
        self.page.wait_for_function(
            """(before) => {
              const turns = document.querySelectorAll("#conversation .turn");
              const last = turns[turns.length - 1];
              const send = document.querySelector("#send");
              const over = document.querySelector("#ending .scorecard");
              const spoken = turns.length > before && last.matches(".interviewer[data-turn]");
              return spoken && (over || !send?.disabled);
            }""",
            arg=before,
        )
        return self.turns.last.locator(".said").inner_text()

    def say(self, words: str) -> str:
        before = self.turns.count() + 1
        self.page.fill("#box textarea", words)
        self.page.press("#box textarea", "Enter")
        return self.hear(before)

    def click(self, button: str) -> str:
        before = self.turns.count() + 1
        # A second click within a moment of the first counts as one double click.
        self.page.wait_for_timeout(650)
        self.page.click(button)
        return self.hear(before)

    def reach_code(self) -> None:
        """Skips questions until code is asked for."""
        for _ in range(20):
            if self.page.locator("#bench").is_visible():
                return
            self.say("下一题")
        raise AssertionError("no question asked for code")

    def write_code(self, code: str) -> None:
        self.page.click("#editor .cm-content")
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(code)

    def overflow(self) -> int:
        """Pixels that the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
