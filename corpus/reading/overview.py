"""What a report says as a whole, before its lines are read one by one: its subject, and which headings name companies.

A title or a file name that names one company speaks for every line that no heading places. Headings that stand among
those of known companies, or right above rounds, name companies too, although nobody has listed them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from corpus.companies import UNKNOWN_COMPANY, UNKNOWN_ROUND, canonical_round, companies_in, rounds_in
from corpus.reading.cues import employer_in, ends_with, has, is_question, load_cues, opens, subject_of
from corpus.reading.place import Place
from corpus.reading.structure import (
    AROUND,
    CHANNEL,
    PLAIN_LEVEL,
    Heading,
    company_in,
    heading_of,
    item_of,
    names_only,
    opened_round,
    plain,
    round_before_blank,
    unnumbered,
)

_FENCE = re.compile(r"\s*(```|~~~)")
_IN_BRACKETS = re.compile(r"[（(【\[][^（）()【】\[\]]*[）)】\]]")
HOW_MANY = re.compile(r"(?<!第)[两一二三四五六\d]\s?轮(?:技术|业务)?面试?")
"""三轮面试 counts rounds, 第三轮 names one."""
_OF_INTERVIEW = re.compile(r"\s*(?:面试(?:次数|时间|岗位|方式|形式|地点|轮次|主要内容)|岗位|部门|投递\w{0,2})\s*[：:]")
"""A fact about the interviews, as it stands below a company's name."""
_FAILED = re.compile(r"(?<!以为)(?<!觉得)(?<!感觉)(?<!担心)(第?[一二三四]面)(?:就|已|又|也|直接)?(?:凉|挂|没过|跪|通过|过了)")
_TO_COME = re.compile(
    r"(?:约|等|进了?|收到|通知|准备|期待|没有|无)[^，。,]{0,3}(?:第?[一二三四五]面|HR面|笔试)", re.IGNORECASE
)
_NUMBERED_NAME = re.compile(r"\s{0,3}\d{1,2}\s*[.、．]\s*([^\s，,。：:-]{2,12})\s*(?:[-—–]+\s*\S{2,12}\s*)?$")
_HIDDEN = re.compile(r"[xX*＊×_?？\s]*(?:(?:某|一家|一个)\w{0,4}?)?(?:公司|企业|大厂|中厂|小厂|厂)|[xX*＊×_?？]+|保密|匿名|不方便透露|暂不透露")
_OUTLINES = re.compile(r"(?:流程|概览|总览|时间线|安排|一览|轮次)(?:概览|总览|速览|如下)?\s*[：:]?\s*$")
_REPORT = 100
"""Lines below an outline of the stages that are searched for the report."""
_SHORTEST_PROSE = 20
_LONGEST_TITLE = 60
_LONGEST_NAME = 12
_LONGEST_OPENING = 12
_NEAR = 6
"""Lines from a company's name down to its first round, with a remark between them."""


def round_follows(lines: list[str], number: int) -> bool:
    """Whether a round without company opens right below line `number`, with some words on the company between."""
    for line in lines[number + 1 : number + 1 + 2 * _NEAR]:
        item = item_of(line)
        text = item.text if item else line
        if opened_round(text):
            return True
        if heading := heading_of(text, None):
            return bool(heading.rounds) and not heading.company
        if item:
            return False
    return False


def home_of(lines: list[str], start: int, front_title: str, file: str) -> Place:
    """The company and round that the title, the first line or the file's name speaks of; else an unknown place."""
    first = first_text(lines, start)
    titles = [front_title, plain(first.lstrip("# ")), re.sub(r"[_\-]+", " ", Path(file).stem)]
    home = Place()
    for title in titles:
        if len(title) > _LONGEST_TITLE or item_of(title):
            continue
        company = company_in(title)
        if company is None or _names_several(title) or (title == titles[1] and _has_peers(lines, start, company)):
            continue
        home.company = company
        rounds = {name for _, name in rounds_in(HOW_MANY.sub("", without_outcome(title)))}
        if len(rounds) == 1 and not any(map(opens_round, lines[start + 1 :])):
            home.round = rounds.pop()
        elif not rounds:
            home.round = _round_told(lines[start:])
            if home.round == UNKNOWN_ROUND:
                home.round = _round_of_opening(first, lines[start:])
            if home.round == UNKNOWN_ROUND:
                home.round = _round_of_prose(lines[start:])
        return home
    home.round = _round_of_opening(first, lines[start:])
    if company := _company_of_opening(lines, start) or _company_of_file(Path(file).stem):
        home.company = company
    return home


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
    headings = [heading for _, heading in _markdown_headings(lines, start) if heading.company]
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
    named -= {"HR面", "笔试"}
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


