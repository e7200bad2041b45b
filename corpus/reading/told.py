"""Questions told in running text: interviews in one paragraph, points of articles with their examples."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.companies import UNKNOWN_ROUND, canonical_round
from corpus.reading import cues
from corpus.reading.signs import tells
from corpus.reading.split import split_points
from corpus.reading.structure import PLAIN_LEVEL, company_in, heading_of, names_only

_COMPANY_FIRST = re.compile(r"^(.{1,24}?)\s*(?:[（(][^（）()]{1,20}[）)])?\s*([：:，,])\s*(.+)$")
_ROUND_MARK = re.compile(
    r"(第\s*[一二三四五六1-6]\s*[轮面]|(?<![一-龥])[一二三四五六]面|HR\s?面|主管面)(?:面试)?\s*就?",
    re.IGNORECASE,
)
_NEXT_ROUND = re.compile(
    r"(?<=[。；;，,！!\s])\s*((?:[一二三四五六终]|(?<!\d)[1-6]|hr|主管|交叉)\s?面)(?:试)?"
    r"(?:(?:[（(][^（）()]{1,20}[）)])?\s*[：:]|(?<=面)(?=先是|先问|主要问|问了|聊了|让我|上来))\s*",
    re.IGNORECASE,
)
"""Where a line that told of one round turns to the next."""
_ROUND_FIRST = re.compile(
    r"\s*(?:[-*•]\s+|\d{1,2}[.、]\s*)?(第?[一二三四1-4][面轮场]|hr面|主管面|终面|交叉面)(?:面试)?(?:的?面试官)?"
    r"(?=(?:也|还|就|又|都|先|直接|主要|基本|一?上来|一?开始|首先)*(?:是|问|让|聊|讲|面|自我介绍|做|写|出))",
    re.IGNORECASE,
)
"""How a line begins that tells one round in prose."""
_ASKED_ABOUT = re.compile(
    r"(?:针对|围绕|就|对)([^，。]{2,40}?)(?:进行|做|展开)了?.{0,6}(?:提问|询问|拷问|拷打|追问)(?:[：:，,]\s*(?:包括|比如|例如)(.+))?"
)
_TURNS_TO = re.compile(
    r"(?:首先|然后|接着|之后|最后|接下来|再|另外)?(?:是|说说|讲讲|面了?|去了?)?"
    r"([^，。,：:是的]{2,10}?)(?:是.{0,6}面试?|是.{0,4}第.?[一二三四五]|的(?:面试|笔试|第?[一二三四]面))"
)
_CONNECTIVE = re.compile(
    r"^[\s，,。]*(?:(?:面试首先|面试一?开始|所以面试官|首先|一开始|开始|上来|然后|接着|之后|后面|接下来|最后|随后|另外|以及|还有|并且|同时|中间|其中|期间|就是|主要|直接|先|再|又|还|就|是|会)\s*)+"
    r"|^[\s，,。]*第?[一二三四五六][面轮](?:面试)?(?:也|还是|主要|就|是)*(?=[聊问讲写])"
)
_TASK = re.compile(r".{0,4}(?:算法题|代码题|编程题|手撕代码|写题|做题|智力题|智商题|概率题|数学题)[，,：:是]")
_SAYS_ASKED = re.compile(
    r"(?:面试官|他|她)?(?:又|还|就|再|才|接着|继续|深入|依次|分别|主要|开始)*(?:追?问[了到我]|追问|问一下|问(?=为什么|怎么|如何|有没有|是否|是不是)|让我(?!下|去|回|等|觉|感))"
)
_ASKS = re.compile(r"怎么|如何|为什么|是什么")
_ASKS_OUTRIGHT = re.compile(r"[？?]|怎么|如何|为什么|为啥|是什么|什么是|哪|多少|多大|[吗么]$|区别$|作用$|有什么")
"""A question even in a tale, where clauses that begin with "说" and "讲" are the candidate's."""
_TAIL = " ，,+。；;"
_STEP = re.compile(
    r"[\s，,。]*(?:面试|过去|其他)?(?:首先|然后|接着|之后|接下来|随后|后面|最后|一开始|一上来|开始|还)(?:是|就|又|开始)*"
)
"""How a paragraph begins that tells the next step of an interview."""
_NARRATES = re.compile(
    r"我(?:就|说|讲|也|大致|简单|答|回答|介绍)|这块|这个我|[说讲答]了(?:下|一下|说|讲|一些|出来)|大致"
)
"""Words of somebody who tells what happened: what stands between the questions asks nothing."""
_INTRODUCES = re.compile(r"(?:惯例|我|面试官|简单)*(自我介绍|介绍(?:一下|下)?自己(?!的))")
_FILLER = re.compile(r"^(?:的(?:还?是)?|一?下)(?=..)")
_BEGUN = re.compile(r"\w{1,6}了")
"""What was begun with, no more: "就让手撕了"."""
_TURNED = re.compile(r"反问|提问环节|(?:有什么|有啥|有没有什么)(?:问题|想|要)?.{0,2}问")
"""Where the candidate's own questions begin."""
_SHORTEST_TALE, _LONGEST_LISTED, _LONGEST_CLAUSE = 150, 15, 25


