"""By what signs a line of a wild report is a question, an answer to the item above it, or a mere fact."""

from __future__ import annotations

import re

from corpus.reading import cues
from corpus.reading.drafts import Draft
from corpus.reading.structure import answer_of, item_of, plain, season_in
from corpus.report import Kind

QUOTE = re.compile(r"^\s*>\s?(.*)$")
HASHTAGS = re.compile(r"^\s*(?:#[^#\s][^#]*#\s*)+$")
_INDEX_ENTRY = re.compile(r"^\s*(?:[-*+•]|\d+[.)])?\s*\[[^\[\]]+\]\((?:#|\.{0,2}/)[^)]*\)\s*$")
"""A line of a table of contents: a link into this file or to one beside it."""
_DATE_FIRST = re.compile(
    r"(?:(?:发布|编辑|发表|更新|创建)[于时][间]?[：:]?\s*)?(?:\d{4}\s*[-./年]\s*)?"
    r"\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?\s*(?:[\s：:，,]|更新|$)"
)
INTERROGATIVE = re.compile(r"\s*(?:为什么|为啥|怎么|如何|有没有|有哪些|是否|是不是|能不能|哪)")
"""A word that opens a question."""
_IN_BRACKETS = re.compile(r"[（(【\[].*?[）)】\]]|[（(][^）)]*$")
_RECRUITING = re.compile(
    r"(?:(?:19|20)\d\d[年届]?)?(?:社招|校招|秋招|春招|补招|暑期实习|日常实习|实习|提前批|正式批|招聘)[，,\s]*(?:(?:19|20)\d\d[年届]?)?"
)
_DATED_EVENT = re.compile(
    r"[^：:，,。？?]{2,10}[：:]\s*(?:(?:19|20)\d\d\s*[-./年]\s*)?\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?(?![\d.]).{0,24}"
)
_ARROW = re.compile(r"\s*(?:-+>|=+>|—+>|→|➡)\s*")
_OF_APPLYING = re.compile(r"简历|投递|笔试|测评|面|hr|主管|offer|oc|意向|录用", re.IGNORECASE)
"""Steps of an application, which arrows join: "简历->电话面->HR"."""
_LENGTH = r"(?:\d+|[一二三四五半]+)个?\s*(?:分钟|小时|mins?|h)"
_DURATIONS = re.compile(rf"(?:{_LENGTH}[\s，,：:]*)?{_LENGTH}\s*\S{{0,6}}\s*\+\s*{_LENGTH}")
"""How long the parts of an interview took: "30分钟手撕+30分钟问答"."""
_NONE = re.compile(r"[^：:]{2,8}[：:]\s*(?:暂?无|没有)[。.]?")
_MANNERS = re.compile(
    r"(?:好的?|好吧|嗯+|ok(?:ay)?|行|可以|没事|谢谢你?|是的|对|那)(?=[，。,.！!~…\s]|$)[，。,.！!~…\s]*", re.IGNORECASE
)
_ANNOUNCES_TASK = re.compile(
    r"那?(?:下面|接下来)?(?:咱们|我们|你)?(?:就|先|再|来)*(?:做|写)(?:一|两|几)?(?:道|个)(?:编程|算法|代码)?题(?:目)?[吧把]?[。！!]?"
)
_ENDS = re.compile(r"面试(?:就|先)?(?:到此(?:结束)?|到这(?:里|儿)?(?:了|结束)?|结束)了?[，。！!]?$")
_NOTHING = re.compile(r"(?:无|没有?|未)(?:手撕|八股|代码|算法|编程|专业知识|项目|笔试|写题|做题|手写)")
_STAGE = re.compile(r"\w{2,6}(?:面试|测试|测评)(?:\s*[（(][^（）()]*[）)])?[：:]?")
"""A step of the application as a line of its own: "资格面试（25min）"."""
_BEFORE_REQUEST = re.compile(r"[先那请再就来好的你可以能，,\s]*")
_GOES_ON = re.compile(r"[，,](?=[讲说]的?(?:越|一下|下|说)|越|简单|详细|尽量)")
"""What only says how a question is to be answered: "…经历了什么，讲得越细越好"."""
_DETAIL = re.compile(r"[^：:？?，,。]{2,10}[：:]\s*[^？?]+$")
_ANNOUNCES = re.compile(
    r"\b(?:questions?|asked)\b[^.?]*[:：]\s*$|(?:问题|题目|问到的|问了)[^。？?]{0,12}[:：]\s*$", re.IGNORECASE
)
_DESCRIBES_TASK = re.compile("给定|给你|给一个|给出|输入|输出|要求|例如|比如|假设")
"""What the text of a task goes on with below its name."""
_LONGEST_LABEL = 18
_ASKS_AT_END = re.compile(r"(?:怎么样|怎么做|怎样|什么|吗|哪些|如何|哪|哪里|多少|怎么[^，,。]{1,6}的?)[。.，,\s]*$")
_LONGEST_ASIDE = 20
_HOW = re.compile(r"(?:如何|怎么)[^，,。]{2,8}$|是否了解|了解吗|会吗")
_ASKS_IN_SHORT = re.compile(r"[^。：:]{0,24}(?:怎么|为什么|如何|什么|哪|多少|会不会|有没有|能不能)[^。：:]{0,16}")


