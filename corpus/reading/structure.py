"""What a line of somebody else's report is: heading, list item, quote, code fence or plain text."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import date as Date
from functools import lru_cache
from typing import Literal

from corpus.companies import (
    UNKNOWN_ROUND,
    beside_round,
    canonical_round,
    companies_in,
    find_company_in,
    left_over,
    round_in,
    rounds_in,
)
from corpus.reading.cues import employer_in, has, load_cues

_LONGEST_BESIDE_ROUND = 8
_LONGEST_BEFORE_ROUND = 14
PLAIN_LEVEL = 7
"""Level of headings that aren't Markdown's: below all of those."""

_MARKDOWN_HEADING = re.compile(r"^\s{0,3}(#{1,6})(\s*)(.+?)\s*#*\s*$")
_BOLD_LINE = re.compile(r"^\s*(?:\*\*|__)(.+?)(?:\*\*|__)\s*[：:]?\s*$")
_RINGED_SECTION = re.compile(r"\s*[（(]\d{1,2}[）)]\s*([^？?]{2,60})$")
"""A bold line such as "**（1）某某二面挂**" that opens a company's part."""
_BRACKET_LINE = re.compile(r"^\s*【(.+?)】\s*$")
_DRAWN = "[\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?"
"""Shapes and pictures that people set before items: ■ ✅ 🔹."""
_ITEM = re.compile(
    r"^(?P<indent>\s*)(?:"
    rf"(?P<bullet>[-*+•●▪◦·–—])\s+|{_DRAWN}\s*|-(?=[一-龥])"
    r"|(?P<number>\d{1,2})(?:[.．](?!\d)|(?:\.\d{1,2})?[、)）]|[，,](?![\s\d])|-(?=[一-龥]))\s*"
    r"|(?P<ringed>[（(]\d{1,2}[）)]|[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮]|[a-k]\s?[.)、,](?=\s))\s*"
    r"|(?P<asked>(?:面试官\s*[：:]|[Qq问](?:uestion)?\s?(?:\d{0,2}\s*[：:.、]|\d{1,2}\s)))\s*)(?P<text>\S.*)$"
)
_BOX_OR_NUMBER = re.compile(r"^(?:\[[ xX]\]\s+)?(?:\d{1,2}[.．、)）](?!\d)\s*)?(?=\S)")
"""What copying leaves behind a bullet: "- 1. …", "- [ ] …"."""
_ANSWER = re.compile(r"^\s*(?:[-*]\s+)?(?:A\d{0,2}|Ans(?:wer)?|答|答案|回答|我的回答|参考答案|答曰|我)\s*[：:]\s*(.*)$")
_NOTE = re.compile(r"^\s*(?:注|备注|Note)\s*[：:]\s*(.*)$", re.IGNORECASE)
_META_NAMES = {
    "company": ("公司", "面试公司", "company"),
    "round": ("轮次", "面试轮次", "面试次数", "面试类型", "round"),
    "date": ("时间", "日期", "面试时间", "面试日期", "date", "time"),
    "role": ("岗位", "职位", "面试岗位", "面试职位", "投递岗位", "岗位名称", "position", "role"),
    "team": ("部门", "面试部门", "投递部门", "team"),
}
_META = re.compile(
    rf"^\s*(?:[-*•·]\s+)?(?:\*\*|[【\[])?({'|'.join(name for names in _META_NAMES.values() for name in names)})"
    r"(?:\*\*|[】\]])?\s*[：:]\s*(?:\*\*)?\s*(\S.*?)\s*$",
    re.IGNORECASE,
)
_FULL_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})(?!\d)")
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-./年]\s*(\d{1,2})(?:\s*月|(?![\d.]))")
_SHORT_DATE = re.compile(r"(?<![\d.])(\d{1,2})\s*[./月-]\s*(\d{1,2})(?![\d.]|\s*[%年级kK])")
_ENGLISH_DATE = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s*((?:19|20)\d{2}))?",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CLOCK = re.compile(
    r"约?\s*(?:\d+(?:\.\d+)?(?:\s*[-~]\s*\d+)?|[一二两三四五六七八九十半]+)\s*(?:hours?|h|mins?|minutes|min|个?(?:半|多)?(?:小时|钟头)|分钟)"
    r"(?:半|多|左右)?(?![a-z])|(?<!\d)\d{1,2}\s*[:：]\s*\d{2}(?!\d)|(?:周|星期)[一二三四五六日天]",
    re.IGNORECASE,
)
"""How long and at what time: nothing in a heading to tell a company by."""
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}\s*[、.．,，]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}\s*(?:[、.．](?!\d)|[)）])|\d{1,2}\s+(?=[一-龥]{2})"
    r"|第[一二三四五六七八九十\d]{1,2}(?:家|站|场|个)\s*[：:、,，]|[✅⭐🌟📌🔥▶️◆■◎★☆]+)\s*(?=\S)"
)
"""What counts headings: "一、", "(2)", "3.", "第一家："."""
_PICTURE = re.compile(r"^\s*[\U0001F300-\U0001FAFF\u2190-\u21ff\u25a0-\u27BF]\ufe0f?\s*")
"""Where the time of day runs into the round: "14:30hr面"."""
_BRACKETS = re.compile(r"[（(【\[][^（）()【】\[\]]*[）)】\]]")
_LAST_BRACKET = re.compile(r"[（(【\[][^（）()【】\[\]]*[）)】\]]\s*$")
AROUND = re.compile(
    r"技术面|纯?技术|业务面|交叉面|电面|视频|电话|线上|线下|现场|牛客|飞书|全程|时长|面试|左右|大概|已?通过|已?过|已?挂|凉|待定|结束|\+|/|许愿"
)
"""What stands beside a round besides company, date and length."""
CHANNEL = re.compile(r"[投捞推]的$|[上里]投(?:的|递)?$")
"""A line such as "某某上投的" names a site, not who interviewed."""
_DATES = re.compile(r"\d{1,4}\s*[-./年月]\s*\d{1,2}(?:\s*[-./月]\s*\d{1,2})?\s*[日号]?")
_TAG = re.compile(
    r"</?(?:div|span|p|br|img|font|b|i|u|strong|em|a|center|details|summary|su[bp]|hr|h[1-6]|li|[uo]l|visited_\w+)"
    r"(?:\s[^<>]{0,300})?/?>|<!--.{0,300}?-->",
    re.IGNORECASE,
)
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*+)\]\([^)]*\)")