def round_opened(line: str) -> str | None:
    """The round that a line or list item is the heading of, or opens: "一面：…"."""
    item = item_of(line)
    text = item.text if item else line
    heading = heading_of(text, None)
    if heading and heading.rounds:
        return heading.rounds[0]
    opened = opened_round(text)
    return opened[0] if opened else None


def opens_round(line: str) -> bool:
    """Whether `round_opened`."""
    return round_opened(line) is not None


def is_bare_list(lines: list[str]) -> bool:
    """Whether a file is one list of questions, without Markdown headings and rounds."""
    items = [item for item in map(item_of, lines) if item]
    if len(items) < 5 or any(line.lstrip().startswith("#") or opens_round(line) for line in lines):
        return False
    return sum(is_question(item.text) for item in items) * 5 >= len(items) * 2


def companies_by_heading(lines: list[str], start: int) -> dict[int, str]:
    """Names of companies that `companies.yaml` doesn't list, by the index of the Markdown heading that names them."""
    headings = _markdown_headings(lines, start)
    known = defaultdict[tuple[int, int], int](int)
    parents: list[tuple[int, int]] = []
    open_: list[tuple[int, int]] = []
    for position, (_, heading) in enumerate(headings):
        while open_ and open_[-1][0] >= heading.level:
            open_.pop()
        family = (open_[-1][1] if open_ else -1, heading.level)
        parents.append(family)
        open_.append((heading.level, position))
        known[family] += heading.company is not None and not heading.left_over
    found: dict[int, str] = {}
    for position, (number, heading) in enumerate(headings):
        following = headings[position + 1][1] if position + 1 < len(headings) else None
        name = unlisted_name(heading)
        if name and (heading.rounds or known[parents[position]] or (following and _holds(heading, following))):
            found[number] = name
    return found


def companies_by_paragraph(lines: list[str], start: int, home: str) -> dict[int, str]:
    """Names of companies that stand alone in a paragraph above a plain "一面", by the line's index.

    Where the report as a whole is on the company `home`, only names that are known or look like one.
    """
    found: dict[int, str] = companies_by_peers(lines, start) | companies_by_number(lines, start)
    for number in range(start, len(lines)):
        heading = heading_of(lines[number], None) if len(lines[number]) <= 40 else None
        opens = bool(heading and heading.rounds) or round_before_blank(lines[number]) is not None
        if not opens or (heading and heading.company) or lines[number].lstrip().startswith("#"):
            continue
        for above in range(number - 1, max(start, number - _NEAR) - 1, -1):
            text = plain(lines[above])
            counted = unnumbered(text) != text
            apart = counted or above == start or not lines[above - 1].strip() or _is_companys(text)
            if not text or not apart or CHANNEL.search(text) or lines[above].lstrip().startswith("#"):
                continue
            if item_of(lines[above]) and not counted:
                break
            if opens_round(lines[above]):
                break
            text = _IN_BRACKETS.sub("", unnumbered(text)).strip()
            first = re.split(r"\s*[—–|·/]+\s*|\s+-\s+", text)[0]
            text = first if company_in(first) else text
            bare = text if len(text) <= 20 and not re.search(r"[，,。：:；;！!？?]", text) else ""
            free = home == UNKNOWN_COMPANY or _is_companys(text)
            unlisted = bare if free and could_be_name(bare) and not _goes_on(lines, above) else None
            if name := company_in(bare) or unlisted:
                found[above] = name
                break
            if counted:
                break
    return found


def companies_by_number(lines: list[str], start: int) -> dict[int, str]:
    """Numbered lines with prose below that name companies: "1.某某智能", "2. 字节跳动"."""
    found: dict[int, str] = {}
    known = 0
    for number in range(start, len(lines) - 1):
        match = _NUMBERED_NAME.match(lines[number])
        below = next((line for line in lines[number + 1 : number + 4] if line.strip()), "")
        prose = len("".join(lines[number + 1 : number + 3])) >= _SHORTEST_PROSE
        if not match or not could_be_name(match[1]) or item_of(below) or not prose:
            continue
        known += names_only(match[1])
        if names_only(match[1]) or ends_with("company_ends", match[1]):
            found[number] = company_in(match[1]) or match[1]
    return found if known and (known < len(found) or known > 2) else {}


