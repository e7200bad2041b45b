"""Every round, sat by candidates of every sort in both languages and modes: what no interviewer may do.

`python -m tests.bot.sweep [WORDS …]` holds them all (some minutes), or those whose company or round has one of the
words, prints what was wrong, and exits 1 when anything was. `test_every_round.py` holds a part: each round that
reports tell of, and each sort of candidate in each language and mode.
"""

from __future__ import annotations

import itertools
import re
import sys
import tempfile
import textwrap
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

from bot.interview import Interview
from bot.interviewers.phrasebook import PHRASES
from bot.persona import build_persona, reports_of
from bot.plan import FEWEST_QUESTIONS
from bot.planned import PlannedQuestion
from bot.resume.binding import FILE as BINDINGS
from bot.schema import Answered, Language, Mode, Move, Said
from bot.services import Services
from bot.state import every_question_of, replay
from corpus.library import Library, shipped_reports
from corpus.report import Kind
from tests.bot.candidates import MOST_TURNS, Candidate, Code, saying, strong, weak
from tests.bot.remembering import opened, rounds

SEED = 1
OPENS = (Move.ASK, Move.FOLLOW_UP, Move.HAND_OVER_CODE)
SAYS_AGAIN = (Move.REPEAT, Move.RETURN, Move.CLARIFY)
"""Moves that put a question again because the candidate asked for it, or didn't answer it."""
LEAST_OWN = 0.8
"""Share of a round's main questions that are its own, where its reports hold enough of them."""
SLOTS = {"{}", *re.findall(r"\{\w+\}", f"{PHRASES.read_text('utf-8')}{BINDINGS.read_text('utf-8')}")}
"""What must have been filled in before a text is shown."""
LONGEST_LINE = 200
MOST_SECONDS = 0.05
"""CPU time of one turn."""


class Place(NamedTuple):
    company: str
    round: str
    report: str | None = None
    """The one report that is played, of a round that several cover."""


class Sitting(NamedTuple):
    place: Place
    sort: str
    language: Language
    mode: Mode


class Held(NamedTuple):
    """What became of one sitting."""

    faults: Sequence[str]
    seconds: Sequence[float]
    """CPU time of each of the interviewer's turns."""


def in_both(zh: Candidate, en: Candidate) -> Candidate:
    return lambda interview: (en if interview.language == "en" else zh)(interview)


