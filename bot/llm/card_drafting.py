"""What a user's rubric card lacks (model answer, probes, hints), proposed by the endpoint's model as a draft.

A draft counts for nothing until its user accepts it: it lies beside the cards, where none is read. The model fills in
only what is missing; key points, wordings and weights stay the user's. Its proposal is tried by the lexical scorer, and
what that finds is told.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, Field, create_model

from bot.card_check import LANGUAGES, check_model_answer
from bot.errors import BadInput
from bot.llm.chat import ChatEndpoint
from bot.llm.structured import Unusable, structured
from bot.schema import Language
from bot.scorers.lexical import LexicalScorer
from bot.scorers.telling import points_told
from bot.words import words
from rubrics.load import Unfinished, read_rubric
from rubrics.schema import Rubric

PROMPTS = Path(__file__).parent.parent / "prompts"
DRAFTS = "drafts"
"""Folder beside the cards; cards are not looked for in it."""
LONGEST: Mapping[str, int] = {"model_answer": 2000, "probe": 300, "hint": 300}
"""Characters of what is proposed."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_UNWANTED = re.compile(
    r"://|www\.|```|<[/!]?[A-Za-z]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f]"
)
"""Links, markup, and characters that nobody sees."""


class Draft(NamedTuple):
    """A whole card with what the model proposes for it."""

    card: Rubric
    document: str
    """YAML, with a comment that tells what is whose."""
    proposed: tuple[str, ...]
    """Keys."""
    remarks: tuple[str, ...]
    """What the lexical scorer finds wrong with the proposal."""


class _Both(BaseModel):
    model_config = ConfigDict(extra="forbid")

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)


def draft_card(
    endpoint: ChatEndpoint, unfinished: Unfinished, scorer: LexicalScorer, *, model: str, language: Language
) -> Draft:
    """A proposal for all that a card lacks; remarks are in `language`.

    Args:
        model: How the model is called in the document.

    Raises:
        EndpointError: the endpoint failed, or gave no such texts.
    """
    names = {key: key.replace("criteria.", "p").replace(".", "_") for key in unfinished.missing}
    fields: dict[str, Any] = dict.fromkeys(names.values(), (_Both, ...))
    shape: type[BaseModel] = create_model("Proposal", __config__=ConfigDict(extra="forbid"), **fields)

    def check(proposal: BaseModel) -> None:
        for key, name in names.items():
            _check_text(key.rpartition(".")[2], name, getattr(proposal, name))

    request = _prompt("card_turn").substitute(
        fence=f"<<{secrets.token_hex(8)}>>", card=_described(unfinished.card), wanted=", ".join(fields)
    )
    proposal = structured(endpoint, _prompt("card").template, request, shape, check)
    written = deepcopy(dict(unfinished.written))
    for key, name in names.items():
        place: Any = written
        *way, last = key.split(".")
        for step in way:
            place = place[int(step) if step.isdecimal() else step]
        place[last] = getattr(proposal, name).model_dump()
    card = Rubric.model_validate(written)
    told = words("card_draft_note", "zh", model=" ".join(model.split()), keys=", ".join(unfinished.missing))
    body = yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=110)
    remarks = _remarks(card, unfinished.missing, scorer, language)
    return Draft(card, f"# {told}\n{body}", unfinished.missing, tuple(remarks))


def write_draft(draft: Draft, folder: Path) -> Path:
    """Puts a draft beside the cards of a folder, in the place of an earlier one. Raises BadInput."""
    file = folder / DRAFTS / f"{draft.card.slug}.yaml"
    _write(file, draft.document)
    return file


def accept_draft(slug: str, folder: Path) -> Path:
    """Makes a draft a card of the folder; the card that was there is kept among the drafts, as `<slug>.before`.

    Raises:
        BadInput: there is no such draft, or it cannot be moved.
        RubricError: it is no card, for instance since somebody wrote in it.
    """
    draft, card = folder / DRAFTS / f"{slug}.yaml", folder / f"{slug}.yaml"
    if not draft.is_file():
        raise BadInput(words("card_no_draft", "zh", slug=slug, folder=folder / DRAFTS))
    read_rubric(draft)
    try:
        if card.is_file():
            _write(draft.with_suffix(".before"), card.read_text("utf-8"))
        draft.replace(card)
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{card}: 写不了 (cannot be written): {error}") from None
    return card


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        half = file.with_name(f".{file.name}.half")
        half.write_text(text, "utf-8")
        half.replace(file)
    except OSError as error:
        raise BadInput(f"{file}: 写不了 (cannot be written): {error.strerror}") from None


def _check_text(kind: str, name: str, both: _Both) -> None:
    for language, text in (("zh", both.zh), ("en", both.en)):
        where = f"{name}.{language}"
        if not text.strip():
            raise Unusable(f"{where}: 是空的 (is empty)")
        if len(text) > LONGEST[kind]:
            raise Unusable(f"{where}: 超过 {LONGEST[kind]} 个字符 (longer than that many characters)")
        if _UNWANTED.search(text):
            raise Unusable(f"{where}: 不要链接、标记和看不见的字符 (no links, markup or invisible characters)")
        share = len(_HAN.findall(text)) / len(text)
        if share < 0.2 if language == "zh" else share > 0.2:
            raise Unusable(f"{where}: 语言不对 (wrong language)")
        if kind == "probe" and len(re.findall(r"[?？]+", text)) > 1:
            raise Unusable(f"{where}: 只问一个问题 (one question only)")


def _described(card: Rubric) -> str:
    """What the model is shown of a card."""
    lines = [f"question: {card.question.zh} / {card.question.en}"]
    for at, criterion in enumerate(card.criteria):
        lines.append(f"p{at}: {criterion.point.zh} / {criterion.point.en}")
        lines += [f"  accept: {wording}" for wording in criterion.accept]
    lines += [f"misconception: {each.claim.zh} / {each.claim.en}" for each in card.misconceptions]
    return "\n".join(lines)


def _remarks(card: Rubric, proposed: tuple[str, ...], scorer: LexicalScorer, language: Language) -> list[str]:
    found: list[str] = []
    for spoken in LANGUAGES:
        if "model_answer" in proposed and (wrong := check_model_answer(card, scorer, spoken, language)[1]):
            found.append(wrong)
        for at, criterion in enumerate(card.criteria):
            for kind in ("probe", "hint"):
                text = getattr(criterion, kind).in_language(spoken)
                if f"criteria.{at}.{kind}" in proposed and criterion.id in points_told(scorer, card, text, spoken):
                    where = f"criteria.{at}.{kind}.{spoken} ({criterion.id})"
                    found.append(words("card_gives_away", language, where=where))
    return found


@cache
def _prompt(name: str) -> Template:
    return Template((PROMPTS / f"{name}.md").read_text(encoding="utf-8"))
