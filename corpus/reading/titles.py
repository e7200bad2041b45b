"""The company that a report's title names, although nobody has listed it: what stands before its round or job."""

from __future__ import annotations

import re
from functools import cache

from corpus.companies import canonical_round
from corpus.reading.cues import ends_with, has, is_question, load_cues, opens
from corpus.reading.naming import could_be_name, hides_name

_OPENING = 20
"""Lines below a title that may tell its company's name again."""
_LONGEST_LINE = 2000
_LONGEST_NAME = 12
_SHORTEST_NAME = 2
"""Characters; of such a name one character may be a word for a trade."""
_ENDS = re.compile(
    r"20\d\d|\d\d[届年]|[一二三四五终初复]面|\d面|面[试試经經筛]|[凉挂]经|笔试|机试|秋招|春招|校招|社招|提前批|暑期|日常|实习"
    r"|算法|研发|开发|nlp|cv|llm|aigc|hr面|主管面|技术面",
    re.IGNORECASE,
)
"""What stands behind the company's name in a title."""
_ON_AN_INTERVIEW = re.compile(
    r"[一二三四五终初复]面|\d面|[面凉挂][经經]|面[试試]|笔试|机试|hr面|主管面|技术面|interview|onsite", re.IGNORECASE
)
_PARTS = re.compile(r"[\s|｜丨·/／—–~～,，:：;；!！。+]+|(?<![a-z0-9])-|-(?![a-z0-9])", re.IGNORECASE)
_AHEAD = re.compile(r"^[\W_]*[【\[「](?P<name>[^【】\[\]「」]{2,14})[】\]」](?P<rest>.+)")
"""A name in brackets, and the title behind it."""
_IN_BRACKETS = re.compile(r"[（(【\[][^（）()【】\[\]]*[）)】\]]")


def name_in_title(title: str, lines: list[str]) -> str | None:
    """The unlisted company that a title such as "某某科技 算法实习 一面" names, by the title's form or by `lines`."""
    ahead = _AHEAD.match(title)
    parts = [ahead["name"], ahead["rest"]] if ahead else _PARTS.split(_IN_BRACKETS.sub("", title))
    for part in filter(None, parts):
        end = _ENDS.search(part)
        name = _without_job(part[: end.start()] if end else part).strip(" -_")
        if not name:
            # "秋招 | 某某科技 | 一面": a season or a job, no name yet.
            continue
        return name if _is_name(name, title) or _is_told(name, lines) else None
    return None


def _without_job(text: str) -> str:
    """A name without the words for a job behind it."""
    while cut := _job().search(text):
        text = text[: cut.start()]
    return text


def _is_name(name: str, title: str) -> bool:
    if not _ON_AN_INTERVIEW.search(title) and not ends_with("company_ends", name):
        return False
    return _may_be_name(name) and not opens("no_names", name) and len(_own(name)) > (len(name) > _SHORTEST_NAME)


def _is_told(name: str, lines: list[str]) -> bool:
    """Whether the first lines say that one applied there or heard from them."""
    if not _may_be_name(name) or ends_with("team_ends", name):
        return False
    written = re.escape(name)
    said = rf"(?:投了?|面了?|收到了?|来到?|去了?)\s*\[?{written}|{written}(?:\]\([^()]*\))?\s*的?(?:hr|公司|电话)"
    return any(re.search(said, line, re.IGNORECASE) for line in lines[:_OPENING] if len(line) < _LONGEST_LINE)


def _may_be_name(name: str) -> bool:
    if not _SHORTEST_NAME <= len(name) <= _LONGEST_NAME or not re.fullmatch(r"[\w.&-]+", name):
        return False
    if is_question(name) or canonical_round(name) or hides_name(name) or has("of_authors", name):
        return False
    return could_be_name(name) or name.endswith(("实验室", "研究所"))


def _own(name: str) -> str:
    """What of a name is no word for a trade, a team or a kind of company."""
    return _generic().sub("", name.casefold())


@cache
def _generic() -> re.Pattern[str]:
    words = load_cues()
    return _any_of((*words.role_words, *words.company_ends, *words.team_ends))


@cache
def _job() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of(load_cues().role_words).pattern})$", re.IGNORECASE)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))), re.IGNORECASE)