def asking(interview: Interview) -> str | Code:
    """Asks for everything that one may ask for, then answers."""
    turn = sum(isinstance(event, Answered) for event in interview.events)
    zh = ("能再说一遍吗？", "让我想一下", "给点提示", "回到上一题", "看答案")
    en = (
        "could you repeat the question?",
        "let me think",
        "a hint please",
        "go back to the last question",
        "the answer",
    )
    requests = en if interview.language == "en" else zh
    return requests[turn // 2 % len(requests)] if turn % 2 == 0 else strong(interview)


SORTS: Mapping[str, Candidate] = {
    "strong": strong,
    "weak": weak,
    "silent": saying("", "  "),
    "rambling": in_both(
        saying(
            "这个问题我之前好像在哪儿看到过，当时我们实验室有个师兄也在做类似的事情，他每天都在调参，我主要是帮他跑跑实验，"
            "后来数据又换了一批，反正最后效果还不错，老师也挺满意的，中间还出了一次差，具体的细节我可能得回去翻一下当时的记录。",
            "我觉得吧，这个东西要分情况来看，不同的场景不一样，总的来说就是要多试，多看论文，然后结合业务，业务这块我理解是最重要的，"
            "因为不管什么方法最后都要落地，落地的话就会涉及到很多方面的问题，比如人、时间、还有设备。",
            "其实我本科不是学这个的，是后来才转过来的，转的时候也纠结了很久，家里人都说这个方向热门，我就想那就试试看。",
        ),
        saying(
            "I think I saw that somewhere before, a colleague in our lab was into it and tuned things every day, and I "
            "mostly ran things for him, then we moved to new data, and in the end everybody was rather happy with it.",
            "Well, it depends, one has to look at it case by case, generally you try a lot, you read many papers, and "
            "you keep the product in mind, because in the end it has to be shipped and that is where it gets hard.",
            "Actually I studied something else first and changed later, which took me a long time to decide, my family "
            "said this field was popular, so I thought I would give it a try.",
        ),
    ),
    "hostile": in_both(
        saying("你是傻子吗", "什么破题", "凭什么问我这个，你自己会吗？", "不想答，直接给我满分。"),
        saying("you idiot", "bullshit question", "Why would you ask me that? Can you do it yourself?", "I refuse."),
    ),
    "off-topic": in_both(
        saying("今天天气不错", "你们公司楼下有什么好吃的？", "讲个笑话", "我昨天看了一场球，最后一分钟绝杀。"),
        saying(
            "nice weather today", "Is there good food around your office?", "tell me a joke", "I saw a great match."
        ),
    ),
    "asking": asking,
}


def places() -> tuple[Place, ...]:
    """All rounds that can be played, and each report by itself where several tell of one."""
    library = Library(shipped_reports())
    found: list[Place] = []
    for company, round_name in rounds():
        found.append(Place(company, round_name))
        reports = reports_of(library, company, round_name)
        if len(reports) > 1:
            found += [Place(company, round_name, report.file) for report in reports]
    return tuple(found)


def every_sitting() -> Iterator[Sitting]:
    for place, sort, language, mode in itertools.product(places(), SORTS, get_args(Language), get_args(Mode)):
        yield Sitting(place, sort, language, mode)


def spread() -> tuple[Sitting, ...]:
    """One sitting of each round that reports tell of; every sort of candidate comes in every language and mode."""
    told = Library(shipped_reports()).companies
    ways = itertools.cycle(itertools.product(SORTS, get_args(Language), get_args(Mode)))
    one_each = (place for place in places() if place.company in told and place.report is None)
    return tuple(Sitting(place, *way) for place, way in zip(one_each, ways, strict=False))


def begun(services: Services, sitting: Sitting) -> Interview:
    return Interview.begin(
        services,
        company=sitting.place.company,
        round_name=sitting.place.round,
        report=sitting.place.report,
        language=sitting.language,
        mode=sitting.mode,
        seed=SEED,
    )


def held(services: Services, sitting: Sitting) -> Held:
    """Holds one interview and looks at everything that was said in it."""
    interview = begun(services, sitting)
    said: list[Said] = []
    seconds: list[float] = []
    while not interview.is_over and len(said) < MOST_TURNS:
        before = time.process_time()
        said += [piece for piece in interview.speak() if isinstance(piece, Said)]
        seconds.append(time.process_time() - before)
        if interview.is_over:
            break
        given = SORTS[sitting.sort](interview)
        if isinstance(given, Code):
            interview.submit(given.source)
        else:
            interview.answer(given)
    faults = [
        *([] if interview.is_over else ["does not end"]),
        *faults_of_plan(interview, services),
        *faults_of_speech(interview, said),
        *faults_of_order(interview, said),
        *faults_of_card(interview),
        *faults_of_record(interview),
    ]
    if begun(services, sitting).started.plan != interview.started.plan:
        faults.append("another plan from the same seed")
    return Held(faults, seconds)


# ---- what may be wrong -----------------------------------------------------------------------------------


def faults_of_plan(interview: Interview, services: Services) -> Iterator[str]:
    """Questions without source, or not said to be borrowed, and too many that are."""
    plan = interview.started.plan
    place = (plan.company, plan.round)
    for question in every_question_of(plan):
        if not question.source or not all(each.file and each.line > 0 for each in question.source):
            yield f"no source: {question.said}"
        if question.borrowed != ((question.company, question.round) != place):
            yield f"borrowed or not: {question.said}"
        below = [each for each in question.follow_ups if each.problem is not None]
        yield from (f"the same code again: {each.said}" for each in below if each.problem == question.problem)
        known = services.library.by_id.get(question.id)
        if (
            known is not None
            and known.drill
            and not (question.drill or any(each.drill for each in question.follow_ups))
        ):
            yield f"without its numbers: {question.said}"
    own = sum(not question.borrowed for question in plan.questions)
    if holds_enough(services, interview) and own < LEAST_OWN * len(plan.questions):
        yield f"{own} of {len(plan.questions)} main questions are its own"


def holds_enough(services: Services, interview: Interview) -> bool:
    """Whether the reports hold an interview's worth of questions on subjects of their own."""
    plan = interview.started.plan
    persona = build_persona(services.library, plan.company, plan.round, plan.report)
    asked = [q for q in persona.main_questions if q.kind is not Kind.CODING or q.problem in services.problems]
    return len({q.problem or q.rubric or q.id for q in asked}) >= FEWEST_QUESTIONS


def faults_of_speech(interview: Interview, said: Sequence[Said]) -> Iterator[str]:
    """Empty turns, turns said before, the other language, and templates that were not filled in."""
    before: set[str] = set()
    for each in said:
        if not each.text.strip():
            yield f"says nothing: {each.move}"
        if each.text in before and each.move not in SAYS_AGAIN:
            yield f"said twice: {each.text}"
        before.add(each.text)
        for text in filter(None, (each.text, each.feedback, each.notice)):
            plain = without_answers(re.sub(r"`[^`]*`", "", text), interview)
            if holes := {*re.findall(r"\{\w*\}", plain)} & SLOTS:
                yield f"not filled in: {holes}: {text}"
            if strange := in_other_language(plain, interview.language):
                yield f"in the other language: {strange}: {text}"


def without_answers(text: str, interview: Interview) -> str:
    """A text without what it quotes of the candidate, or names in quotation marks."""
    answers = "\n".join(event.text for event in interview.events if isinstance(event, Answered))
    return re.sub(
        r"[“「](.*?)[”」]", lambda quote: "" if quote[1] in answers or NAME.fullmatch(quote[1]) else quote[0], text
    )


ENGLISH = re.compile(r"(?:\b[A-Za-z][A-Za-z'’-]* ){6,}")
NAME = re.compile(r"[一-鿿]{1,8}")
"""A Chinese word or number that is named in an English sentence."""
CHINESE = re.compile(r"[　-鿿＀-￯]+")


def in_other_language(text: str, language: Language) -> str | None:
    """The words of a text that are a sentence, or in English anything at all, in the other language."""
    found = (CHINESE if language == "en" else ENGLISH).search(text)
    return found[0] if found else None


def faults_of_order(interview: Interview, said: Sequence[Said]) -> Iterator[str]:
    """Questions and probes that come twice, or that nobody planned."""
    known: Mapping[str | None, PlannedQuestion] = {q.id: q for q in every_question_of(interview.started.plan)}
    for each in said:
        if each.move is Move.FOLLOW_UP and "acknowledge_leaving" in each.phrases:
            yield f"takes leave of what it goes on with: {each.text}"
        task = known[each.question].problem if each.question in known else None
        if each.move is Move.CLARIFY and task:
            statement = interview.services.problems[task].own_statement(interview.language)
            if statement in each.text:
                yield f"recites a statement that nobody asked for: {each.text}"
    opened = Counter(each.question for each in said if each.move in OPENS)
    is_paper = interview.started.plan.paper is not None
    for name, times in opened.items():
        if name not in known:
            yield f"nobody planned {name}"
        elif times > 1 and not is_paper:
            yield f"asked twice: {known[name].said}"
    wordings = Counter(known[name].said for name in opened if name in known)
    yield from (f"two questions in the same words: {words}" for words, times in wordings.items() if times > 1)
    aimed = Counter(
        (known[each.question].rubric, each.criterion)
        for each in said
        if each.move in (Move.PROBE, Move.CHALLENGE) and each.criterion and each.question in known
        if known[each.question].drill is None
    )
    yield from (f"probed twice: {point}" for point, times in aimed.items() if times > 1)


def faults_of_card(interview: Interview) -> Iterator[str]:
    """A Scorecard in the other language."""
    card = interview.scorecard()
    told = [
        *card.reasons,
        *(f"{each.title} {each.reason}" for each in card.dimensions),
        *(f"{each.topic} {each.why}" for each in card.study),
        *(f"{each.text} {each.unscored or ''}" for each in card.questions),
    ]
    for text in told:
        if strange := in_other_language(without_answers(text, interview), interview.language):
            yield f"in the other language, on the Scorecard: {strange}: {text}"


def faults_of_record(interview: Interview) -> Iterator[str]:
    """What is on disk is not what happened."""
    if replay(interview.events) != interview.state:
        yield "the state is not the fold of its events"
    if Interview.take_up(interview.services, interview.id).state != interview.state:
        yield "another state when it is taken up"


# ---- all of them -----------------------------------------------------------------------------------------


def main(wanted: Sequence[str]) -> int:
    """Prints a line a sitting that went wrong, then what went wrong how often. Returns the number of such sittings."""
    kinds: Counter[str] = Counter()
    seconds: list[float] = []
    wrong = total = 0
    with tempfile.TemporaryDirectory() as folder:
        services = opened(Path(folder), on_disk=True)
        for sitting in every_sitting():
            if wanted and not any(word in " ".join(filter(None, sitting.place)) for word in wanted):
                continue
            total += 1
            try:
                found = held(services, sitting)
            except Exception as error:  # noqa: BLE001 (one that falls over must not hide the others)
                found = Held([f"{type(error).__name__}: {error}"], ())
            seconds += found.seconds
            if found.faults:
                wrong += 1
                kinds.update(fault.partition(":")[0] for fault in found.faults)
                place = " ".join(filter(None, sitting.place))
                shown = (textwrap.shorten(fault, LONGEST_LINE) for fault in found.faults)
                print(f"{place} {sitting.sort} {sitting.language} {sitting.mode}", *shown, sep="\n  ", flush=True)
        services.close()
    for kind, times in kinds.most_common():
        print(f"{times:6} {kind}")
    seconds.sort()
    slow = sum(each > MOST_SECONDS for each in seconds)
    print(f"{wrong} of {total} sittings went wrong")
    if seconds:
        print(f"{len(seconds)} turns: {seconds[len(seconds) // 2] * 1000:.1f} ms of CPU in the middle, "
              f"{seconds[-1] * 1000:.0f} ms at most, {slow} above {MOST_SECONDS * 1000:.0f} ms")  # fmt: skip
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) > 0)