@dataclass(frozen=True)
class Heading:
    """A line that opens a part of the report."""

    text: str
    level: int
    company: str | None
    """Canonical name, or that of an employer that the project knows no more of."""
    rounds: tuple[str, ...]
    date: str | None
    left_over: str
    """What is neither company, round, date nor a word of the trade."""


@dataclass(frozen=True)
class Item:
    """A list item, or a line that opens with Q: or 问："""

    indent: int
    text: str
    style: Literal["bullet", "number", "ringed", "asked"]
    number: int | None = None


def plain(text: str) -> str:
    """Without Markdown's emphasis and link targets, and without HTML."""
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub(" ", text))
    return re.sub(r"\*\*|__(?=\S)|(?<=\S)__", "", _LINK.sub(r"\1", text)).strip()


@lru_cache(maxsize=4096)
def heading_of(line: str, year: int | None) -> Heading | None:
    """The heading that the line is: Markdown's, bold, in 【】, or a short line with a company or a round."""
    markdown = _MARKDOWN_HEADING.match(line)
    if markdown and not markdown[2] and not _names_something(markdown[3]):
        markdown = None
    if markdown:
        return _heading(plain(markdown[3]), len(markdown[1]), year)
    framed = _BOLD_LINE.match(line) or _BRACKET_LINE.match(line)
    if framed and "**" not in framed[1] and not re.search(r"[？?]|\d[)）]", framed[1]):
        return _heading(framed[1].strip(), PLAIN_LEVEL, year)
    section = _RINGED_SECTION.match(framed[1]) if framed else None
    if section and (company_in(section[1]) or has("unnamed_companies", section[1])):
        return _heading(section[1].strip(" *"), PLAIN_LEVEL, year)
    text = unnumbered(plain(line))
    opening = re.match(r"([^：:（(]{2,6})[：:（(](.{1,40})$", text)
    timed = opening and canonical_round(opening[1]) and _CLOCK.search(opening[2])
    # "一面：20分钟，核对简历，问了期望薪资" tells of more than the time.
    if opening and timed and not re.search("[？?]|(?:[，,；;].*){2}", opening[2]):
        return _heading(opening[1], PLAIN_LEVEL, year)
    bare = _BRACKETS.sub(" ", text).strip() if len(text) <= 120 else text
    bare = bare or text
    if len(bare) > 40 or re.search(r"[？?。；;！]", bare) or not _names_something(bare):
        return None
    if len(companies_in(bare)) > 1 or text.endswith((",", "，")) or CHANNEL.search(bare):
        return None
    heading = _heading(text, PLAIN_LEVEL, year)
    if names_round(text):
        return heading
    if (beside := beside_round(text)) and has("before_no_round", _DATES.sub(" ", beside[1])):
        return None
    if bare != text and not _left_over(bare):
        return heading
    if len(text) > 40:
        return None
    coding = len(heading.left_over) <= _LONGEST_BESIDE_ROUND and has("coding_sections", heading.left_over)
    if _names_team(bare):
        return heading
    if heading.left_over and not (coding and heading.rounds) and len(heading.left_over) > 3:
        return None
    if heading.left_over and heading.date is None and not coding and not text.endswith(("：", ":")):
        return None
    return heading