class ToldInterviews(NamedTuple):
    """A paragraph about one company: each round with what is told of it."""

    company: str
    rounds: list[tuple[str, str]]
    listing: bool = True
    """Whether a colon stands behind the company's name: what follows is a list, not a tale."""


def company_paragraph(text: str) -> ToldInterviews | None:
    """The interviews of a paragraph that opens with a company ("旷视：第一轮 …"); else None."""
    opening = _COMPANY_FIRST.match(text)
    heading = heading_of(opening[1], None) if opening else None
    if opening is None or heading is None or heading.company is None or heading.left_over or heading.rounds:
        return None
    body = opening[3]
    marks = list(_ROUND_MARK.finditer(body))
    before = body[: marks[0].start()] if marks else body
    rounds = [(UNKNOWN_ROUND, before)] if before.strip(_TAIL) else []
    ends = [*(mark.start() for mark in marks[1:]), len(body)]
    for mark, end in zip(marks, ends, strict=False):
        rounds.append((canonical_round(mark[1]) or UNKNOWN_ROUND, body[mark.end() : end]))
    return ToldInterviews(heading.company, rounds, opening[2] in "：:")


def rounds_within(text: str) -> list[tuple[str, str]]:
    """What a line tells of the round that it opened, and of each further one: "讲项目。二面：手写 NMS"."""
    found = []
    name, start = UNKNOWN_ROUND, 0
    for mark in _NEXT_ROUND.finditer(text):
        if later := canonical_round(mark[1]):
            found.append((name, text[start : mark.start()]))
            name, start = later, mark.end()
    return [*found, (name, text[start:])]


def round_told_first(line: str) -> tuple[str, str] | None:
    """The round that a line of prose begins with, and what it tells: "二面也是直接问项目，…", "第一场做题，…"."""
    opening = _ROUND_FIRST.match(line)
    name = canonical_round(opening[1].replace("场", "轮")) if opening else None
    return (name, line[opening.end() :]) if opening and name else None


def rounds_told_in_turn(lines: list[str], start: int) -> dict[int, tuple[str, str]]:
    """Lines that tell a company's rounds in prose, by their index; a single one, or the same round twice, is none."""
    found: dict[int, tuple[str, str]] = {}
    part: dict[int, tuple[str, str]] = {}
    for number in range(start, len(lines) + 1):
        heading = heading_of(lines[number], None) if number < len(lines) else None
        if number == len(lines) or (heading is not None and (heading.company or heading.level < PLAIN_LEVEL)):
            names = {name for name, _ in part.values()}
            found |= part if len(names) > 1 else {}
            part = {}
        elif heading is not None and heading.rounds:
            part = {}
        elif told := round_told_first(lines[number]):
            part[number] = told
    return found


def company_told_of(text: str) -> str | None:
    """The company that a tale turns to with its first words: "旷视是面试的第一家公司，…"."""
    opening = _TURNS_TO.match(text) if len(text) > 40 else None
    return company_in(opening[1]) if opening and names_only(opening[1]) else None


