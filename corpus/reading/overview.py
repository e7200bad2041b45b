"""What a report says as a whole, before its lines are read one by one: its subject, and an outline of its rounds.

A title or a file name that names one company speaks for every line that no heading places.
"""

from __future__ import annotations

import re
from pathlib import Path

from corpus.companies import UNKNOWN_ROUND, canonical_round, companies_in, rounds_in
from corpus.reading.cues import employer_in, is_question, load_cues, subject_of
from corpus.reading.naming import could_be_name, markdown_headings, opens_round, round_opened
from corpus.reading.place import Place
from corpus.reading.structure import company_in, item_of, plain
from corpus.reading.titles import name_in_title

_IN_BRACKETS = re.compile(r"[（(【\[][^（）()【】\[\]]*[）)】\]]")
HOW_MANY = re.compile(r"(?<!第)[两一二三四五六\d]\s?轮(?:技术|业务)?面试?")
"""三轮面试 counts rounds, 第三轮 names one."""
_FAILED = re.compile(
    r"(?<!以为)(?<!觉得)(?<!感觉)(?<!担心)(第?[一二三四]面)(?:就|已|又|也|直接)?(?:凉|挂|没过|跪|通过|过了)"
)
_TO_COME = re.compile(
    r"(?:约|等|进了?|还有|收到|通知|准备|期待|没有|无)[^，。,]{0,3}(?:第?[一二三四五]面|HR面|笔试)", re.IGNORECASE
)
_OUTLINES = re.compile(r"(?:流程|概览|总览|时间线|安排|一览|轮次)(?:概览|总览|速览|如下)?\s*[：:]?\s*$")
_WRITTEN = "笔试"
_HEADER = 30
"""Lines of a file that a site's header can stand in."""
_REPORT = 100
"""Lines below an outline of the stages that are searched for the report."""
_LONGEST_TITLE = 60
_LONGEST_NAME = 12
_LONGEST_OPENING = 12


def home_of(lines: list[str], start: int, front_title: str, file: str) -> Place:
    """The company and round that the title, the first line or the file's name speaks of; else an unknown place."""
    first = first_text(lines, start)
    titles = [front_title, plain(first.lstrip("# ")), re.sub(r"[_\-]+", " ", Path(file).stem)]
    home = Place()
    for title in titles:
        if len(title) > _LONGEST_TITLE or item_of(title):
            continue
        company = company_in(title) or (name_in_title(title, lines[start:]) if title != titles[2] else None)
        if company is None or _names_several(title) or (title == titles[1] and _has_peers(lines, start, company)):
            continue
        home.company = company
        rounds = _rounds_of(title) or {name for _, name in rounds_in(HOW_MANY.sub("", without_outcome(title)))}
        if len(rounds) == 1 and set(rounds_below(lines, start).values()) <= {_WRITTEN}:
            home.round = rounds.pop()
        elif not rounds:
            home.round = _round_told(lines[start:])
            if home.round == UNKNOWN_ROUND:
                home.round = _round_of_opening(first, lines[start:])
            if home.round == UNKNOWN_ROUND:
                home.round = _round_of_prose(lines[start:])
        return home
    home.round = _round_of_opening(first, lines[start:])
    if home.round == UNKNOWN_ROUND:
        home.round = _round_of_prose(lines[start:])
    if company := _company_of_opening(lines, start) or _company_of_file(Path(file).stem):
        home.company = company
    return home


def rounds_below(lines: list[str], start: int) -> dict[int, str]:
    """The rounds that lines below the first one open, by the line's index."""
    title = next((i for i in range(start, len(lines)) if lines[i].strip()), start)
    return {i: opened for i in range(title + 1, len(lines)) if (opened := round_opened(lines[i]))}


def misnamed_tests(lines: list[str], start: int, home: Place) -> set[int]:
    """Headings such as "笔试实录" that open no round: the title says another one, and no other line opens any."""
    below = rounds_below(lines, start)
    named = home.round in (UNKNOWN_ROUND, _WRITTEN) or set(below.values()) != {_WRITTEN}
    return set() if named else {i for i in below if lines[i].startswith("#")}


def _rounds_of(title: str) -> set[str]:
    """The one round that a title is on before its comma: "一面凉经，二面没约"; else none."""
    # "三面（主管面）" is one round, named twice.
    first = {name for _, name in rounds_in(HOW_MANY.sub("", _IN_BRACKETS.sub("", re.split("[，,；;]", title)[0])))}
    return first if len(first) == 1 else set()


def site_header(lines: list[str]) -> list[int]:
    """The lines that a site puts above a post, as copied from its page: "头像", and below it who wrote the post."""
    return [
        place
        for i, line in enumerate(lines[:_HEADER])
        if line.strip() == "头像"
        for place in (i, i + 1)
        if place < len(lines)
    ]


