"""Splits what a report says in one item into single questions, and the answers and notes between them.

Interviewers ask one question a turn; reports write several into one line, often with the answer behind each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.glossary import concepts_in
from corpus.reading.cues import asks_alone, ends_with, find, has, is_question, load_cues, opens
from corpus.reading.signs import INTERROGATIVE, tells

_OPEN, _CLOSE = "（([【「“", "）)]】」”"
_STOPS = "？?。；;！!"
_RHETORICAL = re.compile(r"不是.*[吗么]")
_PREMISE = re.compile(r"如果|假如|假设|的情况(?:下)?[，,]?$|的时候[，,]?$|时[，,]?$")
_STATES = re.compile(r"我?看(?:到|见)?你(?!.*[吗么呢][，,]$)|我看(?!.*[吗么呢][，,]$)|你(?:刚才|刚刚)?(?:提到|说到)")
"""What the interviewer has read or heard, before the question on it."""
_KNOWS = re.compile(r"(?:了解|清楚|知道|用过|听过|熟悉|看过)过?.{0,14}?[吗么嘛吧][，,]$")
_OF_THE_SAME = re.compile(
    r"\s*(?:[它他其](?:的|有|是)?|(?:大[致概]|简单|简要|详细|具体|能否|能不能|可以)?[地的]?(?:介绍|描述|讲|说|解释|谈)|都?有哪些|都?有什么|是什么|分别)"
)
"""What goes on after "了解 X 吗，": "大致描述一下", "它的结构是怎样的"."""
_ASKS_OUTRIGHT = re.compile(r"[？?吗]|为什么|为啥|怎么|如何|哪|什么|多[久少大]|[讲说写]一?下|介绍")
"""Words of a question; 区别 and 原理 alone may as well name what was answered."""
_TASK_LABEL = re.compile(r"(?:手撕|算法|编程|代码)(?:代码|题)?\s*\d?\s*[：:]\s*")
_TASK_NAME = re.compile(r"(?!一个|有|要求|输出|输入|返回|其中|每|给|时间|空间|复杂度|原题|思路)[^（(。？?：:]{3,14}")
_STEPS = re.compile(r"\s*[一-龥]{2,8}(?:\s*\+\s*[一-龥]{2,10})+[。\s]*")
"""Steps of an interview in one item: "自我介绍+项目介绍"."""
_INTRODUCTION = re.compile(
    r"((?:先?做?个?)自我介绍)\s*[、，,；;\s]\s*((?:项目|实习|论文|介绍|聊|讲|问|简历|科研|竞赛).{0,30})"
)
_TOPICS_LABEL = re.compile(r"[^：:，,]{0,6}(?:八股|八股文|基础|基础知识|基础问题)\s*[：:]\s*")
_ROW, _LONGEST_OF_ROW, _LONGEST_TOPIC = 5, 32, 24
_REQUEST = r"(?:(?:简单|大致|大概)?(?:说|讲|聊|介绍|问)(?:一)?(?:下|了|讲|说)?)?\s*"
_NAME = r"(?:[A-Za-z][A-Za-z0-9+#.\-]*(?: [A-Za-z][\w+#.\-]*)?|[A-Za-z0-9\-]{0,8}(?![无没有])[一-龥]{2,7})"
_NAMES = re.compile(rf"{_REQUEST}({_NAME}(?:\s*[，,、；;/]\s*{_NAME})+)\s*[。；;…]*")
"""Names alone, as in "AdaBoost，GBDT，XGBoost": each is a question."""
_LATIN_NAMES = re.compile(rf"{_REQUEST}((?:[A-Za-z][\w+#\-]* ){{2,}}[A-Za-z][\w+#\-]*)\s*[。；;]*")
_LABEL = 9
"""So long is "损失函数。" at most, with the question on it behind."""
_BRACKET_BEHIND = re.compile(r"\s*[（(][^（）()]*[）)]\s*[。；;]?$")
_RELATES = re.compile(
    r"区别|异同|对比|比较|关系|不同|差异|优缺点|优劣|联系|之间|[与和跟]|算法题|代码题|编程题|手撕|要求|以及$|为什么$|怎么$"
)
_NTH_TASK = re.compile(r"[，,；;。\s]*(?=第[二三四]\s*(?:道|题|个)(?:题|是|：|:|，))")
_INTERROGATIVE = re.compile(rf"{INTERROGATIVE.pattern}|\s*(?:什么(?:是|时候)|(?:它们之间)?谁)")
_BLANK = re.compile(r"(?<=[一-龥？?])\s+(?=\S)")
_BELONGS = re.compile(r"[与和跟及其它]|以及|对应|相应|各自|之间|两者|二者|各|这|那|为什么$|怎么$")
"""How a clause begins that speaks of the one before it."""
_FEW = 3
_CJK = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")


@dataclass
class Piece:
    """One question with what the report says it was answered."""

    text: str
    answers: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def split_item(text: str) -> list[Piece]:
    """At least one piece for text that isn't blank; the first is the main question, others follow up."""
    if tasks := _tasks_listed(text):
        return [Piece(task) for task in tasks]
    if _STEPS.fullmatch(text):
        return [Piece(part.strip(" 。")) for part in text.split("+")]
    if named := _names(text):
        row = [Piece(part) for part in named]
        if bracket := _BRACKET_BEHIND.search(text):
            _tell(row[-1], bracket[0].strip(" 。；;"))
        return row
    if (
        listed := _introduced(text)
        or _spaced(text)
        or _tasks_in_turn(text)
        or _row(text)
        or _enumerated(text)
        or _listed(text)
    ):
        return [Piece(part) for part in listed]
    pieces: list[Piece] = []
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


