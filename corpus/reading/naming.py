"""Which lines of a wild report open rounds, and which name companies, although nobody has listed those.

Headings that stand among those of known companies, or right above rounds, name companies too.
"""

from __future__ import annotations

import re
from collections import defaultdict

from corpus.companies import UNKNOWN_COMPANY, canonical_round, companies_in, round_in, rounds_in
from corpus.glossary import concepts_in, normalize
from corpus.reading.cues import ends_with, has, is_question, load_cues, opens
from corpus.reading.signs import announces_questions
from corpus.reading.structure import (
    AROUND,
    CHANNEL,
    PLAIN_LEVEL,
    Heading,
    company_in,
    heading_of,
    item_of,
    meta_of,
    names_only,
    opened_round,
    plain,
    round_before_blank,
    unnumbered,
)

_IN_BRACKETS = re.compile(r"[（(【\[][^（）()【】\[\]]*[）)】\]]")
_NEAR, _LEAST_META = 10, 2
"""A heading is a company's name, too, where so many of the lines right below say the day, the job or the round."""
_FEW_COMPANIES = 3
"""So many headings side by side that name listed companies make their sisters names of companies, too."""
_FENCE = re.compile(r"\s*(```|~~~)")
_OF_INTERVIEW = re.compile(r"\s*(?:面试(?:次数|时间|岗位|方式|形式|地点|轮次|主要内容)|岗位|部门|投递\w{0,2})\s*[：:]")
"""A fact about the interviews, as it stands below a company's name."""
_NUMBERED_NAME = re.compile(r"\s{0,3}\d{1,2}\s*[.、．]\s*([^\s，,。：:-]{2,12})\s*(?:[-—–]+\s*\S{2,12}\s*)?$")
_NAME_AND_JOB = re.compile(
    r"\s{0,3}\d{1,2}\s*[.、．]\s*([^\s，,。：:—–-]{2,12}?)\s*[-—–]{1,2}\s*([^，,。：:？?]{2,20}?)\s*(?:[（(][^（）()]*[）)])?\s*$"
)
_NAME_AND_MANNER = re.compile(
    r"\s{0,3}([^\s，,。：:（(？?]{2,12})\s*[（(][^（）()]*(?:面试|笔试|[电一二三终]面)[^（）()]*[）)]\s*([\d.年月日/-]*)\s*$"
)
"""A company with how it interviewed and the day: "某某科技（视频面试，30分钟）2023.10.20"."""
_DATE_AHEAD = re.compile(
    r"\s*(?:\d{2,4}\s*[-./年]\s*)?\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?\s*(?:-+|—+|[:：|｜、,，])\s*"
)
"""What "8.23--某某科技--算法实习" begins with."""
_BESIDE_JOB = re.compile(r"(\S[^-—–|]*?)(?:\s+[-—–|]\s+|\s*(?:--+|——)\s*)([^-—–|]{2,30})")
"""A heading such as "Some Company - Data Scientist"."""
_HIDDEN = re.compile(
    r"[xX*＊×_?？\s]*(?:(?:某|一家|一个)\w{0,4}?)?(?:公司|企业|大厂|中厂|小厂|厂)"
    r"|[xX*＊×_?？]+|保密|匿名|不方便透露|暂不透露"
)
_NO_NAME = re.compile(r"[的了吗呢及与：:]|面$")
_FIRST_ROUNDS = (("一面",), ("笔试",), ("电话面",))
_SHORTEST_PROSE = 20
_NEAR = 6
"""Lines from a company's name down to its first round, with a remark between them."""
_LONGEST_NAME, _LONGEST_ANNOUNCEMENT = 12, 500
_LONGEST_PART = 5


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


def round_named(value: str) -> str | None:
    """The round that a field such as "Round: One" or "轮次：二面（技术面）" names; none where it counts several."""
    half = canonical_round(f"{value}面") or canonical_round(f"round {value}")
    if len({name for _, name in rounds_in(_IN_BRACKETS.sub("", value))}) > 1:
        return None
    return canonical_round(value) or round_in(value) or half


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


