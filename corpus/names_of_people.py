"""Names of authors and interviewers, by what introduces them ("面试官叫…", "作者：", "@").

A name that nothing introduces stays.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.redaction_rule import Rule, any_of, rule

NAME = "[姓名]"

_HAN = "[\u4e00-\u9fff]"


@cache
def _surname() -> str:
    return rf"(?!{any_of('not_names')}){any_of('surnames')}"


@cache
def person_name() -> str:
    """Pattern of a whole Chinese name (group `name`): surname and one or two characters."""
    return rf"(?P<name>{_surname()}(?!.?[人的了])(?!{_HONORIFIC}){_HAN}{{1,2}}?)"


_HONORIFIC = (
    "(?:小姐姐|小哥哥|小哥|老师|大哥|哥哥|姐姐|哥|姐|先生|女士|博士|教授|大佬|学长|学姐|师兄|师姐|师弟|师妹|同学|经理|"
    "工(?![作程业具资])|总(?![是会共结要在能有体量数和的之算]))"
)
_TITLE = (
    "(?:面试官|面试者|考官|一面官|二面官|主面|leader|主管|hrbp|hr|人事|导师|组长|老板|mentor|研究员|工程师|负责人|总监|经理|内推人|内推官|"
    "推荐人|联系人|猎头|招聘官|部长|院长|师兄|师姐|学长|学姐|室友|同门)"
)
_DECORATION = "(?:小姐姐|小哥哥|小哥|姐姐|哥哥|老师|大佬|同学)?"
_INTERVIEWER = "(?:interviewer|interviewed by|hiring manager|recruiter|面试官|考官)(?:'s name)?"
_AFTER_NAME = r"(?=[^\u4e00-\u9fff]|$|来|问|说|让|给|很|人|的|在|就|先|一|是|和|面|对|主|,)"
_END = rf"(?!{_HAN}|\w)"

_DECORATORS = re.compile(
    r"(?:property|staticmethod|classmethod|dataclass|abstractmethod|cached?_?\w*|lru_cache|override|overload|jit|njit|"
    r"torch|tf|pytest|app|triton|contextmanager|wraps|functools|numba|param|return|brief"
    r"|Autowired|media|import|Bean)\b",
    re.IGNORECASE,
)


@cache
def _latin(last: str = "{1,2}") -> str:
    word = rf"(?!{any_of('not_latin')}\b)[A-Z][a-z]+\b"
    return rf"(?-i:(?:(?:Dr|Mr|Ms|Mrs|Prof)\.? )?{word}(?:[ ·]{word}|[ ][A-Z]\.){last})"


def names() -> tuple[Rule, ...]:
    """In the order in which they are taken out."""
    person, surname, latin = person_name(), _surname(), _latin()
    given = any_of("latin_names")
    it = rf"(?P<it>{person})"
    return (
        rule(
            r"(?m)^\s{0,8}(?:authors?|作者|笔者|昵称|署名|发帖人|撰文|nickname|written by"
            r"|posted by)(?:\s?[:/]\s?|\s\|\s)(?P<it>(?!\[姓名\])\S.{0,200})$",
            NAME,
        ),
        rule(
            r"\A---\n(?:(?!---)[^\n]*\n){0,40}?authors?\s?:\s?\n(?P<it>(?:\s{0,6}- (?!\[姓名\])[^\n]{1,80}\n){1,10})",
            f"  - {NAME}\n",
        ),
        rule(
            r"(?<!论文)(?<!文章)(?<!原)(?:作者|昵称|姓名|署名|撰文|撰稿|投稿人|分享人|记录人)"
            r"(?:\s?[:/]\s?|\s\|\s)(?P<it>(?!\[姓名\])[^\s,，。;；|)）]{1,20})",
            NAME,
        ),
        rule(rf"(?:楼主|题主|博主|up主|lz|编辑|文|图)\s?[:/]\s?{it}(?=\s|$|[)）])", NAME),
        rule(
            rf"{_TITLE}{_DECORATION}\s?(?:是|叫|名叫|为|:)?\s?(?P<it>{surname}{_HAN}{{0,2}}?)(?={_HONORIFIC})",
            NAME,
            needs=_TITLE,
        ),
        rule(
            rf"{_TITLE}{_DECORATION}\s?(?:的?(?:名字|姓名|大名|花名|全名|名))?\s?(?:叫做"
            rf"|叫|名叫|名字叫|名字是|姓名是)\s?(?P<it>{person}{_AFTER_NAME}|{surname}{_HAN}{{2}})",
            NAME,
            needs=_TITLE,
        ),
        rule(
            rf"{_TITLE}{_DECORATION}\s?(?:的?(?:名字|姓名|大名|花名|全名)(?:是|为|:)|是|为|姓)\s?{it}{_END}",
            NAME,
            needs=_TITLE,
        ),
        rule(rf"{_TITLE}{_DECORATION}\s?[:(\s]\s?{it}(?=\s*(?:$|[:)]|\n))", NAME, needs=_TITLE),
        rule(rf"{_TITLE}{_DECORATION}\s?{it}(?=[:)])", NAME, needs=_TITLE),
        rule(rf"{_TITLE}\s?(?:姓)?(?P<it>{surname})(?=某|{_HONORIFIC}|[,，。;]|$)", NAME, needs=_TITLE),
        rule(
            rf"(?:跟|和|与|由|被|找|给|谢谢|感谢|联系|@|问|是|请)\s?(?P<it>{surname}{_HAN}{{0,2}}?)(?={_HONORIFIC})",
            NAME,
        ),
        rule(rf"(?<![\u4e00-\u9fff])(?P<it>{surname}{_HAN}{{0,2}}?)(?=师兄|师姐|学长|学姐|经理)", NAME, needs=_TITLE),
        rule(rf"(?<![\u4e00-\u9fff]){it}(?=\s?\((?:{_TITLE}|作者|楼主))", NAME, needs=r"\("),
        rule(rf"(?:我叫|我的名字(?:是|叫)|本名|真名|大名|大家好,?，?我是|你好,?，?我是|姓名)\s?:?\s?{it}{_END}", NAME),
        rule(rf"(?:我是|叫我){_HAN}{{0,6}}?(?P<it>小{surname})(?=[,，。!！\s]|$)", NAME),
        rule(
            rf"(?:转载?自|来自)我?的?(?:朋友|同学|同事|师兄|师姐|学长|学姐)(?P<it>{_HAN}{{2,4}})(?=[,，。!！\s]|$)",
            NAME,
        ),
        rule(
            r"(?m)^\s{0,8}-{0,2}\s?(?P<it>(?!e?-?mail|contact)[a-z][\w-]{1,19})(?=\s?[\[(<]{1,2}邮箱)",
            NAME,
            needs="邮箱",
        ),
        rule(
            rf"(?:yes|hello|hi)\W{{1,3}}(?:here is|is this)\s(?P<it>{_latin('{0,2}')})", NAME, needs="here is|is this"
        ),
        rule(rf"{_INTERVIEWER}(?:\s?(?:was|is|named|called|叫|是))?\s?(?P<it>{latin})", NAME),
        rule(rf"{_INTERVIEWER}\s?:\s?(?P<it>{latin})(?=\s*(?:$|[,;.)(\n]))", NAME),
        rule(
            rf"(?:{_INTERVIEWER}|{_TITLE}{_DECORATION}|manager)(?:的?(?:名字|英文名|花名))?\s?"
            rf"(?:was named|is named|name is|named|called|名叫|叫|英文名是|名字是)\s?(?P<it>{_latin('{0,2}')})",
            NAME,
        ),
        rule(
            rf"(?:{_INTERVIEWER}|{_TITLE}{_DECORATION}|manager)(?:\s(?:was|is))?\s?[:(]?\s?"
            rf"(?P<it>(?-i:{given}\b(?: [A-Z][a-z]+\b)?))",
            NAME,
        ),
        rule(rf"(?:跟|和|与|由)\s?(?P<it>{latin})(?=\s?(?:聊|面|谈|一起面))", NAME),
        rule(
            rf"(?:my name is|this is|written by|posted by|thanks to|talked (?:to|with)|spoke "
            rf"(?:to|with)|referred by|Dr\.|Prof\.)\s(?P<it>{_latin('{0,2}')})",
            NAME,
        ),
        rule(
            rf"(?m)^\s{{0,8}}(?:(?:best|kind|warm) regards|best|regards|sincerely|cheers"
            rf"|thanks|祝好|此致),?[ \n]{{1,3}}(?P<it>{_latin('{0,2}')}|{person})\s*$",
            NAME,
        ),
        rule(
            rf"(?m)^\s{{0,8}}(?:-{{1,4}}|by|from|落款)\s?:?\s?(?:by\s)?(?P<it>{person}|"
            rf"(?-i:{given}\b(?: [A-Z][a-z]+)?))(?=\s*(?:\d[\d./-]{{3,9}}\s*)?$)",
            NAME,
            lambda m: m[0].lstrip().startswith("- "),
        ),
        rule(
            rf"\n[ \t]*\n[ \t]*{it}[ \t]*\n?[ \t]*(?:\d{{2,4}}[./年-]\d{{1,2}}(?:[./月-]\d{{1,2}}日?)?月?)?\s*\Z", NAME
        ),
        rule(
            r"(?<![\w.@)\]])@(?P<handle>[a-z_\u4e00-\u9fff][\w\u4e00-\u9fff-]{1,29})(?![\w(.@/])",
            NAME,
            lambda m: _DECORATORS.match(m["handle"]),
        ),
    )