def companies_by_peers(lines: list[str], start: int) -> dict[int, str]:
    """Plain lines that name companies above the labels of their questions, as lines with known companies do."""
    labels = load_cues().labels
    found: dict[int, str] = {}
    known = 0
    for number in range(start, len(lines) - 1):
        text = plain(lines[number])
        if not 2 <= len(text) <= _LONGEST_NAME or not could_be_name(text) or item_of(lines[number]):
            continue
        below = next((line for line in lines[number + 1 : number + 4] if line.strip()), "")
        counts = re.match(r"一?共[^，。]{0,3}[轮面]", below) is not None
        tells = _OF_INTERVIEW.match(below) is not None and ends_with("company_ends", text)
        if tells and company_in(text) is None:
            found[number] = text
            known += 2
        elif (plain(below).strip(" ：:") in labels or counts) and text not in labels:
            company = company_in(text)
            known += company is not None
            found[number] = company or text
    return found if known > 1 else {}


def _is_companys(text: str) -> bool:
    """Whether a line's form alone makes it a company's name, with a team's behind a blank: "某某 搜推"."""
    first = re.split(r"\s*[—–|·/]+\s*|\s+-\s+", text)[0]
    first = next((word for word in text.split()[:1] if names_only(word)), first)
    if len(text) > 20 or re.search(r"[，,。：:；;！!？?]", text):
        return False
    return could_be_name(first) and (company_in(first) is not None or ends_with("company_ends", first))


def _goes_on(lines: list[str], number: int) -> bool:
    """Whether the item in line `number` goes on a list: its like stands right above."""
    item = item_of(lines[number])
    before = next((line for line in reversed(lines[max(0, number - 3) : number]) if line.strip()), "")
    above = item_of(before)
    return item is not None and above is not None and (item.style, item.indent) == (above.style, above.indent)


def unlisted_name(heading: Heading) -> str | None:
    """What could be a company's name in a heading that names no listed one, written as there."""
    name = heading.left_over
    if heading.company or not could_be_name(name) or heading.text in load_cues().asides:
        return None
    written = re.search(r"\s*".join(map(re.escape, name)), _IN_BRACKETS.sub(" ", heading.text), re.IGNORECASE)
    round_ = next(iter(rounds_in(heading.text)), None)
    # "某某一面" names a company, "一面 二面一起" does not.
    behind = written is not None and round_ is not None and written.start() > round_[0]
    return written[0] if written and not behind else None


def could_be_name(text: str) -> bool:
    """Whether a short text can be a company's name: no question, no word for a part of an interview."""
    short = 2 <= len(text) <= _LONGEST_NAME and re.match(r"[^\W\d_]", text) is not None
    if (
        not short
        or AROUND.sub("", text).strip() == ""
        or is_question(text)
        or canonical_round(text)
        or opens("before_no_round", text)
    ):
        return False
    return not has("sections", text) and not ends_with("team_ends", text)


def hides_name(text: str) -> bool:
    """Whether what stands where a company's name belongs is none: "**公司", "某大厂", "保密"."""
    return _HIDDEN.fullmatch(text) is not None


def _holds(heading: Heading, following: Heading) -> bool:
    """Whether the next heading is a round of what this one names: below it, or beside "某某 面经"."""
    if not following.rounds or following.company:
        return False
    return following.level > heading.level or (following.level == heading.level and "面经" in heading.text)


def _markdown_headings(lines: list[str], start: int) -> list[tuple[int, Heading]]:
    found: list[tuple[int, Heading]] = []
    fence = ""
    for number in range(start, len(lines)):
        line = lines[number]
        if mark := _FENCE.match(line):
            fence = "" if fence == mark[1] else fence or mark[1]
        elif not fence and line.lstrip().startswith("#") and len(line) < 200:
            heading = heading_of(line, None)
            if heading and heading.level < PLAIN_LEVEL:
                found.append((number, heading))
    return found
