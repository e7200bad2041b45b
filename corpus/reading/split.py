"""Splits what a report says in one item into single questions, and the answers and notes between them.

Interviewers ask one question a turn; reports write several into one line, often with the answer behind each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.glossary import concepts_in, normalize
from corpus.reading.cues import ends_with, find, has, is_question, load_cues, opens
from corpus.reading.rows import (
    ASKS_FIRST,
    ASKS_OUTRIGHT,
    BELONGS,
    CLOSING,
    LONGEST_OF_ROW,
    OF_THE_SAME,
    OPENING,
    TASK_LABEL,
    cut,
    rows_in,
    tasks_listed,
)
from corpus.reading.signs import tells

_ROW = 5
"""Clauses that a labelled row has at least."""
_STOPS = "？?。；;！!"
_FULL_STOP = re.compile(r"(?<=[a-z)])\. (?=[A-Z])")
_RHETORICAL = re.compile(r"不是.*[吗么]")
_PREMISE = re.compile(r"如果|假如|假设|的情况(?:下)?[，,]?$|的时候[，,]?$|时[，,]?$")
_STATES = re.compile(r"我?看(?:到|见)?你(?!.*[吗么呢][，,]$)|我看(?!.*[吗么呢][，,]$)|你(?:刚才|刚刚)?(?:提到|说到)")
"""What the interviewer has read or heard, before the question on it."""
_KNOWS = re.compile(r"(?:了解|清楚|知道|用过|听过|熟悉|看过)过?.{0,14}?[吗么嘛吧][，,]$")
_STEPS = re.compile(r"\s*[一-龥]{2,8}(?:\s*\+\s*[一-龥]{2,10})+[。\s]*")
"""Steps of an interview in one item: "自我介绍+项目介绍"."""
_INTRODUCTION = re.compile(
    r"((?:首?先|先是)?(?:做|来)?个?自我介绍)\s*[、，,；;\s]\s*(?:然后|接着|再)?((?:项目|实习|论文|介绍|聊|讲|问|简历|科研|竞赛).{0,30})"
)
_SHORTEST_TOPIC = 5
_LABEL = 9
"""So long is "损失函数。" at most, with the question on it behind."""


@dataclass
class Piece:
    """One question with what the report says it was answered."""

    text: str
    answers: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def split_item(text: str) -> list[Piece]:
    """At least one piece for text that isn't blank; the first is the main question, others follow up."""
    if tasks := tasks_listed(text):
        return [Piece(task) for task in tasks]
    if _STEPS.fullmatch(text):
        return [Piece(part.strip(" 。")) for part in text.split("+")]
    if listed := _introduced(text) or rows_in(text):
        pieces = [Piece(part) for part in listed if not _in_brackets(part)]
        for bracket in listed[len(pieces) :]:
            _tell(pieces[-1], bracket)
        return pieces
    pieces = []
    answering = False
    for sentence in _whole(_sentences(text)):
        question, answer = _cut_answer(sentence)
        if question:
            if pieces and _in_brackets(question):
                _bracket(pieces, question)
            elif not pieces:
                _first(pieces, question)
            else:
                _later(pieces, question, answering)
        if answer is not None:
            answering = True
            if answer and pieces:
                _later(pieces, answer, answering)
            elif answer:
                pieces.append(Piece(answer))
    return pieces or ([Piece(text.strip())] if text.strip() else [])


def _introduced(text: str) -> list[str]:
    """ "自我介绍、项目介绍" are two steps."""
    steps = _INTRODUCTION.fullmatch(text)
    return [steps[1], *(piece.text for piece in split_item(steps[2]))] if steps else []


def _whole(sentences: list[str]) -> list[str]:
    """The first sentence joined to the second, where it only sets the scene or labels it: "场景题。如果…怎么做？"."""
    while len(sentences) > 1 and sentences[0].endswith("。") and is_question(sentences[1]):
        first, second = sentences[:2]
        scene = not is_question(first) and not has("reported", first)
        scene = scene and (second.endswith(("？", "?")) or len(first) <= _LABEL)
        if not scene and not opens("premises", first):
            break
        sentences = [first + second, *sentences[2:]]
    return sentences


def split_points(text: str, marks: str = "，,；;+。") -> list[str]:
    """Clauses at brackets' depth 0, cut behind `marks`: the points of a list in running text."""
    return [part.strip() for part in cut(text, marks) if part.strip()]


