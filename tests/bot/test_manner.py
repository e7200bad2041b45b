"""Interviewers speak as their reports say, and don't repeat themselves."""

from __future__ import annotations

import itertools
from collections import Counter
from string import Formatter
from typing import Any

import pytest
import yaml

from bot.interview import Interview
from bot.interviewers.phrasebook import MANNERS, PHRASES, Phrasebook
from bot.manner import aspects, speech
from bot.persona import build_persona
from bot.planned import Manner, Plan
from bot.schema import EVENT, Language, Said
from bot.services import Services
from bot.state import replay
from corpus.companies import load_companies
from corpus.report import Remark, Trait
from tests.bench_personas import Place, confusion, heard, masked
from tests.bot.candidates import begin, hear, hold, saying

PLAIN: dict[str, dict[Language, list[str]]] = yaml.safe_load(PHRASES.read_text(encoding="utf-8"))
BY_MANNER: dict[Manner, dict[str, dict[Language, list[str]]]] = yaml.safe_load(MANNERS.read_text(encoding="utf-8"))
PLACES: tuple[Place, ...] = (
    ("地平线", "一面"),
    ("拼多多", "二面"),
    ("字节跳动", "HR面"),
    ("腾讯 IEG", "一面"),
)
SHORT: dict[Language, tuple[str, ...]] = {
    "zh": ("做过一些，效果不错。", "数据是自己标的。", "上线了。", "不会", "下一题"),
    "en": ("I did some of it.", "We labelled the data.", "It went live.", "no idea", "skip"),
}


def remark(*shows: Trait) -> Remark:
    return Remark(about="manner", text="", shows=shows)


@pytest.mark.parametrize(
    ("company", "round_name", "manner"),
    [
        ("字节跳动", "一面", ("warm", "pressing")),
        ("字节跳动", "二面", ("warm", "pressing")),
        ("字节跳动", "HR面", ()),
        ("地平线", "一面", ("brisk", "pressing")),
        ("地平线", "二面", ("warm",)),
        ("拼多多", "一面", ("warm",)),
        ("拼多多", "二面", ("brisk", "warm")),
        ("腾讯音乐", "一面", ("pressing",)),
        ("微保", "一面", ("brisk",)),
        ("vivo", "二面", ("warm",)),
    ],
)
def test_the_manner_is_what_the_rounds_remarks_show(
    shared: Services, company: str, round_name: str, manner: tuple[Manner, ...]
) -> None:
    interview = begin(shared, company, round_name)
    assert interview.started.plan.manner == manner


def test_the_manner_shown_more_often_comes_first() -> None:
    assert speech([remark(Trait.WARM), remark(Trait.COOL), remark(Trait.BRISK)]) == ("brisk", "warm")
    assert speech([remark(Trait.PRESSES, Trait.PRAISES, Trait.LISTENS)]) == ()
    assert speech([]) == ()


def test_aspects_keep_their_remarks_and_leave_out_what_nobody_tells(shared: Services) -> None:
    persona = build_persona(shared.library, "拼多多", "二面")
    found = aspects(persona.remarks)
    assert [(aspect, [(trait, str(r.source)) for trait, r in told]) for aspect, told in found.items()] == [
        ("pace", [(Trait.BRISK, "001_9eedb631f08dace1.txt:68")]),
        ("warmth", [(Trait.WARM, "001_9eedb631f08dace1.txt:68"), (Trait.COOL, "001_9eedb631f08dace1.txt:69")]),
        ("presses", [(Trait.PRESSES, "001_9eedb631f08dace1.txt:69")]),
    ]


