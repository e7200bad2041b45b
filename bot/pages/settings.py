"""The Settings page: which model there is, what it may cost, and whether it works.

What is typed holds for the running app at once. All but the key is kept in `settings.toml`; the key stays in memory and
is never sent back to a browser. It goes to no address but the one it was given for: another address needs it anew, and
where it comes from the environment or the file, the address cannot be changed here.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from typing import Any

import gradio as gr
from pydantic import SecretStr

from bot.config import SETTINGS_FILE, Settings
from bot.doctor import model_checks, without_password
from bot.errors import UsageError
from bot.pages.failures import EXPECTED, warn
from bot.pages.frame import QUIET, UNCHANGED, fragment, page_head
from bot.pages.markup import badge, bullets, element, inert
from bot.pages.texts import text
from bot.schema import Language
from bot.services import Services
from bot.settings_file import KEPT, NUMBERS, Change, is_fixed, origin_of, save, with_changes
from bot.words import words

ADDRESSES = ("base_url", "voice_url")
_TONES = {True: "good", False: "bad", None: ""}


def settings_page(blocks: gr.Blocks, services: Services, language: Language, host: str) -> None:
    """Builds the page inside the Blocks that are open.

    Args:
        host: Where the app is served: who can reach it is told.
    """
    page_head("settings", language)
    _SettingsPage(services, language, host).connect(blocks)


class _SettingsPage:
    def __init__(self, services: Services, language: Language, host: str) -> None:
        self.services = services
        self.language: Language = language
        self.private = _is_loopback(host)
        say = self.say
        fragment(element("h1", inert(say("settings_title"))) + element("p", inert(say("settings_lead")), "lead"))
        with gr.Column(elem_classes="card", elem_id="settings"):
            if not self.private:
                fragment(element("p", inert(say("settings_reach", host=host)), "notice"))
            self.aware = gr.Checkbox(
                label=say("settings_aware"), value=self.private, visible=not self.private, elem_id="aware"
            )
            self.base_url = self._box("base_url", "https://api.deepseek.com/v1")
            self.model = self._box("model")
            self.key = gr.Textbox(label=say("set_api_key"), type="password", elem_id="set-api_key")
            self.embedding_model = self._box("embedding_model")
            self.gguf = self._box("gguf", "/models/qwen3-8b.gguf")
            self.scorer = gr.Radio(
                label=say("set_scorer"),
                choices=[(say("scorer_llm"), "llm"), (say("scorer_lexical"), "lexical")],
                elem_id="set-scorer",
            )
            with gr.Row(elem_classes="fields"):
                self.transcription_model = self._box("transcription_model", "whisper-1")
                self.speech_model = self._box("speech_model", "tts-1")
            with gr.Row(elem_classes="fields"):
                self.voice = self._box("voice", "alloy")
                self.voice_url = self._box("voice_url")
            with gr.Row(elem_classes="fields"):
                self.tokens_per_interview = self._box("tokens_per_interview")
                self.tokens_per_month = self._box("tokens_per_month")
            with gr.Row(elem_classes="fields"):
                self.price_in = self._box("price_in")
                self.price_out = self._box("price_out")
                self.currency = self._box("currency")
            with gr.Row(elem_classes="fields"):
                self.keep = gr.Button(say("settings_save"), variant="primary", elem_id="save-settings", min_width=120)
                self.attempt = gr.Button(say("settings_try"), elem_id="try-settings", min_width=120)
            self.told = fragment(elem_id="settings-told")
        self.fields: dict[str, Any] = {name: getattr(self, name) for name in KEPT}

    def say(self, key: str, **names: object) -> str:
        return text(key, self.language, **names)

    def connect(self, blocks: gr.Blocks) -> None:
        """Says what happens on every event."""
        typed = [self.aware, self.key, *self.fields.values()]
        shown = [self.key, *self.fields.values()]
        blocks.load(self.show, None, shown, **QUIET)
        self.keep.click(self.store, typed, [*shown, self.told], **QUIET)
        self.attempt.click(self.try_out, typed, [self.told], **QUIET)

    def show(self) -> dict[Any, Any]:
        """The settings in force, and where each comes from."""
        settings = self.services.settings
        try:
            updates = {
                field: gr.update(
                    value=_shown(settings, name), info=self._info(name), interactive=not self._is_fixed(name)
                )
                for name, field in self.fields.items()
            }
            has_key = settings.api_key is not None
            told = self.say("key_set" if has_key else "key_missing") + self._origin("api_key")
            fixed = self._is_fixed("api_key")
            return {**updates, self.key: gr.update(value="", info=told, interactive=not fixed)}
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return UNCHANGED

    def store(self, aware: bool, key: str | None, *values: str | None) -> dict[Any, Any]:
        """Keeps what was typed and puts it in force."""
        try:
            self._check_aware(aware)
            changes, settings = self._typed(key, values)
            if changes:
                save(settings.data, changes)
            forgotten = self.services.settings.api_key is not None and settings.api_key is None
            self.services.reconfigure(settings)
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            return UNCHANGED
        done = self.say("settings_saved", file=settings.data / SETTINGS_FILE)
        lines = [done, *([self.say("key_forgotten")] if forgotten else [])]
        return {**self.show(), self.told: "".join(element("p", inert(line), "quiet") for line in lines)}

    def try_out(self, aware: bool, key: str | None, *values: str | None) -> Iterator[str]:
        """Tries the model as typed, kept or not, and shows each part as it is found out."""
        try:
            self._check_aware(aware)
            _, settings = self._typed(key, values)
            lines: list[str] = []
            yield element("p", inert(self.say("settings_trying")), "quiet")
            for check in model_checks(self.services, settings, self.language):
                name = words(f"check_name_{check.name}", self.language)
                lines.append(badge(name, _TONES[check.works]) + " " + inert(check.told))
                yield bullets(lines, "checks")
        except EXPECTED as error:
            warn(error, self.say("could_not"))
            yield ""

    def _typed(self, key: str | None, values: tuple[str | None, ...]) -> tuple[dict[str, Change], Settings]:
        """What was changed, and the settings with it."""
        before = self.services.settings
        changes: dict[str, Change] = {}
        for name, value in zip(self.fields, values, strict=True):
            written = str(value or "").strip()
            if written != (_shown(before, name) or "") and not self._is_fixed(name):
                changes[name] = written or None
        for address in map(changes.get, ADDRESSES):
            if isinstance(address, str) and without_password(address) != address:
                raise UsageError(self.say("password_in_address"))
        new_key = (key or "").strip() if not self._is_fixed("api_key") else ""
        if new_key:
            in_force: SecretStr | None = SecretStr(new_key)
        else:
            in_force = None if "base_url" in changes else before.api_key
        changed = with_changes(before, changes, in_force)
        for name in NUMBERS:
            if changes.get(name) is not None:
                # A number in the file, not the text that was typed.
                changes[name] = getattr(changed, name)
        return changes, changed

    def _is_fixed(self, name: str) -> bool:
        return is_fixed(self.services.settings, name)

    def _check_aware(self, aware: bool) -> None:
        if not (self.private or aware):
            raise UsageError(self.say("settings_not_aware"))

    def _info(self, name: str) -> str:
        """What a setting is for, and where its value comes from."""
        return self.say(f"info_{name}") + self._origin(name)

    def _origin(self, name: str) -> str:
        kind, source = origin_of(self.services.settings, name)
        told = "" if kind == "default" else self.say(f"origin_{kind}", name=source)
        if name in ADDRESSES and kind != "environment" and self._is_fixed(name):
            told += self.say("origin_of_key")
        return told

    def _box(self, name: str, example: str = "") -> gr.Textbox:
        return gr.Textbox(label=self.say(f"set_{name}"), placeholder=example, elem_id=f"set-{name}")


def _shown(settings: Settings, name: str) -> str | None:
    value = getattr(settings, name)
    if value is None:
        return None
    return without_password(value) if name in ADDRESSES else str(value)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