def _first(pieces: list[Piece], sentence: str) -> None:
    """The sentence that the item opens with; it asks, whatever its form, unless it tells of a question."""
    reported = find("reported", sentence)
    if reported and opens("telling", sentence) and sentence[reported.end() :].strip(" ，,"):
        sentence = sentence[reported.end() :]
        reported = None
    if reported and reported.start() > 0 and is_question(sentence[reported.end() :]):
        for clauses in (*_clauses(sentence[: reported.start()]), *_clauses(sentence[reported.end() :])):
            _add(pieces, clauses)
        return
    for clauses in _clauses(sentence):
        _add(pieces, clauses)


def _bracket(pieces: list[Piece], text: str) -> None:
    """A bracket behind a question: the questions in detail where it lists some, else the answer."""
    points = split_points(text.strip("（()）【】[]。. …"))
    asked = [point for point in points if ASKS_OUTRIGHT.search(point) and not opens("telling", point)]
    if len(asked) >= 2 and len(asked) * 2 > len(points) and not pieces[-1].answers:
        pieces += [Piece(point.rstrip("，,.。… ")) for point in points if point in asked]
    else:
        _tell(pieces[-1], text)


def _later(pieces: list[Piece], sentence: str, answering: bool) -> None:
    """A sentence behind the first: a further question, or part of the answer."""
    reported = find("reported", sentence)
    if reported and is_question(sentence[reported.end() :]) and not opens("telling", sentence[reported.end() :]):
        _tell(pieces[-1], sentence[: reported.start()])
        for clauses in _clauses(sentence[reported.end() :]):
            _add(pieces, clauses)
        return
    asks = sentence.rstrip().endswith(("？", "?"))
    requests = (
        not answering
        and (
            opens("asks_first", sentence)
            or any(has("asks", part) and ends_with("ends", part.rstrip("，, ")) for part in cut(sentence, "，,"))
            or any(ASKS_FIRST.match(part) for part in cut(sentence, "，,"))
        )
        and not opens("telling", sentence)
        and not sentence.startswith(("我", "lz"))
    )
    if asks and answering:
        parts = cut(sentence, "，,")
        first = next((i for i, part in enumerate(parts) if is_question(part)), 0)
        _tell(pieces[-1], "".join(parts[:first]))
        sentence = "".join(parts[first:])
    if (asks and not opens("telling", sentence)) or requests:
        for clauses in _clauses(sentence):
            _add(pieces, clauses)
    else:
        _tell(pieces[-1], sentence)


def _add(pieces: list[Piece], clauses: str) -> None:
    clauses = clauses.strip(" ，,")
    if not clauses:
        return
    if pieces and (opens("telling", clauses) or not re.search(r"\w", clauses)):
        reported = find("reported", clauses)
        asked = clauses[reported.end() :].strip(" ，,") if reported else ""
        if reported and is_question(asked) and not opens("telling", asked):
            _tell(pieces[-1], clauses[: reported.start()])
            pieces.append(Piece(asked))
        else:
            _tell(pieces[-1], clauses)
    else:
        pieces.append(Piece(clauses))


def _tell(piece: Piece, text: str) -> None:
    text = text.strip(" ，,")
    if not re.search(r"\w", text):
        return
    if _in_brackets(text) and text[-1] in CLOSING and not any(mark in text[1:-1] for mark in OPENING + CLOSING):
        text = text[1:-1].strip()
    about_interviewer = re.match(r"[（(]?(?:.{0,4}面试官|他|她)", text) is not None
    (piece.notes if about_interviewer else piece.answers).append(text)


def _cut_answer(sentence: str) -> tuple[str, str | None]:
    """(question, answer): cut at 回答： and its like, or at a colon right behind a question mark."""
    marks = "|".join(map(re.escape, load_cues().answer_marks))
    match = re.search(rf"(?:{marks})\s*[：:]|^\s*[：:]|(?<=[的样么呢吗])\s*[：:]", sentence)
    if match is None or sentence[: match.start()].count("（") > sentence[: match.start()].count("）"):
        return sentence.strip(), None
    return sentence[: match.start()].strip(" ，,"), sentence[match.end() :].strip()


