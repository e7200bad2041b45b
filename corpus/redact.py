"""Takes personal data out of text and file names before they are stored.

What counts as such is in `contacts.py` and `names_of_people.py`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import PurePath

from corpus.companies import find_company
from corpus.contacts import contacts
from corpus.names_of_people import NAME, names, person_name
from corpus.redaction_rule import Rule


def redact(text: str) -> str:
    """`text` with placeholders such as [电话] in the place of personal data; links keep their text."""
    text = _INVISIBLE.sub("", text)
    folded = _folded(text)
    # One replacement can uncover the next; nearly always the second pass finds nothing more.
    for _ in range(5):
        before = text
        found: dict[re.Pattern[str], bool] = {}
        for rule in _rules():
            if rule.needs is not None:
                if rule.needs not in found:
                    found[rule.needs] = rule.needs.search(folded) is not None
                if not found[rule.needs]:
                    continue
            new = rule.apply(text, folded)
            if new != text:
                text, folded = new, _folded(new)
        if text == before:
            break
    return text


@cache
def _rules() -> tuple[Rule, ...]:
    return (*contacts(), *names())


def redact_file_name(name: str) -> str:
    """The name of a report's file without personal data: "面经-张三-13912345678.md" → "面经-[姓名]-[电话].md".

    People name such files after themselves, so a part that looks like a Chinese name counts as one, unless it is a
    company. Folders are dropped; the suffix stays.
    """
    path = PurePath(name.replace("\\", "/"))
    parts = re.split(r"([\s\-_—,，.。()（）\[\]【】+&、]+)", redact(path.stem))
    person = re.compile(rf"{person_name()}(?:的?(?:简历|面经|面试|经验|总结|记录|笔记)+)?")
    for place, part in enumerate(parts):
        match = person.fullmatch(part)
        if match and find_company(part) is None:
            parts[place] = NAME + part[match.end("name") :]
    return "".join(parts) + path.suffix


# Format characters have no meaning between Latin letters and digits but to hide a number from a reader of this kind.
_INVISIBLE = re.compile(r"(?<=[\x21-\x7e])[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+(?=[\x21-\x7e])")


_FOLDINGS: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys((0xA0, 0x3000), " "),
    **dict.fromkeys((0x2010, 0x2011, 0x2013, 0x2014, 0x2212), "-"),
}
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")


def _folded(text: str) -> str:
    """Full-width forms and digits of all scripts as ASCII, one character for one, so that places stay the same."""
    if text.isascii():
        return text
    return _FOREIGN_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text.translate(_FOLDINGS))