def _names_team(text: str) -> bool:
    """Whether a company's name and its team's or the job's are all that a line says: "某某 感知算法 一部"."""
    name, _, rest = re.sub(r"\s*[-—–|·/]+\s*|\s+", " ", text).partition(" ")
    words = load_cues()
    if not rest or len(rest) > _LONGEST_BEFORE_ROUND or re.search("[，,：:面]", rest) or not names_only(name):
        return False
    return rest.endswith(words.team_ends) or any(word in rest.casefold() for word in words.role_words if len(word) > 1)


def unnumbered(text: str) -> str:
    """A heading's text without the number or picture in front of it."""
    text = _PICTURE.sub("", text)
    return _NUMBERED.sub("", text, count=1) if _NUMBERED.match(text) else text


def names_round(text: str) -> bool:
    """Whether a short line is a round with what stands around one: "某某搜索部 二面", "一面，1h 左右，过"."""
    bare = _BRACKETS.sub(" ", text)
    beside = beside_round(_CLOCK.sub(" ", bare)) if len(bare) <= 40 else None
    if beside is None or re.search(r"[。！!；;？?]", bare):
        return False
    _, before, after = beside
    if _left_over(AROUND.sub(" ", after.replace(":", " "))):
        return False
    named = _left_over(before)
    if len(named) > _LONGEST_BEFORE_ROUND or re.search(r"[，,：:]", before):
        return False
    return not has("before_no_round", before)


def opened_round(line: str) -> tuple[str, str] | None:
    """The round that a line opens, and what it tells of it: "二面：基础为主" gives ("二面", "基础为主")."""
    text = unnumbered(plain(line))
    opening = re.match(r"([^：:，,。？?（()）]{2,12})(?:[（(][^（）()]{1,20}[）)]\s*[：:]?|[：:])\s*(\S.*)$", text)
    if opening is None or not names_round(opening[1]) or company_in(opening[1]):
        return None
    beside = beside_round(opening[1])
    return (beside[0], opening[2]) if beside else None


def opened_place(line: str) -> tuple[Heading, str] | None:
    """The company and round that a line opens, and what it tells of them: "某某算法一面：手撕两道，项目问了很久"."""
    opening = re.match(r"([^：:，,。？?]{4,24})[：:]\s*(\S.{5,})$", unnumbered(plain(line)))
    heading = heading_of(opening[1], None) if opening else None
    if opening is None or heading is None or not heading.company or len(heading.rounds) != 1:
        return None
    return heading, opening[2]


_DATE_FIRST = re.compile(r"^\s*(?:\d{4}\s*[-./年]\s*)?\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?\s+")


def round_before_blank(line: str) -> tuple[str, str] | None:
    """The round that a line begins with, and what follows behind a blank: "一面 40分钟左右，面试官很急"."""
    text = plain(line)
    undated = _DATE_FIRST.sub("", text)
    opening = re.match(r"(?:现场|视频|线上|线下)?(\S{2,4})\s+(\S.{3,})$", unnumbered(undated))
    round_name = canonical_round(opening[1]) if opening else None
    if opening is None or round_name is None:
        return None
    # "3.1 电面 聊简历 说说 attention": behind a date, blanks are all the punctuation there is.
    told = opening[2] if undated == text or re.search("[，。；？]", opening[2]) else re.sub(r"\s+", "，", opening[2])
    return round_name, told


def round_before_item(line: str) -> tuple[str, str] | None:
    """A round and the first item of its list, where both stand in one line: "一面 1.自我介绍"."""
    match = re.match(r"\s*(\S.{0,13}?)\s*[：:]?\s+(1\s*[.、．)）](?!\d)\s*\S.*)$", line)
    return (match[1], match[2]) if match and names_round(unnumbered(plain(match[1]))) else None


def item_of(line: str) -> Item | None:
    """The list item that the line is."""
    match = _ITEM.match(re.sub(r"^(\s*)\*\*(?=\d{1,2}[）).、])", r"\1", line))
    if match is None:
        return None
    style: Literal["bullet", "number", "ringed", "asked"] = "bullet"
    text = match["text"].strip()
    if match["number"]:
        style = "number"
    elif match["ringed"]:
        style = "ringed"
    elif match["asked"]:
        style = "asked"
    else:
        text = _BOX_OR_NUMBER.sub("", text)
    number = int(match["number"]) if match["number"] else None
    return Item(len(match["indent"].expandtabs(4)), text, style, number)


def names_only(text: str) -> bool:
    """Whether a list item is just a company's name, with or without a bracket behind it."""
    bare = re.sub(r"[（(【].*", "", text).strip(" ，,。")
    return company_in(bare) is not None and not _left_over(bare)