def stages_listed(lines: list[str], start: int) -> list[int]:
    """The lines below "面试流程：" that only list the rounds, where the report itself stands further below."""
    found: list[int] = []
    for number in range(start, len(lines)):
        if len(lines[number]) > _LONGEST_TITLE or not _OUTLINES.search(lines[number]) or opens_round(lines[number]):
            continue
        first = number + 1 + (number + 1 < len(lines) and not lines[number + 1].strip())
        end = next((i for i in range(first, len(lines)) if not lines[i].strip()), len(lines))
        rounds = [i for i in range(first, end) if len(lines[i]) <= _LONGEST_TITLE and opens_round(lines[i])]
        below = (item.text if (item := item_of(line)) else line for line in lines[end : end + _REPORT])
        if len(rounds) > 1 and rounds[-1] - first < 2 * len(rounds) and sum(map(is_question, below)) > len(rounds):
            found += range(first, rounds[-1] + 1)
    return found


def without_outcome(title: str) -> str:
    """A title without brackets on how it went, which name rounds that it isn't on: "一面面经（二面已凉）"."""
    return _IN_BRACKETS.sub(lambda found: " " if subject_of(found[0]) == "outcome" else found[0], title)


def _names_several(title: str) -> bool:
    """Whether a title lists companies, those that nobody listed among them: "阿里+腾讯"."""
    apart = re.search(r"[+、/／,，&和与]", title) is not None
    return len(_named_in(title) if apart else companies_in(title)) > 1


def _named_in(text: str) -> set[str]:
    """The companies that a text names, a group not beside its part."""
    named = {company.name for company in companies_in(text)}
    if employer := employer_in(text):
        named.add(employer)
    return {name for name in named if not named.intersection(load_cues().parts.get(name, ()))}


def _has_peers(lines: list[str], start: int, company: str) -> bool:
    """Whether the first Markdown heading, which names `company`, stands among headings of other companies."""
    headings = [heading for _, heading in markdown_headings(lines, start) if heading.company]
    if not headings or headings[0].company != company or not first_text(lines, start).startswith("#"):
        return False
    return any(other.company != company and other.level <= headings[0].level for other in headings)


def first_text(lines: list[str], start: int) -> str:
    """The first line that isn't blank, of the next fifty."""
    return next((line for line in lines[start : start + 50] if line.strip()), "")


def _round_told(lines: list[str]) -> str:
    """The round that prose says it ended with, where no line opens one: "然而一面凉"."""
    name = round_ended(" ".join(line for line in lines if not item_of(line)))
    return name if name and not any(map(opens_round, lines)) else UNKNOWN_ROUND


def round_ended(text: str) -> str | None:
    """The only round that the text tells the end of: "一面就挂了"."""
    named = {canonical_round(found[1]) for found in _FAILED.finditer(text)}
    return named.pop() if len(named) == 1 else None


def _round_of_opening(opening: str, lines: list[str]) -> str:
    """The round that the first sentence of prose is on, where no line opens one: "这次一面 …" above a list."""
    # "三面（主管面）" is one round, named twice.
    sentence = _IN_BRACKETS.sub("", re.split("[。！!；;]", opening)[0])
    named = {name for _, name in rounds_in(HOW_MANY.sub("", sentence))}
    told = len(named) == 1 and len(sentence) > _LONGEST_NAME and re.search("[，,]", sentence) and not item_of(opening)
    return named.pop() if told and not any(map(opens_round, lines)) else UNKNOWN_ROUND


def _round_of_prose(lines: list[str]) -> str:
    """The only round that the prose above everything else is on: "今天参加了某某的初面", where no line opens one."""
    named: set[str] = set()
    for line in lines[:_LONGEST_OPENING]:
        if item_of(line) or line.lstrip().startswith("#"):
            break
        named |= {name for _, name in rounds_in(_TO_COME.sub("", HOW_MANY.sub("", line)))}
    named -= {"HR面", "笔试", UNKNOWN_ROUND}
    return named.pop() if len(named) == 1 and not any(map(opens_round, lines)) else UNKNOWN_ROUND


def _company_of_opening(lines: list[str], start: int) -> str | None:
    """The company that the prose above the first round speaks of, if it names just one."""
    first = _named_in(first_text(lines, start))
    if len(first) == 1 and re.search("面试|面经|面了|onsite", first_text(lines, start)):
        return first.pop()
    named: set[str] = set()
    for line in lines[start : start + _LONGEST_OPENING]:
        if item_of(line) or opens_round(line) or line.lstrip().startswith("#"):
            break
        named |= _named_in(line)
    return named.pop() if len(named) == 1 else None


def _company_of_file(stem: str) -> str | None:
    """The name in a file's name such as "2024_11_01_某某恒润", dated as reports on one interview are."""
    dated = re.fullmatch(r"(?:19|20)?\d{2}[_\-. ]?\d{1,2}(?:[_\-. ]?\d{1,2})?[_\-. ]+(.+)", stem)
    return dated[1] if dated and could_be_name(dated[1]) and re.search("[\u4e00-\u9fff]", dated[1]) else None


def is_bare_list(lines: list[str]) -> bool:
    """Whether a file is one list of questions, without Markdown headings and rounds."""
    items = [item for item in map(item_of, lines) if item]
    headings = [i for i, line in enumerate(lines) if line.lstrip().startswith("#")]
    titled = len(headings) == 1 and not any(line.strip() for line in lines[: headings[0]])
    headed = bool(headings) and not titled and not any("面经" in lines[i] for i in headings)
    if len(items) < 5 or headed or any(map(opens_round, lines)):
        return False
    return sum(is_question(item.text) for item in items) * 5 >= len(items) * 2