def _names(text: str) -> list[str]:
    """The parts of "F1-score，AUC，交叉熵" or "rnn lstm gru": names of things to be told of, nothing said of them."""
    if row := _LATIN_NAMES.fullmatch(text):
        parts = row[1].split()
        return parts if all(map(_is_concept, parts)) else []
    row = _NAMES.fullmatch(_BRACKET_BEHIND.sub("", text))
    parts = re.split(r"\s*[，,、；;/]\s*", row[1]) if row else []
    if (
        len(parts) < 2
        or _RELATES.search(text)
        or any("的" in part or asks_alone(part) or tells(part) for part in parts)
    ):
        return []
    # Of two, both must be things that the field knows; of more, half.
    if sum(map(_is_concept, parts)) * 2 < len(parts) * (1 + (len(parts) < _FEW)):
        return []
    return [] if any(opens(name, part) for part in parts for name in ("telling", "premises", "goes_on")) else parts


def _spaced(text: str) -> list[str]:
    """The parts of "结构是什么样的 公式是什么 怎么理解": questions that only blanks set apart."""
    parts = _BLANK.split(text.strip())
    if len(parts) < 2 or re.search(r"[，,；;。：:]|[？?].", text):
        return []
    asks = all(
        len(part) > _FEW
        and len(re.findall(r"[一-龥]", part)) > 1
        and (ends_with("ends", part) or (is_question(part.rstrip("？? ")) and part.endswith(("的", "法", "？", "?"))))
        and not any(opens(name, part) for name in ("goes_on", "telling", "premises"))
        and not _OF_THE_SAME.match(part)
        for part in parts
    )
    return parts if asks and not any(map(tells, parts)) else []


def _is_concept(name: str) -> bool:
    return bool(concepts_in(name))


def _tasks_in_turn(text: str) -> list[str]:
    """The parts of "第一道是 …；第二道 …"."""
    parts = [part for part in _NTH_TASK.split(text) if part.strip()]
    return parts if len(parts) > 1 and re.search(r"第一\s*(?:道|题|个)", parts[0]) else []