class TestPhrases:
    def test_each_manner_varies_phrases_that_there_are_with_the_names_they_have(self) -> None:
        def names(variants: dict[Any, list[str]]) -> set[str]:
            texts = itertools.chain.from_iterable(variants.values())
            return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}

        for manner, phrases in BY_MANNER.items():
            for key, variants in phrases.items():
                assert names(variants) == names(PLAIN[key]), (manner, key)
                assert len(variants["zh"]) == len(variants["en"]), (manner, key)

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_no_manner_shares_a_wording_with_another_list(self, language: Language) -> None:
        plain = {text for variants in PLAIN.values() for text in variants[language]}
        lists = [variants[language] for phrases in BY_MANNER.values() for variants in phrases.values()]
        counts = Counter(itertools.chain(plain, *lists))
        assert {text: count for text, count in counts.items() if count > 1} == {}

    @pytest.mark.parametrize("manners", [(), ("brisk",), ("warm", "pressing"), ("pressing", "warm")])
    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_none_comes_back_before_all_were_used_and_those_of_the_manner_come_first(
        self, language: Language, manners: tuple[Manner, ...]
    ) -> None:
        book = Phrasebook(language, seed=3)
        own = [BY_MANNER[manner]["acknowledge"][language] for manner in manners]
        every = [*itertools.chain.from_iterable(own), *PLAIN["acknowledge"][language]]
        heard = [book.pick("acknowledge", used, manners) for used in range(2 * len(every))]
        assert sorted(heard[: len(every)]) == sorted(every)
        assert heard[len(every) :] == heard[: len(every)]
        for variants in own:
            assert set(heard[: len(variants)]) == set(variants)
            heard = heard[len(variants) :]

    def test_a_phrase_nobody_wrote_is_an_error(self) -> None:
        with pytest.raises(KeyError):
            Phrasebook("zh", 1).pick("no_such_phrase")

    def test_seeds_have_orders_of_their_own(self) -> None:
        assert len({Phrasebook("zh", seed).pick("acknowledge", 0, ("brisk",)) for seed in range(20)}) > 5


@pytest.mark.parametrize(("place", "language"), [(("字节跳动", "一面"), "zh"), (("微保", "一面"), "en")])
def test_nothing_is_said_twice_while_there_is_something_else_to_say(
    shared: Services, place: tuple[str, str], language: Language
) -> None:
    interview = begin(shared, *place, language=language)
    said = hold(interview, saying(*SHORT[language]))
    manner = interview.started.plan.manner
    for key in ("acknowledge", "acknowledge_leaving", "acknowledge_dont_know", "acknowledge_skip", "probe"):
        lists = (PLAIN[key], *(BY_MANNER[each][key] for each in manner if key in BY_MANNER[each]))
        variants = {text for each in lists for text in each[language]}
        # Only the longest counts: one phrase may begin as another does.
        openings = [
            max((v for v in variants if each.text.startswith(v)), key=len, default="")
            for each in said
            if key in each.phrases
        ]
        uses = Counter(openings)
        assert uses.total() == sum(each.phrases.count(key) for each in said)
        assert not uses[""], key
        assert max(uses.values(), default=0) <= 1 + uses.total() // len(variants), (key, uses)


def test_an_interview_that_is_taken_up_goes_on_with_other_phrases(shared: Services) -> None:
    interview = begin(shared, "字节跳动", "一面")
    for _ in range(6):
        hear(interview)
        interview.answer("下一题")
    again = Interview.take_up(shared, interview.id)
    assert again.state.phrases == interview.state.phrases
    assert sum(again.state.phrases.values()) > 6
    heard, other = hear(again), hear(begin(shared, "字节跳动", "一面"))
    assert heard is not None
    assert other is not None
    assert heard.phrases


def test_a_transcript_of_before_there_were_manners_is_taken_up(shared: Services) -> None:
    interview = begin(shared, "字节跳动", "一面")
    hear(interview)
    old = []
    for event in interview.events:
        stored = event.model_dump(mode="json")
        stored.pop("phrases", None)
        stored.get("plan", {}).pop("manner", None)
        old.append(EVENT.validate_python(stored))
    assert isinstance(old[-1], Said)
    assert old[-1].phrases == ()
    state = replay(old)
    assert (state.phrases, state.plan.manner) == ({}, ())
    assert isinstance(state.plan, Plan)


def test_a_round_is_told_from_an_interview_of_another_seed(shared: Services) -> None:
    train, test = (
        {" ".join(place): [heard(shared, place, seed, saying("下一题")).whole] for place in PLACES} for seed in (1, 2)
    )
    told = confusion(train, test)
    assert told.counts.sum() == len(PLACES)
    assert told.accuracy >= 3 * told.chance


def test_without_a_difference_it_is_told_no_better_than_by_chance() -> None:
    same = {place: ["请介绍一下你的项目。"] for place in "abcd"}
    assert confusion(same, same).accuracy == 1 / 4


def test_no_name_of_a_company_or_round_is_left() -> None:
    for company in load_companies():
        assert company.name not in masked(f"你好，欢迎参加{company.name}的二面。")
    assert masked("Welcome to ByteDance, HR面") == "Welcome to 某某, 某某"