def companies_by_heading(lines: list[str], start: int) -> dict[int, str]:
    """Names of companies that `companies.yaml` doesn't list, by the index of the Markdown heading that names them."""
    headings = markdown_headings(lines, start)
    known = defaultdict[tuple[int, int], int](int)
    numbered = defaultdict[tuple[int, int], int](int)
    """How many headings of a family name a listed company, once their number and brackets are taken off."""
    parents: list[tuple[int, int]] = []
    open_: list[tuple[int, int]] = []
    for position, (_, heading) in enumerate(headings):
        while open_ and open_[-1][0] >= heading.level:
            open_.pop()
        family = (open_[-1][1] if open_ else -1, heading.level)
        parents.append(family)
        open_.append((heading.level, position))
        unlisted = unlisted_name(heading)
        named = unlisted is not None and (ends_with("firm_ends", unlisted) or _named_beside_job(heading) is not None)
        known[family] += named or (heading.company is not None and not heading.left_over)
        numbered[family] += heading.company is not None and names_only(_bare_heading(heading))
    found: dict[int, str] = {}
    for position, (number, heading) in enumerate(headings):
        following = headings[position + 1][1] if position + 1 < len(headings) else None
        name = unlisted_name(heading)
        bare = _bare_heading(heading)
        among = numbered[parents[position]] >= _FEW_COMPANIES and bare != heading.text.strip()
        described = sum(meta_of(line) is not None for line in lines[number + 1 : number + _NEAR]) >= _LEAST_META
        if described and name and not heading.rounds:
            found[number] = name
        elif among and heading.company is None and (could_be_name(bare) or _is_short_name(bare)):
            found[number] = bare
        elif name and (heading.rounds or known[parents[position]] or (following and _holds(heading, following))):
            found[number] = name
    return found


def _bare_heading(heading: Heading) -> str:
    """What a heading such as "8、某某 AI lab（上岸）" names."""
    return unnumbered(_IN_BRACKETS.sub("", heading.text)).strip()


def _is_short_name(text: str) -> bool:
    """Whether a numbered heading among those of companies can be one's: "上交苏研院", which ends as a team does."""
    short = len(text) <= _LONGEST_NAME and re.fullmatch(r"[\w·&. ]{2,}", text) is not None
    return short and not (is_question(text) or canonical_round(text) or has("sections", text))


def companies_by_section(lines: list[str], start: int) -> dict[int, str]:
    """Unlisted companies of Markdown headings of one level that each stand above plain rounds, by the line's index."""
    named = [
        (number, heading.level, name)
        for number, heading in markdown_headings(lines, start)
        if (name := unlisted_name(heading))
        and not (heading.rounds or hides_name(name) or opens("no_names", name))
        and round_follows(lines, number)
    ]
    levels = [level for _, level, _ in named]
    # A single one may as well be a title, or a part of the report.
    return {number: name for number, level, name in named if levels.count(level) > 1}


def companies_by_paragraph(lines: list[str], start: int, home: str) -> dict[int, str]:
    """Names of companies that stand alone in a paragraph above a plain "一面", by the line's index.

    Where the report as a whole is on the company `home`, only names that are known or look like one.
    """
    found = companies_by_peers(lines, start) | companies_by_number(lines, start)
    found |= companies_by_announcement(lines, start) | companies_by_manner(lines, start)
    headed = any(heading.company for _, heading in markdown_headings(lines, start))
    begun = False
    for number in range(start, len(lines)):
        heading = heading_of(lines[number], None) if len(lines[number]) <= 40 else None
        opens = bool(heading and heading.rounds) or round_before_blank(lines[number]) is not None
        # What stands above a later round is the end of an earlier one.
        is_first = not begun or (heading is not None and heading.rounds[:1] in _FIRST_ROUNDS)
        begun |= opens
        if not opens or (heading and heading.company) or lines[number].lstrip().startswith("#"):
            continue
        for above in range(number - 1, max(start, number - _NEAR) - 1, -1):
            text = plain(lines[above])
            counted = unnumbered(text) != text
            apart = counted or above == start or not lines[above - 1].strip() or _is_companys(text)
            if not text or not apart or CHANNEL.search(text) or lines[above].lstrip().startswith("#"):
                continue
            if (item_of(lines[above]) and not counted) or _indent(lines[above]) > _indent(lines[number]):
                break
            if opens_round(lines[above]):
                break
            text = _IN_BRACKETS.sub("", unnumbered(text)).strip()
            first = re.split(r"\s*[—–|·/]+\s*|\s+-\s+", text)[0]
            text = first if company_in(first) else text
            bare = text if len(text) <= 20 and not re.search(r"[，,。：:；;！!？?]", text) else ""
            free = (home == UNKNOWN_COMPANY and is_first and not headed) or _is_companys(text)
            unlisted = bare if free and could_be_name(bare) and not _goes_on(lines, above) else None
            if name := company_in(bare) or unlisted:
                found[above] = name
                break
            if counted:
                break
    return found