def _enumerated(text: str) -> list[str]:
    """The parts of "八股：多态、智能指针、…" and of "A 和 B 的区别、C 的原理": topics that each ask on their own."""
    label = _TOPICS_LABEL.match(text)
    parts = [part.rstrip("、。 ") for part in _cut(text[label.end() :] if label else text, "、")]
    if label and len(clauses := _clauses_of_topics(text[label.end() :])) > 2:
        return clauses
    if label:
        return parts if len(parts) > _FEW and all(len(part) <= _LONGEST_OF_ROW for part in parts) else []
    whole = all(
        len(part) > _FEW
        and (ends_with("ends", part) or _ASKS_OUTRIGHT.search(part))
        and not re.search("[，,。？?]", part)
        for part in parts
    )
    return parts if len(parts) > 1 and whole else _topics_in_a_row(text)


def _topics_in_a_row(text: str) -> list[str]:
    """The parts of "决策树的划分标准，LSTM 门的实现": topics set off by commas, none of which needs another."""
    text = text.strip().rstrip("。；;")
    parts = [part.rstrip("，,、 ") for part in _cut(text, "，,、")]
    if len(parts) < 2 or re.search("[？?。；;：:（(我你他她]", text):
        return []
    topics = all(
        _FEW < len(part) <= _LONGEST_TOPIC
        and (ends_with("ends", part) or ends_with("topic_ends", part))
        and not any(opens(name, part) for name in ("telling", "premises", "goes_on"))
        and not _BELONGS.match(part)
        for part in parts
    )
    return [] if not topics or any(map(tells, parts)) else parts


def _row(text: str) -> list[str]:
    """The parts of "FlashAttention 原理，Online softmax，有没有看过 kernel": names, topics and questions in turn."""
    text = text.strip().rstrip("。；;")
    parts = [part.rstrip("，, ") for part in _cut(text, "，,")]
    if len(parts) < _FEW or re.search("[？?。；;：:（(]", text):
        return []
    stands = all(
        len(part) <= _LONGEST_TOPIC
        and (
            ends_with("ends", part)
            or ends_with("topic_ends", part)
            or _INTERROGATIVE.match(part)
            or (re.fullmatch(_NAME, part) and _is_concept(part))
        )
        and not any(opens(name, part) for name in ("telling", "premises", "goes_on"))
        and not _BELONGS.match(part)
        for part in parts
    )
    return parts if stands and not any(map(tells, parts)) else []


def _clauses_of_topics(text: str) -> list[str]:
    """The parts of "A 和 B 的区别，C 的结构，为什么 D" behind a label; none where a clause belongs to its neighbour."""
    parts = [part.rstrip("，,。 ") for part in _cut(text, "，,")]
    joined = any(opens(name, part) for part in parts for name in ("telling", "premises", "goes_on"))
    long = any(len(part) > _LONGEST_OF_ROW or re.search("[。；;]", part) for part in parts)
    return [] if joined or long or any(map(tells, parts)) else parts


def _listed(text: str) -> list[str]:
    """The parts of "A；B 的区别；C 为什么 …": several questions set off by semicolons alone."""
    if re.search(r"[？?。](?!$)|(?:回答|答案|答)\s*[：:]|[（(]\d[）)]", text):
        return []
    parts = [part.strip() for part in _cut(text, "；;") if part.strip(" ；;")]
    told = any(len(part) > 60 or opens("telling", part) or find("reported", part) for part in parts)
    if len(parts) < 2 or told or not any(map(is_question, parts)):
        return []
    return [part.rstrip("；; ") for part in parts]