def asked_points(text: str) -> list[str]:
    """What was asked in a round told as "简历 + coding（…）+ 开放题", or listed behind a colon."""
    listed = text.lstrip().startswith(("：", ":"))
    text = text.lstrip(" ：:")
    if listed and "+" not in text:
        return told_points(text, listing=True)
    found: list[str] = []
    telling = False
    for point in split_points(text):
        head, _, bracket = point.replace("(", "（").partition("（")
        inner = split_points(bracket.rstrip("）)。+ "))
        spread = cues.has("several", head) and any(map(cues.is_question, inner))
        telling = telling or cues.opens("telling", point)
        listed = spread or (point.endswith("+") and not telling)
        for asked in inner if spread else [point]:
            told = cues.opens("telling", asked.removeprefix("就是"))
            if (listed or cues.has("paragraph_asks", asked)) and not told:
                found.append(asked.strip(_TAIL))
    return found


def listed_points(text: str) -> list[str]:
    """The questions of a bare list such as "丑数；手写 NMS；BN 的参数"; none where the text tells anything else."""
    points = [point.strip(_TAIL) for point in re.split(r"[；;]", text) if re.search(r"\w", point)]
    telling = any(len(point) > 60 or cues.opens("telling", point) for point in points)
    return [] if telling or cues.subject_of(text) == "outcome" else points


def point_and_examples(text: str) -> tuple[str, list[str]]:
    """ "了解 X，例如 A，B" → ("了解 X", ["A", "B"]); a single example stays with its point."""
    head, _, tail = re.sub(r"[；;。]\s*$", "", text).partition("例如")
    examples = [re.sub(r"等?[，,。；;]*$", "", p) for p in split_points(tail) if not cues.opens("telling", p)]
    head, *more = [part.strip(_TAIL) for part in re.split(r"[，,](?:以及|并|与)?(?!至少)", head) if part.strip(_TAIL)]
    examples = more + examples
    if len(examples) == 1 and not more:
        return f"{head}，例如{examples[0]}", []
    return head, examples


def told_points(text: str, *, listing: bool = False, whole: bool = False) -> list[str]:
    """What a paragraph on a round says was asked: "让我讲论文，又问 BN 的作用" gives "讲论文", "BN 的作用".

    In a `listing`, all clauses ask that don't tell how it went. The `whole` of a round is on it in its every clause.
    """
    found: list[str] = []
    narrates = not listing and not whole and _narrates(text)
    tale = (is_tale(text) or narrates) and not listing
    sparse = tale or (not listing and not whole and _is_sparse(text))
    for sentence in re.split(r"(?<=[。；;！!？?])", text):
        if about := _ASKED_ABOUT.search(sentence):
            found += split_points(about[2] or "") or [about[1]]
            continue
        asking = listing
        premise = ""
        for clause in _clauses(sentence):
            bare = _CONNECTIVE.sub("", clause).strip(_TAIL + "。！!")
            reported = cues.opens("reports_question", bare)
            asked = _asked_in(bare) if reported else bare
            if listing and reported and len(asked) < 2:
                # "手撕代码" says no more than that.
                asked = bare
            if len(re.findall(r"\w", asked)) < 2 or tells(bare) or (reported and _BEGUN.fullmatch(asked)):
                asking = asking and listing
                continue
            if (
                not reported
                and cues.opens("premises", asked)
                and not cues.is_question(asked)
                and not clause.rstrip().endswith("+")
                and not (narrates and _TURNED.match(asked))
            ):
                premise += clause
                continue
            if narrates and (intro := _INTRODUCES.match(bare)) and not reported:
                found += [] if any("自我介绍" in point for point in found) else [intro[1]]
                continue
            asks = _ASKS_OUTRIGHT.search(asked) is not None if tale else cues.is_question(asked)
            if reported or (asking and not sparse) or asks or (narrates and _TURNED.match(asked)):
                found += listed_in(asked) if reported and not premise else [premise + asked]
                if narrates and _TURNED.search(asked):
                    return found
                asking = asking or reported or (whole and cues.opens("asks_first", asked))
            premise = ""
    return found


def is_terse_list(text: str) -> bool:
    """Whether a text consists of short clauses that each can be a question: "GBDT 原理，优化函数，bn 层"."""
    clauses = [clause.strip(_TAIL) for clause in split_points(text)]
    terse = sum(len(clause) <= _LONGEST_CLAUSE and not tells(clause) for clause in clauses)
    return len(clauses) > 1 and terse * 5 >= len(clauses) * 4 and not _NARRATES.search(text) and "我" not in text