def dates_event(text: str) -> bool:
    """Whether a line is an entry of a calendar: "技术一面：11月24日上午"."""
    return _DATED_EVENT.fullmatch(text) is not None


def only_labels(text: str) -> bool:
    """Whether a short text before a colon, and nothing behind it, only says what stands below: "算法题："."""
    bare = _IN_BRACKETS.sub("", text).strip()
    if len(bare) > _LONGEST_LABEL or not bare.endswith((":", "：")) or re.search(r"[，,。？?；;]", bare):
        return False
    return cues.ends_with("label_ends", bare.rstrip("：: "))


def goes_through_motions(text: str) -> bool:
    """Whether what an interviewer is quoted with neither asks nor sets anything: "嗯，ok", "那我们来做一道编程题吧"."""
    bare = _MANNERS.sub("", text)
    return not re.search(r"\w", bare) or _ANNOUNCES_TASK.fullmatch(bare) is not None or _ENDS.search(bare) is not None


def names_nothing(text: str) -> bool:
    """Whether an item only says what was not asked: "无手撕，无八股"."""
    return _NOTHING.match(text) is not None and len(text) <= _LONGEST_LABEL and not cues.is_question(text)


def tells_fact(text: str) -> bool:
    """Whether a line tells of the application: "地点：北京", "2022/03/08：投递"."""
    label, colon, _ = text.replace(":", "：").partition("：")
    bare = label.strip(" *【】[]").removeprefix("面试的").casefold()
    if text.strip(" ：:") in cues.load_cues().asides or (_RECRUITING.fullmatch(text) and text != "实习"):
        return True
    if colon and bare in cues.load_cues().fact_labels:
        return True
    if len(text) <= 20 and cues.ends_with("jobs", text) and not cues.is_question(text):
        return True
    if any(pattern.fullmatch(text) for pattern in (_DATED_EVENT, _STAGE, _NONE)) or _DURATIONS.match(text):
        return True
    stages = _ARROW.split(text)
    if len(stages) > 2 and sum(_OF_APPLYING.search(stage) is not None for stage in stages) * 2 > len(stages):
        return True
    return _DATE_FIRST.match(text) is not None and not re.search(r"[？?]", text)


def numbers_question(text: str) -> bool:
    """Whether a heading such as "3. 介绍 LR" or "Q2：…" is a question by its number, and no season's."""
    numbered = re.match(r"(?:Q|\d+[.、])", text) is not None
    return numbered and not re.search(r"(?:19|20)\d\d年|招聘", text) and not season_in(text)


def counts_tasks(text: str) -> bool:
    """Whether an item that goes on a tale says that a task was set: "然后就问了一道算法题"."""
    return (
        re.search(r"(?:问|出|来|给|考|写|做)了?我?(?:[一两三二几]|\d)\s?(?:道|个)\s?(?:.{0,4}题|代码)", text[:30])
        is not None
    )


def asks_aloud(text: str) -> bool:
    """Whether what an interviewer is quoted with asks for something."""
    clauses = (_BEFORE_REQUEST.sub("", clause) for clause in re.split("[，,。；;]", text))
    return any(cues.is_question(clause) or clause.endswith("吧") or "自我介绍" in clause for clause in clauses)


def details(text: str) -> bool:
    """Whether an item says one thing about the item above it, behind a label: "验证方法：…"."""
    return _DETAIL.match(text) is not None and not cues.is_question(re.split("[：:]", text, maxsplit=1)[1])


def announces_questions(text: str) -> bool:
    """Whether a line above a list says that its items were asked: "问题如下：", "The questions asked were:"."""
    return _ANNOUNCES.search(text) is not None