def _tasks_listed(text: str) -> list[str]:
    """The tasks of "算法题：最近公共祖先，零钱兑换II": names, nothing told of them; none where there is just one."""
    labelled = _TASK_LABEL.match(text)
    parts = (
        [part.strip() for part in re.split(r"[，,、；;+]", text[labelled.end() :].rstrip("。. "))] if labelled else []
    )
    names = all(_TASK_NAME.fullmatch(part) and not is_question(part) and not tells(part) for part in parts)
    return parts if len(parts) > 1 and names else []


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
    return [part.strip() for part in _cut(text, marks) if part.strip()]


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
    asked = [point for point in points if _ASKS_OUTRIGHT.search(point) and not opens("telling", point)]
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
            or any(has("asks", part) and ends_with("ends", part.rstrip("，, ")) for part in _cut(sentence, "，,"))
            or any(_INTERROGATIVE.match(part) for part in _cut(sentence, "，,"))
        )
        and not opens("telling", sentence)
        and not sentence.startswith(("我", "lz"))
    )
    if asks and answering:
        parts = _cut(sentence, "，,")
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
    if _in_brackets(text) and text[-1] in _CLOSE and not any(mark in text[1:-1] for mark in _OPEN + _CLOSE):
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
    parts = _cut(sentence, "，,")
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
        topic = ends_with("topic_ends", last.rstrip("，, ")) and _ASKS_OUTRIGHT.search(part)
        whole = (is_question(last) or ends_with("ends", last) or topic) and not premise
        asks = is_question(part) and not opens("goes_on", part) and not _RHETORICAL.search(part)
        asks = asks and (ends_with("ends", part) or not tells(part))
        opens_next = opens("premises", part) and any(map(is_question, parts[position + 1 :]))
        same = _KNOWS.search(last) and _OF_THE_SAME.match(part)
        if whole and (asks or opens_next) and not same:
            result.append(part)
        else:
            result[-1] = before + part
        last = part
    return [part.rstrip("，, ") for part in result]


def _is_row(parts: list[str]) -> bool:
    """Whether clauses are a labelled row of short questions and topics: "项目：为什么用 A，B 的细节，怎么评估 C，…"."""
    labelled = re.match(r"[^，,：:。]{2,8}[：:]", parts[0]) and not _TASK_LABEL.match(parts[0])
    if len(parts) < _ROW or not labelled or sum(map(is_question, parts)) < 2:
        return False
    if any(len(part) > _LONGEST_OF_ROW or len(re.findall(r"\w", part)) < 3 for part in parts):
        return False
    return not any(opens(name, part) for part in parts for name in ("telling", "premises", "goes_on"))


def _told_behind_blank(text: str) -> int | None:
    """Where a telling clause begins that only a blank sets off, as in "手撕：快排 lz在这里卡住了"."""
    blanks = (match.end() for match in re.finditer(r"(?<=[\u4e00-\u9fff）)])\s+", text))
    return next((place for place in blanks if opens("telling", text[place:])), None)


def _unlabelled(text: str) -> str:
    return re.sub(r"^[^：:，,]{1,6}[：:]", "", text).lstrip()


def _cut(text: str, marks: str) -> list[str]:
    """Cuts behind `marks` outside of brackets; a comma between Latin words or digits doesn't, nor do C++ and N+1."""
    parts, start, depth = [], 0, 0
    chinese = len(_CJK.findall(text)) >= _FEW
    for i, character in enumerate(text):
        depth = max(0, depth + (character in _OPEN) - (character in _CLOSE))
        around = text[i - 1 : i] + text[i + 1 : i + 2]
        joins = character == "+" and ("+" in around or (around.isascii() and around.isalnum() and len(around) == 2))
        latin = character == "," and not (_CJK.match(text[i - 1 : i]) or _CJK.match(text[i + 1 : i + 2]))
        # Between words of Chinese text a comma with a blank behind it parts as ， does.
        latin = latin and not (chinese and text[i + 1 : i + 2] == " " and text[i - 1 : i].isalpha())
        if character in marks and depth == 0 and not latin and not joins:
            parts.append(text[start : i + 1])
            start = i + 1
    return [*parts, text[start:]] if text[start:].strip() else parts or [text]


def _sentences(text: str) -> list[str]:
    """Sentences with their stops; a bracket behind a stop, or at the very end, is one of its own."""
    found, start, depth, opened = [], 0, 0, 0
    for i, character in enumerate(text):
        if character in _OPEN:
            if depth == 0:
                opened = i
                if not text[start:i].strip():
                    start = i
            depth += 1
        elif character in _CLOSE and depth:
            depth -= 1
            if depth == 0 and not text[start:opened].strip():
                # Bracket that stands alone.
                found.append(text[start : i + 1])
                start = i + 1
            elif depth == 0 and not text[i + 1 :].strip(" 。.，,"):
                found += [text[start:opened], text[opened:]]
                start = len(text)
        elif character in _STOPS and depth == 0:
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
    return text[:1] in _OPEN