def _clauses(sentence: str) -> list[str]:
    """Cuts "X 是什么，Y 呢" in two, keeps "如果 X，怎么办" whole; telling clauses come out on their own."""
    parts = cut(sentence, "，,")
    if told := _told_behind_blank(parts[0]):
        parts[0:1] = [parts[0][:told], parts[0][told:]]
    if _is_row(parts):
        return [part.rstrip("，, ") for part in parts]
    result = [parts[0]]
    last = parts[0]
    for position, part in enumerate(parts[1:], 1):
        before = result[-1]
        if opens("telling", part):
            # What happened next runs to the end of the sentence.
            result.append("".join(parts[position:]))
            break
        stated = position == 1 and _STATES.match(before) is not None
        premise = stated or opens("premises", _unlabelled(before)) or _PREMISE.search(last)
        topic = (ends_with("topic_ends", last.rstrip("，, ")) or _is_topic(last)) and ASKS_OUTRIGHT.search(part)
        whole = (is_question(last) or ends_with("ends", last) or topic) and not premise
        asks = is_question(part) and not opens("goes_on", part) and not _RHETORICAL.search(part)
        asks = asks and (ends_with("ends", part) or not tells(part))
        asks = asks or (is_question(last) and _stands_alone(part))
        opens_next = opens("premises", part) and any(map(is_question, parts[position + 1 :]))
        same = _KNOWS.search(last) and OF_THE_SAME.match(part)
        if whole and (asks or opens_next) and not same:
            result.append(part)
        else:
            result[-1] = before + part
        last = part
    return [each for part in result for each in _asked_in_turn(part.rstrip("，, "))]


def _asked_in_turn(clause: str) -> list[str]:
    """The questions of "数据怎么清洗的、比例怎么定的"; the clause itself where a part of it asks nothing."""
    parts = [part.rstrip("、") for part in cut(clause, "、")]
    return parts if len(parts) > 1 and all(map(ASKS_OUTRIGHT.search, parts)) else [clause]


def _stands_alone(clause: str) -> bool:
    """Whether a clause behind a question names another topic: "负样本的采样策略", not "复杂度" or "和它的区别"."""
    bare = clause.rstrip("，, 。；;")
    topic = ends_with("topic_ends", bare) or ends_with("ends", bare)
    if BELONGS.match(bare) or OF_THE_SAME.match(bare) or tells(bare):
        return False
    depends = any(opens(name, bare) for name in ("telling", "premises", "goes_on"))
    return topic and len(bare) >= _SHORTEST_TOPIC and not depends


def _is_topic(clause: str) -> bool:
    """Whether a clause only names what a thing of the field has: "ViT 的位置编码"."""
    text = normalize(clause.rstrip("，, "))
    return re.fullmatch(r"[^，。？?]{2,12}的[^的]{2,10}", text) is not None and any(
        match.end == len(text) for match in concepts_in(text)
    )


def _is_row(parts: list[str]) -> bool:
    """Whether clauses are a labelled row of short questions and topics: "项目：为什么用 A，B 的细节，怎么评估 C，…"."""
    labelled = re.match(r"[^，,：:。]{2,8}[：:]", parts[0]) and not TASK_LABEL.match(parts[0])
    if len(parts) < _ROW or not labelled or sum(map(is_question, parts)) < 2:
        return False
    if any(len(part) > LONGEST_OF_ROW or len(re.findall(r"\w", part)) < 3 for part in parts):
        return False
    return not any(opens(name, part) for part in parts for name in ("telling", "premises", "goes_on"))


def _told_behind_blank(text: str) -> int | None:
    """Where a telling clause begins that only a blank sets off, as in "手撕：快排 lz在这里卡住了"."""
    blanks = (match.end() for match in re.finditer(r"(?<=[\u4e00-\u9fff）)])\s+", text))
    return next((place for place in blanks if opens("telling", text[place:])), None)


def _unlabelled(text: str) -> str:
    return re.sub(r"^[^：:，,]{1,6}[：:]", "", text).lstrip()


def _sentences(text: str) -> list[str]:
    """Sentences with their stops; a bracket behind a stop, or at the very end, is one of its own."""
    found, start, depth, opened = [], 0, 0, 0
    english = text.isascii()
    for i, character in enumerate(text):
        if character in OPENING:
            if depth == 0:
                opened = i
                if not text[start:i].strip():
                    start = i
            depth += 1
        elif character in CLOSING and depth:
            depth -= 1
            if depth == 0 and not text[start:opened].strip():
                # Bracket that stands alone.
                found.append(text[start : i + 1])
                start = i + 1
            elif depth == 0 and not text[i + 1 :].strip(" 。.，,"):
                found += [text[start:opened], text[opened:]]
                start = len(text)
        elif depth == 0 and (character in _STOPS or (english and _FULL_STOP.match(text, i))):
            found.append(text[start : i + 1])
            start = i + 1
    rest = text[start:]
    if depth and opened > start and text[start:opened].strip():
        # Never closed: it runs to the end.
        found += [text[start:opened], text[opened:]]
    else:
        found.append(rest)
    sentences = [sentence.strip() for sentence in found if re.search(r"\w", sentence)]
    if len(sentences) > 1 and _in_brackets(sentences[0]):
        # A bracket that the item opens with sets the scene for what follows.
        sentences[:2] = [sentences[0] + sentences[1]]
    return sentences


def _in_brackets(text: str) -> bool:
    return text[:1] in OPENING