def asks_below(parent: Draft, text: str) -> bool:
    """Whether an item below a question asks too; else it answers."""
    if cues.has("answers_below", text) and not re.search(r"[？?]", text):
        return False
    if (
        parent.kind_now() is Kind.CODING
        and _DESCRIBES_TASK.match(text)
        and not re.search(r"[？?]|[：:]\s*$", parent.text + text)
    ):
        return False
    if re.search(r"[？?]", text) or cues.opens("asks_first", text) or INTERROGATIVE.match(text.removeprefix("在")):
        return True
    bare = _IN_BRACKETS.sub("", text)
    if _ASKS_AT_END.search(bare) or (_ASKS_IN_SHORT.fullmatch(bare) and not tells(bare)):
        return True
    if parent.text.rstrip().endswith(("：", ":")) and parent.kind_now() is Kind.CODING:
        return True
    if parent.kind_now() is Kind.CODING and re.search(r"[两三四五六2-6]\s?(?:道|个题)", parent.text):
        return True
    # Below "问了一些基础" stands what was asked; below a question stands the answer.
    return cues.has("several", parent.text) and not parent.explained and not cues.opens("telling", text)


def asks_aside(text: str) -> bool:
    """Whether an item among those that answer a question asks one itself: "iou 如何计算"."""
    bare = _IN_BRACKETS.sub("", text)
    return len(bare) <= _LONGEST_ASIDE and bool(_ASKS_AT_END.search(bare) or _HOW.search(bare)) and not tells(bare)


def looks_like_question(line: str, known: bool) -> bool:
    text = re.sub(r"[。.…~]{2,}$", "", plain(line))
    said = text.lstrip("（(")
    if len(text) > 200 or cues.opens("telling", said) or cues.opens("telling_items", said):
        return False
    if re.search(r"[？?]\s*(?:[（(].*)?$", text) or cues.kind_of(text[:6], "") is Kind.SELF_INTRO:
        return True
    if not known:
        return False
    clauses = re.split("[，,；;]", text)
    asking = sum(map(cues.is_question, clauses))
    told = tells(text) or "。" in text[:-1] or any(cues.opens("reports_question", clause) for clause in clauses)
    if asking > 1 and asking * 2 >= len(clauses) and not told:
        return True
    # "什么是 X？答案 …", "X 的作用：…", "X 和 Y 的区别", "「编程题」：…"
    label = re.split("[：:]", text)[0]
    headed = label + text[-1:] == text and re.search("怎么|为什么|什么|哪些|如何", label)
    first = _GOES_ON.split(label)[0]
    asks = headed or re.match(r"[^。！]{4,60}[？?]", text) or (len(label) <= 40 and cues.ends_with("ends", first))
    labelled = label != text and label.strip("「」【】[] ") in cues.load_cues().coding_sections
    if asks or (labelled and len(label) + 1 < len(text)):
        return True
    opens = cues.opens("asks_first", text) or INTERROGATIVE.match(text)
    return len(text) <= 80 and bool(opens) and "。" not in text[:-1]


def is_terse(text: str) -> bool:
    """Whether a line is as short as a question in a list; brackets, which hold answers, don't count."""
    bare = _IN_BRACKETS.sub("", text)
    longest = max(map(len, re.split("[；;]", bare)))
    return longest <= 60 and "。" not in bare[:-1] and len(re.findall(r"\w", bare)) >= 2


def tells(text: str) -> bool:
    """Whether a line without list mark tells how the interview went, and asks nothing."""
    if cues.opens("telling", text) or cues.opens("telling_items", text):
        return True
    if re.search(r"[？?]", text) or INTERROGATIVE.match(text) or cues.opens("reports_question", text):
        return False
    if cues.opens("asks_first", text) and "面试官" not in text:
        return False
    return cues.has("tells", _IN_BRACKETS.sub("", text))


def no_text(line: str) -> str | None:
    """Why a line that isn't blank says nothing, if so."""
    if HASHTAGS.match(line):
        return "话题标签 (hashtags)"
    if _INDEX_ENTRY.match(line):
        return "目录 (table of contents)"
    if re.fullmatch(r"\s*https?://\S+\s*", line):
        return "链接 (link)"
    if "<" in line and not re.search(r"\w", plain(line)):
        return "HTML 标签 (HTML tags)"
    return None


def asks_by_quotes(lines: list[str]) -> bool:
    """Whether a report without lists quotes its questions, one a quote or line, rather than what was answered."""
    quoted = [i for i, line in enumerate(lines) if (quote := QUOTE.match(line)) and quote[1].strip()]
    alone = [i for i in quoted if i - 1 not in quoted]
    listed = sum(item_of(line) is not None or answer_of(line) is not None for line in lines)
    asked = sum(looks_like_question(line, known=True) for line in lines if not QUOTE.match(line) and not no_text(line))
    if len(alone) > 2 and len(alone) > listed and len(alone) > asked and len(quoted) < 2 * len(alone):
        return True
    asking = sum(cues.is_question(plain(lines[i].lstrip(" >"))) for i in quoted)
    return asking > 2 and asking * 2 > len(quoted) and asking > 2 * asked and asking > listed
