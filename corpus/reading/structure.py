"""What a line of somebody else's report is: heading, list item, quote, code fence or plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as Date

from corpus.companies import Company, companies_in, find_company_in, left_over, round_in, rounds_in
from corpus.reading.cues import has, is_question, load_cues

PLAIN_LEVEL = 7
"""Level of headings that aren't Markdown's: below all of those."""

_MARKDOWN_HEADING = re.compile(r"^\s{0,3}(#{1,6})(\s*)(.+?)\s*#*\s*$")
_BOLD_LINE = re.compile(r"^\s*(?:\*\*|__)(.+?)(?:\*\*|__)\s*[：:]?\s*$")
_BRACKET_LINE = re.compile(r"^\s*【(.+?)】\s*$")
_ITEM = re.compile(
    r"^(?P<indent>\s*)(?:(?P<bullet>[-*+•●▪◦·–—])\s+|(?P<number>\d{1,2})(?:[.．](?!\d)|[、)）])\s*"
    r"|[（(]\d{1,2}[）)]\s*|[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮]\s*"
    r"|(?P<asked>[Qq问](?:uestion)?\s?\d{0,2}\s*[：:.、])\s*)(?P<text>\S.*)$"
)
_ANSWER = re.compile(r"^\s*(?:[-*]\s+)?(?:A\d{0,2}|Ans(?:wer)?|答|答案|回答|我的回答|参考答案)\s*[：:]\s*(.*)$")
_NOTE = re.compile(r"^\s*(?:注|备注|Note)\s*[：:]\s*(.*)$", re.IGNORECASE)
_META = re.compile(
    r"^\s*[-*]?\s*(?:\*\*)?(公司|面试公司|company|轮次|面试轮次|round|时间|日期|面试时间|date|岗位|职位|position|role|部门|team)"
    r"(?:\*\*)?\s*[：:]\s*(?:\*\*)?\s*(.+?)\s*$",
    re.IGNORECASE,
)
_META_NAMES = {
    "公司": "company",
    "面试公司": "company",
    "company": "company",
    "轮次": "round",
    "面试轮次": "round",
    "round": "round",
    "时间": "date",
    "日期": "date",
    "面试时间": "date",
    "date": "date",
    "岗位": "role",
    "职位": "role",
    "position": "role",
    "role": "role",
    "部门": "team",
    "team": "team",
}
_FULL_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})(?!\d)")
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-./年]\s*(\d{1,2})(?:\s*月|(?![\d.]))")
_SHORT_DATE = re.compile(r"(?<![\d.])(\d{1,2})\s*[./月-]\s*(\d{1,2})(?![\d.]|\s*[%年级kK])")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])(?<!\\\*)")


@dataclass(frozen=True)
class Heading:
    """A line that opens a part of the report."""

    text: str
    level: int
    company: Company | None
    rounds: tuple[str, ...]
    date: str | None
    left_over: str
    """What is neither company, round, date nor a word of the trade."""


@dataclass(frozen=True)
class Item:
    """A list item, or a line that opens with Q: or 问："""

    indent: int
    text: str
    numbered: bool


def plain(text: str) -> str:
    """Without Markdown's emphasis and link targets."""
    return re.sub(r"\*\*|__(?=\S)|(?<=\S)__", "", _LINK.sub(r"\1", text)).strip()


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
    text = plain(line)
    if len(text) > 40 or re.search(r"[？?。；;！]", text) or not _names_something(text):
        return None
    heading = _heading(text, PLAIN_LEVEL, year)
    coding = has("coding_sections", heading.left_over)
    if heading.left_over and not (coding and heading.rounds) and len(heading.left_over) > 3:
        return None
    if heading.left_over and heading.date is None and not coding and not text.endswith(("：", ":")):
        return None
    return heading if len(companies_in(text)) <= 1 and not text.endswith((",", "，")) else None


def item_of(line: str) -> Item | None:
    """The list item that the line is."""
    match = _ITEM.match(re.sub(r"^(\s*)\*\*(?=\d{1,2}[）).、])", r"\1", line))
    if match is None:
        return None
    numbered = match["bullet"] is None
    return Item(len(match["indent"].expandtabs(4)), match["text"].strip(), numbered)


def names_only(text: str) -> bool:
    """Whether a list item is just a company's name, with or without a bracket behind it."""
    bare = re.sub(r"[（(【].*", "", text).strip(" ，,。")
    return find_company_in(bare) is not None and not left_over(bare)


def unlisted_company(heading: Heading, below: list[str]) -> str | None:
    """The company that `companies.yaml` doesn't list but a heading seems to name.

    "小红书 一面" does, and so does a heading right above a deeper one such as "### 一面" in `below`.
    """
    name = heading.left_over
    if heading.company or not 2 <= len(name) <= 12 or is_question(name) or has("sections", name):
        return None
    if heading.rounds:
        return name if heading.level < PLAIN_LEVEL or heading.date else None
    headings = (heading_of(line, None) for line in below if line.lstrip().startswith("#"))
    following = next((other for other in headings if other), None)
    if following and following.rounds and not following.company and following.level > heading.level:
        return name
    return None


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
    match = _META.match(line)
    if match is None or len(match[2]) > 40:
        return None
    return _META_NAMES[match[1].lower()], plain(match[2])


def date_in(text: str, year: int | None) -> str | None:
    """The first real date in a heading; 3.25 gets the report's `year` where one is known."""
    if full := _FULL_DATE.search(text):
        return _iso(int(full[1]), int(full[2]), int(full[3]))
    if month := _MONTH.search(text):
        return f"{month[1]}-{int(month[2]):02}" if 1 <= int(month[2]) <= 12 else None
    for short in _SHORT_DATE.finditer(text):
        iso = _iso(year or 2020, int(short[1]), int(short[2]))
        if iso:
            return iso if year else iso[5:]
    return None


def season_in(text: str) -> str:
    """秋招, 暑期实习 and their like, where the text names one."""
    return next((season for season in load_cues().seasons if season in text), "")


def _heading(text: str, level: int, year: int | None) -> Heading:
    rounds = tuple(dict.fromkeys(name for _, name in rounds_in(text)))
    only = round_in(text)
    return Heading(
        text=text,
        level=level,
        company=find_company_in(text),
        rounds=rounds or ((only,) if only else ()),
        date=date_in(text, year),
        left_over=left_over(text),
    )


def _names_something(text: str) -> bool:
    return find_company_in(text) is not None or round_in(text) is not None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return Date(year, month, day).isoformat()
    except ValueError:
        return None
