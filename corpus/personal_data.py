"""The forms of personal data: contacts, ID numbers, names of authors and interviewers, handles, tracking links.

They go by form ("@", eleven digits) and by introduction ("面试官叫…", "作者："); a name that nothing introduces stays,
and so do numbers of the trade. The lists of words are in `personal_data.yaml`. `redact.py` applies the rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from corpus.yaml_text import parsed_yaml

PHONE, EMAIL, WECHAT, QQ = "[电话]", "[邮箱]", "[微信]", "[QQ]"
ID_CARD, NUMBER, NAME, LINK, REFERRAL = "[身份证号]", "[证件号]", "[姓名]", "[链接]", "[内推码]"

_Match = re.Match[str]


class Rule(NamedTuple):
    """One form of personal data.

    Its pattern is matched against folded text (see `redact.py`). Replaced is the group `it`, or else the whole match.
    """

    pattern: re.Pattern[str]
    placeholder: str
    """Where the pattern has a group `kept`, that text stands in its place."""
    unless: Callable[[_Match], object] | None = None
    """Says that a match is something else."""
    needs: re.Pattern[str] | None = None
    """Occurs in every text that the pattern matches, and is found sooner; rules share it."""

    def apply(self, text: str, folded: str) -> str:
        parts, end = [], 0
        for match in self.pattern.finditer(folded):
            if self.unless is not None and self.unless(match):
                continue
            groups = self.pattern.groupindex
            first, last = match.span("it" if "it" in groups else 0)
            new = text[slice(*match.span("kept"))] if "kept" in groups else self.placeholder
            # Lines keep their numbers.
            parts += [text[end:first], new, "\n" * (text.count("\n", first, last) - new.count("\n"))]
            end = last
        return "".join((*parts, text[end:])) if end else text


@cache
def _words(group: str) -> tuple[str, ...]:
    data: dict[str, str] = parsed_yaml(Path(__file__).with_name("personal_data.yaml").read_text("utf-8"))
    return tuple(dict.fromkeys(data[group].split()))


@cache
def _any_of(group: str) -> str:
    return "(?:" + "|".join(map(re.escape, _words(group))) + ")"


_HAN = "[\u4e00-\u9fff]"


@cache
def _surname() -> str:
    return rf"(?!{_any_of('not_names')}){_any_of('surnames')}"


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


@cache
def _latin(last: str = "{1,2}") -> str:
    word = rf"(?!{_any_of('not_latin')}\b)[A-Z][a-z]+\b"
    return rf"(?-i:(?:(?:Dr|Mr|Ms|Mrs|Prof)\.? )?{word}(?:[ ·]{word}|[ ][A-Z]\.){last})"


_TRACKING = re.compile(
    r"[?&#](?:utm_\w+|search_source|hybrid_search\w*|source_?id|share\w*|spm|scm|fbclid|gclid|token|sid|uid|"
    r"user_?id|from|ref\w*|channel|trace\w*|track\w*|target|invite\w*|recommend\w*|code"
    r"|inviter\w*)=|sourceId|sourceType",
    re.IGNORECASE,
)
# Pages of a person; a repository (two steps below the host) is none.
_PROFILE = re.compile(
    r"(?:github|gitee|gitlab)\.com/[\w-]+/?(?:[?#].*)?$|zhihu\.com/(?:people|org)/|nowcoder\."
    r"(?:com|net)/(?:users?|profile)/|"
    r"weibo\.com/(?:u/)?\w+|space\.bilibili\.com/\d|xiaohongshu\.com/user/|linkedin\.(?:com|cn)/in/|csdn\.net/[\w-]+|"
    r"juejin\.cn/user/|(?:twitter|x|facebook|instagram|t)\.(?:com|me)/[\w.]+/?$|leetcode"
    r"(?:-cn)?\.(?:cn|com)/u/|maimai\.cn/|"
    r"scholar\.google\.[a-z.]+/citations|jianshu\.com/u/|douban\.com/people/|v\.douyin\.com/",
    re.IGNORECASE,
)
_DECORATORS = re.compile(
    r"(?:property|staticmethod|classmethod|dataclass|abstractmethod|cached?_?\w*|lru_cache|override|overload|jit|njit|"
    r"torch|tf|pytest|app|triton|contextmanager|wraps|functools|numba|param|return|brief"
    r"|Autowired|media|import|Bean)\b",
    re.IGNORECASE,
)


def _personal_link(url: str) -> bool:
    return bool(_TRACKING.search(url) or _PROFILE.search(url))


_CJK_DIGIT = "[0-9零〇○一幺壹二贰两三叁四肆五伍六陆七柒八捌九玖①②③④⑤⑥⑦⑧⑨⓪]"
_QUANTITY_BEFORE = re.compile(
    r"(?:参数量?|params?|parameters|flops|macs|计算量|样本数?|数据量|tokens?|大小|总共"
    r"|一共|共有?|seed|id)\s?[:=是为约有]{0,2}\s?$",
    re.IGNORECASE,
)
_QUANTITY_AFTER = re.compile(
    r"\s?(?:个|parameters|params|tokens?\b|flops|macs|bytes|字节|样本|参数|条数据|张图"
    r"|像素|次运算|次乘|[nu]s\b|亿|万|[x×*]\s?\d)",
    re.IGNORECASE,
)


def _quantity(match: _Match) -> bool:
    """Parameters, a time in ns, three sizes in a row; not a phone number."""
    text, (first, last) = match.string, match.span()
    sizes = [int(number) for number in match[0].split()[1:] if number.isdigit()]
    return bool(
        (len(sizes) == 2 and all(size % 32 == 0 for size in sizes))
        or _QUANTITY_BEFORE.search(text[max(0, first - 16) : first])
        or _QUANTITY_AFTER.match(text, last)
    )


def _tensor_code(match: _Match) -> bool:
    return match["tld"] in _words("tensor") or match["local"] == "git"


_PROVIDER = (
    r"(?:qq|vip\.qq|163|126|139|gmail|outlook|hotmail|foxmail|"
    r"sina|sohu|yeah|icloud|aliyun|live|msn|yahoo|proton(?:mail)?|edu)"
)
_DOT = r"\s?(?:\.|。|,|点|\bdot\b|[\[({【]\s?(?:dot|点)\s?[\])}】])\s?"
_AT = r"(?:@|\bat\b|艾特|[\[({【<]\s?(?:at|@|艾特|圈a)\s?[\])}】>]|圈a|ⓐ)"
_WX = (
    "(?:微\\s?信|威信|薇信|维信|v\\s?信|wei\\s?xin|we\\s?chat|vchat|卫星|绿泡泡|[微薇威v]\\s?[❤♥💗💕🧡💛💚]\ufe0f?\\s?x?|微x|"
    "(?<![a-z0-9_])[vw]\\s?x(?![a-z]))"
)
_ADD = "(?:加|➕|\\+|添加|联系|私)"
_WX_ID = r"[a-z](?:[\w-]){5,19}(?![\w(])"
_SITES = (
    r"(?:牛客网?|知乎|微博|小红书|b站|哔哩哔哩|"
    r"抖音|csdn|git\s?hub|gitee|博客园?|掘金|脉脉|领英|linkedin|力扣|leetcode|推特|twitter|telegram)"
)


def _r(
    pattern: str,
    placeholder: str,
    unless: Callable[[_Match], object] | None = None,
    needs: str | None = None,
) -> Rule:
    return Rule(
        re.compile(pattern, re.ASCII | re.IGNORECASE),
        placeholder,
        unless,
        re.compile(needs, re.ASCII | re.IGNORECASE) if needs else None,
    )


@cache
def rules() -> tuple[Rule, ...]:
    """All forms, in the order in which they are taken out."""
    return (*_links(), *_numbers(), *_accounts(), *_names())


def _links() -> tuple[Rule, ...]:
    return (
        _r(
            r"\[(?P<kept>[^\[\]\n]{0,300})\]\(\s{0,3}<?(?P<url>https?://[^\s)>]{0,2000}+)>?+[^)\n]{0,300}+\)",
            "",
            lambda m: not _personal_link(m["url"]),
        ),
        _r(
            r"<a\s[^<>]{0,200}?href=[\"']?(?P<url>https?://[^\s\"'<>]*)[^<>]{0,300}>(?P<kept>[^<\n]{0,300})</a>",
            "",
            lambda m: not _personal_link(m["url"]),
        ),
        _r(
            r"(?<![(\"'<=\]\w])(?:https?://|(?=(?:www\.|space\.|blog\.)?[a-z-]{1,20}\."
            r"(?:com|cn|net|me)/))[^\s)】」，。；,;\"'<>\u4e00-\u9fff]+",
            LINK,
            lambda m: not _personal_link(m[0]),
        ),
        _r(
            r"(?:主页|个人网站|homepage|博客|blog)\s?(?:地址|链接)?\s?(?:[:=]|是|在)\s?"
            r"(?P<it>(?:https?://)?[\w-]+(?:\.[\w-]+){1,4}[^\s,，。;)\u4e00-\u9fff]*)",
            LINK,
        ),
    )


def _numbers() -> tuple[Rule, ...]:
    return (
        _r(
            r"(?<![\w.+-])(?P<local>[\w.+-]{1,64})\s?@\s?(?:[\w-]{2,63}\s?[.。]\s?){1,4}(?P<tld>[a-z]{2,24})(?![\w(-])",
            EMAIL,
            _tensor_code,
        ),
        _r(
            rf"(?<![\w.+-])[\w.+-]{{3,64}}\s?[\[({{【<]\s?(?:at|@|艾特|圈a)\s?[\])}}】>]\s?[\w-]{{2,63}}{_DOT}[a-z]"
            rf"{{2,24}}",
            EMAIL,
        ),
        _r(
            rf"(?<![\w.+-])[\w.+-]{{3,64}}\s?(?:{_AT}|[#★☆*])\s?{_PROVIDER}{_DOT}(?:com|cn|net|edu|me)(?:{_DOT}cn)?",
            EMAIL,
        ),
        _r(
            r"(?:e-?mail|邮箱|邮件|mail)(?:地址)?\s?(?:[:=]|是|为)\s?(?P<it>[\w.+-]{2,64}\s?[@#]\s?[\w.-]{2,63})", EMAIL
        ),
        _r(
            r"(?<![\w.])[1-9]\d{5}[ -]?(?:19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])[ -]?(?:0[1-9]"
            r"|[12]\d|3[01])[ -]?\d{3}[\dx](?!\w)",
            ID_CARD,
        ),
        _r(
            r"(?:身份证|证件|id card|id no)\.?(?:号码?)?\s?(?:[:=#]|是|为)?\s?(?P<it>\d{14}[\dx]"
            r"|[1-9]\d{16}[\dx])(?!\w)",
            ID_CARD,
        ),
        _r(
            r"(?:学号|工号|员工号|员工编号|准考证号?|考生号|护照号?码?|passport(?: no\.?)?"
            r"|简历编号)\s?(?:[:=#]|是|为)\s?(?P<it>[a-z]{0,3}\d[\w-]{3,20})",
            NUMBER,
        ),
        _r(r"(?:银行卡号?|卡号|支付宝(?:账号)?)\s?(?:[:=#]|是|为)?\s?(?P<it>\d(?:[ -]?\d){7,18})(?!\w)", NUMBER),
        _r(
            r"(?<![\w.])(?:\(?(?:\+|00)?86\)?[ -]?)?\(?1[3-9]\d\)?(?P<s>[ \-.·_/]{0,2})\d{4}(?P=s)\d{4}(?!\w|\.\d)",
            PHONE,
            _quantity,
        ),
        _r(
            r"(?<![\w.])(?:\(?(?:\+|00)?86\)?[ -]?)?1[3-9](?:\d[ -]\d{8}|\d{2}-\d{4}-\d{3}"
            r"|\d{3}[ -]\d{6}|\d-\d{3}-\d{5})(?!\w|\.\d)",
            PHONE,
            _quantity,
        ),
        _r(
            rf"(?<!{_CJK_DIGIT})[1一幺壹①][ \-.·]?[3-9三叁四肆五伍六陆七柒八捌九玖③④⑤⑥⑦⑧⑨]"
            rf"(?:[ \-.·]?{_CJK_DIGIT}){{9}}(?!{_CJK_DIGIT})",
            PHONE,
            lambda m: m[0].isascii(),
        ),
        _r(r"(?<![\w+.])(?:\+|00)[1-9]\d{0,2}[ -]?(?:\(?\d{1,4}\)?[ -]){1,4}\d{3,4}(?![\d.])", PHONE),
        _r(r"(?<![\w+.])\+[1-9]\d{9,14}(?![\w.])", PHONE),
        _r(
            r"(?<![\w.-])(?:\(0\d{2,3}\)[ -]{0,2}|0\d{2,3}[ -]{1,2})\d{4}[ -]?\d{3,4}(?:[ -]?"
            r"(?:转|ext\.?)\s?\d{1,6})?(?![\d.-])",
            PHONE,
        ),
        _r(
            r"(?:(?:电话|联系方式|\btel|phone)(?:号码?|是|为|\s|[:=.#]){1,5}|(?:手机号?"
            r"|座机|热线|mobile|whatsapp)\s?(?:号码?|是|为|[:=.#]){1,3}\s?)(?P<it>\+?\(?[\doil]"
            r"(?:[ ()./·-]{0,2}[\doil]){6,14})(?!\w)",
            PHONE,
            lambda m: sum(c.isdigit() for c in m["it"]) < 7,
        ),
    )


def _accounts() -> tuple[Rule, ...]:
    return (
        _r(
            rf"{_ADD}\s?(?:我|个|一下|楼主|lz)?\s?(?:(?:{_WX}|[v微薇](?![a-z]))\s?(?:号"
            rf"|id|同号)?\s?[:=]?\s?|v(?=[\w-]*\d))(?P<it>(?!{_WX}){_WX_ID})",
            WECHAT,
        ),
        _r(
            rf"{_WX}\s?(?:(?:号码?|id|账号|同号)\s?(?:[:=]|是|为|叫)?|[:=]|是|为|❤️?|->"
            rf"|→)\s?(?P<it>(?!{_WX})(?:[a-z0-9][\w-]{{4,19}})(?![\w(]))",
            WECHAT,
        ),
        _r(rf"(?:[vw❤♥]|(?<![a-z])[v微薇]x?)\s?[❤♥]\ufe0f?\s?x?\s?(?:号)?\s?[:=]?\s?(?P<it>{_WX_ID})", WECHAT),
        _r(
            r"(?m)(?:^|[\s,;。，；(])(?:v|微|薇)\s?[:]\s?(?P<it>(?=[a-z_-]*\d)[a-z][\w-]{5,19})(?![\w(])",
            WECHAT,
            lambda m: "_" in m["it"] and "x" in m["it"],
        ),
        _r(r"\bwxid_\w+", WECHAT),
        _r(
            rf"(?<![a-z])(?:qq|扣扣|叩叩|蔻蔻|抠抠|球球|企鹅号?|q群|扣群|群号|裙号|加群"
            rf"|交流群|{_ADD}\s?(?:我|个)?\s?q)\s?(?:号码?|群号?|群|交流群)?\s?(?:[:=]|是"
            rf"|为)?\s?"
            r"(?P<it>[1-9]\d(?:[ -]?\d){3,9})(?![\d.]|\s?[万亿人个张条次用名])",
            QQ,
        ),
        _r(
            r"(?:内推码|推荐码|邀请码|内推\s?code|referral\s?code|invite\s?code|内推暗号)\s?"
            r"(?:[:=]|是|为|->|→)?\s?(?P<it>[a-z0-9][\w-]{3,23})(?![\w-])",
            REFERRAL,
        ),
        _r(
            rf"{_SITES}\s?(?:的)?(?:id|账号|号(?![称召码])|主页|昵称|用户名|用户|handle"
            rf"|名|搜)\s?(?:[:=]|是|叫|为)?\s?(?P<it>@?[\w\u4e00-\u9fff.-]{{2,30}})",
            NAME,
        ),
        _r(
            r"(?:git\s?hub|gitee|知乎|微博|小红书|脉脉|领英|linkedin|掘金|telegram|twitter)\s?"
            r"(?:[:=]|is)\s?(?P<it>@[\w\u4e00-\u9fff.-]{2,30}|(?-i:[a-z][a-z0-9_-]*[0-9_-][a-z0-9_-]*))"
            r"(?![\w./])",
            NAME,
        ),
        _r(r"牛客\d{6,12}号|(?<!\w)用户\d{6,12}(?!\d)", NAME),
    )


def _names() -> tuple[Rule, ...]:
    person, surname, latin = person_name(), _surname(), _latin()
    given = _any_of("latin_names")
    it = rf"(?P<it>{person})"
    return (
        _r(
            r"(?m)^\s{0,8}(?:authors?|作者|笔者|昵称|署名|发帖人|撰文|nickname|written by"
            r"|posted by)(?:\s?[:/]\s?|\s\|\s)(?P<it>(?!\[姓名\])\S.{0,200})$",
            NAME,
        ),
        _r(
            r"\A---\n(?:(?!---)[^\n]*\n){0,40}?authors?\s?:\s?\n(?P<it>(?:\s{0,6}- (?!\[姓名\])[^\n]{1,80}\n){1,10})",
            f"  - {NAME}\n",
        ),
        _r(
            r"(?<!论文)(?<!文章)(?<!原)(?:作者|昵称|姓名|署名|撰文|撰稿|投稿人|分享人|记录人)"
            r"(?:\s?[:/]\s?|\s\|\s)(?P<it>(?!\[姓名\])[^\s,，。;；|)）]{1,20})",
            NAME,
        ),
        _r(rf"(?:楼主|题主|博主|up主|lz|编辑|文|图)\s?[:/]\s?{it}(?=\s|$|[)）])", NAME),
        _r(
            rf"{_TITLE}{_DECORATION}\s?(?:是|叫|名叫|为|:)?\s?(?P<it>{surname}{_HAN}{{0,2}}?)(?={_HONORIFIC})",
            NAME,
            needs=_TITLE,
        ),
        _r(
            rf"{_TITLE}{_DECORATION}\s?(?:的?(?:名字|姓名|大名|花名|全名|名))?\s?(?:叫做"
            rf"|叫|名叫|名字叫|名字是|姓名是)\s?(?P<it>{person}{_AFTER_NAME}|{surname}{_HAN}{{2}})",
            NAME,
            needs=_TITLE,
        ),
        _r(
            rf"{_TITLE}{_DECORATION}\s?(?:的?(?:名字|姓名|大名|花名|全名)(?:是|为|:)|是|为|姓)\s?{it}{_END}",
            NAME,
            needs=_TITLE,
        ),
        _r(rf"{_TITLE}{_DECORATION}\s?[:(\s]\s?{it}(?=\s*(?:$|[:)]|\n))", NAME, needs=_TITLE),
        _r(rf"{_TITLE}{_DECORATION}\s?{it}(?=[:)])", NAME, needs=_TITLE),
        _r(rf"{_TITLE}\s?(?:姓)?(?P<it>{surname})(?=某|{_HONORIFIC}|[,，。;]|$)", NAME, needs=_TITLE),
        _r(
            rf"(?:跟|和|与|由|被|找|给|谢谢|感谢|联系|@|问|是|请)\s?(?P<it>{surname}{_HAN}{{0,2}}?)(?={_HONORIFIC})",
            NAME,
        ),
        _r(rf"(?<![\u4e00-\u9fff])(?P<it>{surname}{_HAN}{{0,2}}?)(?=师兄|师姐|学长|学姐|经理)", NAME, needs=_TITLE),
        _r(rf"(?<![\u4e00-\u9fff]){it}(?=\s?\((?:{_TITLE}|作者|楼主))", NAME, needs=r"\("),
        _r(rf"(?:我叫|我的名字(?:是|叫)|本名|真名|大名|大家好,?，?我是|你好,?，?我是|姓名)\s?:?\s?{it}{_END}", NAME),
        _r(rf"(?:我是|叫我){_HAN}{{0,6}}?(?P<it>小{surname})(?=[,，。!！\s]|$)", NAME),
        _r(
            rf"(?:转载?自|来自)我?的?(?:朋友|同学|同事|师兄|师姐|学长|学姐)(?P<it>{_HAN}{{2,4}})(?=[,，。!！\s]|$)",
            NAME,
        ),
        _r(
            r"(?m)^\s{0,8}-{0,2}\s?(?P<it>(?!e?-?mail|contact)[a-z][\w-]{1,19})(?=\s?[\[(<]{1,2}邮箱)",
            NAME,
            needs="邮箱",
        ),
        _r(rf"(?:yes|hello|hi)\W{{1,3}}(?:here is|is this)\s(?P<it>{_latin('{0,2}')})", NAME, needs="here is|is this"),
        _r(rf"{_INTERVIEWER}(?:\s?(?:was|is|named|called|叫|是))?\s?(?P<it>{latin})", NAME),
        _r(rf"{_INTERVIEWER}\s?:\s?(?P<it>{latin})(?=\s*(?:$|[,;.)(\n]))", NAME),
        _r(
            rf"(?:{_INTERVIEWER}|{_TITLE}{_DECORATION}|manager)(?:的?(?:名字|英文名|花名))?\s?"
            rf"(?:was named|is named|name is|named|called|名叫|叫|英文名是|名字是)\s?(?P<it>{_latin('{0,2}')})",
            NAME,
        ),
        _r(
            rf"(?:{_INTERVIEWER}|{_TITLE}{_DECORATION}|manager)(?:\s(?:was|is))?\s?[:(]?\s?"
            rf"(?P<it>(?-i:{given}\b(?: [A-Z][a-z]+\b)?))",
            NAME,
        ),
        _r(rf"(?:跟|和|与|由)\s?(?P<it>{latin})(?=\s?(?:聊|面|谈|一起面))", NAME),
        _r(
            rf"(?:my name is|this is|written by|posted by|thanks to|talked (?:to|with)|spoke "
            rf"(?:to|with)|referred by|Dr\.|Prof\.)\s(?P<it>{_latin('{0,2}')})",
            NAME,
        ),
        _r(
            rf"(?m)^\s{{0,8}}(?:(?:best|kind|warm) regards|best|regards|sincerely|cheers"
            rf"|thanks|祝好|此致),?[ \n]{{1,3}}(?P<it>{_latin('{0,2}')}|{person})\s*$",
            NAME,
        ),
        _r(
            rf"(?m)^\s{{0,8}}(?:-{{1,4}}|by|from|落款)\s?:?\s?(?:by\s)?(?P<it>{person}|"
            rf"(?-i:{given}\b(?: [A-Z][a-z]+)?))(?=\s*(?:\d[\d./-]{{3,9}}\s*)?$)",
            NAME,
            lambda m: m[0].lstrip().startswith("- "),
        ),
        _r(rf"\n[ \t]*\n[ \t]*{it}[ \t]*\n?[ \t]*(?:\d{{2,4}}[./年-]\d{{1,2}}(?:[./月-]\d{{1,2}}日?)?月?)?\s*\Z", NAME),
        _r(
            r"(?<![\w.@)\]])@(?P<handle>[a-z_\u4e00-\u9fff][\w\u4e00-\u9fff-]{1,29})(?![\w(.@/])",
            NAME,
            lambda m: _DECORATORS.match(m["handle"]),
        ),
    )