def tells_in_turn(text: str) -> bool:
    """Whether a text tells one after the other what was asked: "先介绍项目，然后问了 BN，又让手写 NMS"."""
    if re.search("[？?]", text) or is_tale(text):
        return False
    return sum(cues.opens("reports_question", clause) for clause in _bare_clauses(text)) > 2


def tells_step(text: str) -> bool:
    """Whether a paragraph on a round tells its next step, with what was asked: "之后是问第二个项目，…"."""
    if not (_STEP.match(text) or _narrates(text)):
        return False
    clauses = _bare_clauses(text)
    return any(
        not tells(clause.replace("自我", ""))
        and (
            cues.opens("reports_question", clause)
            or any(cue.search(clause) for cue in (_ASKS, _INTRODUCES))
            or _TURNED.match(clause)
        )
        for clause in clauses
    )


def reports_asking(text: str) -> bool:
    """Whether a clause of the text says that something was asked: "问了 …", "面试官让我 …"."""
    return any(_SAYS_ASKED.match(clause) for clause in _bare_clauses(text))


def _bare_clauses(text: str) -> list[str]:
    return [_CONNECTIVE.sub("", clause) for clause in split_points(text)]


def _narrates(text: str) -> bool:
    return len(_NARRATES.findall(text)) > 1


def reports_questions(text: str) -> bool:
    """Whether a paragraph reports what was asked, with "问…", "让我…" and their like, not only how it went."""
    clauses = _bare_clauses(text)
    reporting = [
        c for c in clauses if cues.opens("reports_question", c) and not tells(_asked_in(c).replace("自我", ""))
    ]
    listed = [c for c in clauses if c not in reporting and _ASKS.search(c) and not tells(c)]
    listed += [c for c in clauses if c not in (*reporting, *listed) and cues.ends_with("ends", c) and not tells(c)]
    if _ASKED_ABOUT.search(text):
        return True
    tasks = [clause for clause in reporting if _TASK.match(clause)]
    reported = len(reporting) + len(listed)
    dense = reported * 4 >= len(clauses) or len(reporting) > 2
    return (len(reporting) > 0 and reported > 1 and dense) or len(tasks) > 0


def listed_in(asked: str) -> list[str]:
    """What a clause reports, one by one: "职业规划、项目经历和两道题"."""
    parts = [part.strip("、 ") for part in split_points(asked, "、")]
    if len(parts) > 1 and all(len(part) > 3 and cues.is_question(part) for part in parts):
        return parts
    if len(parts) < 2 or cues.is_question(asked) or any(len(part) > _LONGEST_LISTED for part in parts):
        return [asked]
    *parts, last = parts
    return [*parts, *re.split(r"(?:以及|还有|和)(?=.{2})", last, maxsplit=1)]


def is_tale(text: str) -> bool:
    """Whether a paragraph tells in whole sentences what happened and what was answered; it is no list."""
    return len(text) > _SHORTEST_TALE and len(re.findall(r"[。！!](?=.)", text)) > 1 and text.count("我") > 2


def _is_sparse(text: str) -> bool:
    """Whether few clauses of a long tale report a question: what stands between them is no question."""
    clauses = _bare_clauses(text)
    return sum(cues.opens("reports_question", clause) for clause in clauses) * 4 < len(clauses) and len(clauses) > 8


def reported_question(clause: str) -> str | None:
    """What a single clause of a tale says the interviewer asked: "然后面试官追问了最坏情况"; else None."""
    bare = _CONNECTIVE.sub("", clause).strip(_TAIL + "。！!")
    if not _SAYS_ASKED.match(bare):
        return None
    asked = _asked_in(bare)
    return asked if len(asked) > 3 and not tells(asked) else None


def _asked_in(clause: str) -> str:
    """A clause without the words that report a question."""
    opening = cues.find("reports_question", clause)
    return _FILLER.sub("", clause[opening.end() :].strip(_TAIL)) if opening else clause


def _clauses(sentence: str) -> list[str]:
    parts = split_points(sentence)
    return [piece for part in parts for piece in re.split(r"、(?=为什么|怎么|如何|有没有|有什么|什么)", part)]