@lru_cache(maxsize=4096)
def company_in(text: str) -> str | None:
    """The company that a text mentions, by its canonical name where it has one."""
    found = find_company_in(text)
    employer = employer_in(text)
    return found.name if found and employer not in load_cues().parts.get(found.name, ()) else employer


def answer_of(line: str) -> str | None:
    """The text behind 答：, A: and their like."""
    match = _ANSWER.match(line)
    return match[1].strip() if match else None


def note_of(line: str) -> str | None:
    """The text behind 注： or Note:."""
    match = _NOTE.match(line)
    return match[1].strip() if match else None


def meta_of(line: str) -> tuple[str, str] | None:
    """("company", "round", "date", "role" or "team", value) of lines such as 公司：…"""
    match = _META.match(_PICTURE.sub("", line))
    if match is None or len(match[2]) > 40:
        return None
    kind = next(kind for kind, names in _META_NAMES.items() if match[1].lower() in names)
    return kind, plain(match[2])


def fields_of(line: str) -> dict[str, str]:
    """What a line of several fields tells: "> **Company**: 某某 ｜ **Round**: 一面"; empty where it names no place."""
    parts = re.split(r"\s*[｜|]\s*", line.lstrip(" >"))
    found = dict(each for part in parts if (each := meta_of(part)) is not None)
    return found if len(found) > 1 and ("company" in found or "round" in found) else {}


def date_in(text: str, year: int | None) -> str | None:
    """The first real date in a heading; 3.25 gets the report's `year` where one is known."""
    if full := _FULL_DATE.search(text):
        return _iso(int(full[1]), int(full[2]), int(full[3]))
    if month := _MONTH.search(text):
        return f"{month[1]}-{int(month[2]):02}" if 1 <= int(month[2]) <= 12 else None
    if english := _ENGLISH_DATE.search(text):
        known = int(english[3]) if english[3] else year
        named = _iso(known or 2020, _MONTHS.index(english[1].lower()) + 1, int(english[2]))
        return named if known or not named else named[5:]
    for short in _SHORT_DATE.finditer(text):
        iso = _iso(year or 2020, int(short[1]), int(short[2]))
        if iso:
            return iso if year else iso[5:]
    return None


def season_in(text: str) -> str:
    """秋招, 暑期实习 and their like, where the text names one."""
    return next((season for season in load_cues().seasons if season in text), "")


def _heading(text: str, level: int, year: int | None) -> Heading:
    # "某某（二面挂） 一面": what stands in brackets is how it went.
    outside = rounds_in(_BRACKETS.sub(" ", text))
    rounds = tuple(dict.fromkeys(name for _, name in outside or rounds_in(text)))
    rounds = tuple(name for name in rounds if name != UNKNOWN_ROUND) or rounds
    rest = _left_over(text)
    only = round_in(text) or round_in(rest)
    if (
        len(_left_over(_LAST_BRACKET.sub("", text))) > _LONGEST_BESIDE_ROUND
        and company_in(text) is None
        and not _opens_with_round(text)
        and not _ends_with_round(text)
    ):
        # "面试记录以及一些 HR 雷点" speaks of a round, but opens none.
        rounds, only = (), None
    return Heading(
        text=text,
        level=level,
        company=company_in(text),
        rounds=rounds or ((only,) if only else ()),
        date=date_in(text, year),
        # "技术面" is a round only where nothing else is left.
        left_over="" if only and not rounds else rest,
    )


def _opens_with_round(text: str) -> bool:
    found = rounds_in(text)
    return bool(found) and found[0][0] <= 2


def _ends_with_round(text: str) -> bool:
    """Whether a heading is a name and, behind a dash, a round: "某某研究院-HR面"."""
    beside = beside_round(text)
    return beside is not None and not beside[2].strip() and re.search(r"\S\s*[-—–|]\s*$", beside[1]) is not None


def _names_something(text: str) -> bool:
    return company_in(text) is not None or round_in(text) is not None


@lru_cache(maxsize=4096)
def _left_over(text: str) -> str:
    core = _CLOCK.sub(" ", _MONTH.sub(" ", _FULL_DATE.sub(" ", _ENGLISH_DATE.sub(" ", text))))
    rest = left_over(core)
    if find_company_in(text) is None and (name := employer_in(text, canonical=False)):
        rest = left_over(re.sub(re.escape(name), " ", core, flags=re.IGNORECASE))
    for word in load_cues().role_words:
        # "cv" is no part of another Latin word.
        rest = re.sub(rf"(?<![a-z]){word}(?![a-z])", "", rest) if word.isascii() else rest.replace(word, "")
    return rest


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return Date(year, month, day).isoformat()
    except ValueError:
        return None