def companies_by_announcement(lines: list[str], start: int) -> dict[int, str]:
    """Short lines that name one company, with other words, above a line such as "The questions asked were:"."""
    found: dict[int, str] = {}
    for number in range(start, len(lines)):
        if not announces_questions(plain(lines[number][:_LONGEST_ANNOUNCEMENT])):
            continue
        for above in range(number - 1, max(start, number - _NEAR) - 1, -1):
            text = _IN_BRACKETS.sub("", plain(lines[above])).strip()
            if 0 < len(text) <= 40 and not re.search("[，,。：:？?]", text) and len(companies_in(text)) == 1:
                found[above] = companies_in(text)[0].name
                break
    return found


def companies_by_manner(lines: list[str], start: int) -> dict[int, str]:
    """Lines above a list that name a company and, in brackets, how it interviewed."""
    found: dict[int, str] = {}
    for number in range(start, len(lines) - 1):
        match = _NAME_AND_MANNER.match(lines[number]) if len(lines[number]) <= 60 else None
        if match is None or heading_of(lines[number], None) is not None:
            continue
        below = next((line for line in lines[number + 1 : number + 4] if line.strip()), "")
        named = names_only(match[1]) or (could_be_name(match[1]) and ends_with("company_ends", match[1]))
        if named and item_of(below):
            found[number] = company_in(match[1]) or match[1]
    return found


def companies_by_number(lines: list[str], start: int) -> dict[int, str]:
    """Numbered lines that name companies: beside a job ("1.某某——算法工程师"), or with prose below ("2. 字节跳动")."""
    found: dict[int, str] = {}
    known = 0
    jobs = {
        number: company_in(match[1]) or match[1]
        for number in range(start, len(lines))
        if (match := _NAME_AND_JOB.match(lines[number]))
        and could_be_name(match[1])
        and (ends_with("jobs", match[2]) or ends_with("seasons", match[2]))
    }
    for number in range(start, len(lines) - 1):
        match = _NUMBERED_NAME.match(lines[number])
        below = next((line for line in lines[number + 1 : number + 4] if line.strip()), "")
        prose = len("".join(lines[number + 1 : number + 3])) >= _SHORTEST_PROSE
        if not match or not could_be_name(match[1]) or item_of(below) or not prose:
            continue
        known += names_only(match[1])
        if names_only(match[1]) or ends_with("company_ends", match[1]):
            found[number] = company_in(match[1]) or match[1]
    return jobs | (found if known and (known < len(found) or known > 2) else {})


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


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


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
    if heading.company or heading.text in load_cues().asides:
        return None
    if beside := _named_beside_job(heading):
        return beside
    if not could_be_name(name):
        return None
    written = re.search(r"\s*".join(map(re.escape, name)), _IN_BRACKETS.sub(" ", heading.text), re.IGNORECASE)
    round_ = next(iter(rounds_in(heading.text)), None)
    # "某某一面" names a company, "一面 二面一起" does not.
    behind = written is not None and round_ is not None and written.start() > round_[0]
    return written[0] if written and not behind else None


def _named_beside_job(heading: Heading) -> str | None:
    """The company of "Some Company - Data Scientist" or "8.23--某某科技--算法实习生"."""
    beside = _BESIDE_JOB.fullmatch(_DATE_AHEAD.sub("", _IN_BRACKETS.sub("", heading.text), count=1).strip())
    if beside is None or not (ends_with("jobs", beside[2].casefold()) or has("sections", beside[2])):
        return None
    return beside[1] if could_be_name(beside[1]) else None


def could_be_name(text: str) -> bool:
    """Whether a short text can be a company's name: no question, no word for a part of an interview."""
    short = 2 <= len(text) <= _LONGEST_NAME and re.match(r"[^\W\d_]", text) is not None
    if (
        not short
        or AROUND.sub("", text).strip() == ""
        or is_question(text)
        or canonical_round(text)
        or opens("before_no_round", text)
        or _NO_NAME.search(text)
        or (concepts_in(normalize(text)) and not ends_with("company_ends", text))
    ):
        return False
    if len(text) >= _LONGEST_PART and ends_with("firm_ends", text):
        return True
    # "某某创新研究院" is an employer, "研究院" a part of one.
    institute = len(text) > _LONGEST_PART and ends_with("company_ends", text)
    return not has("sections", text) and (institute or not ends_with("team_ends", text))


def hides_name(text: str) -> bool:
    """Whether what stands where a company's name belongs is none: "**公司", "某大厂", "保密"."""
    return _HIDDEN.fullmatch(text) is not None


def _holds(heading: Heading, following: Heading) -> bool:
    """Whether the next heading is a round of what this one names: below it, or beside "某某 面经"."""
    if not following.rounds or following.company:
        return False
    return following.level > heading.level or (following.level == heading.level and "面经" in heading.text)


def markdown_headings(lines: list[str], start: int) -> list[tuple[int, Heading]]:
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
