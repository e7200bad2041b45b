"""Takes personal data out of text: contacts, ID numbers, names of authors and interviewers, tracking links.

It goes by form ("@", eleven digits) and by introduction ("面试官叫…", "作者："); a name that nothing
introduces stays, and so do numbers of the trade. Doing it twice changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

PHONE, EMAIL, WECHAT, QQ = "[电话]", "[邮箱]", "[微信]", "[QQ]"
ID_CARD, NAME, LINK = "[身份证号]", "[姓名]", "[链接]"

# The most common surnames, less those that are mostly ordinary words behind 面试官 (于, 方, 高, 常, 时 …).
_SURNAME = (
    "(?:欧阳|司马|上官|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚"
    "沈姜崔钟谭陆汪范廖贾韦夏付邹熊孟秦邱侯江尹薛闫雷龙史陶贺顾毛郝龚邵钱严覃武戴莫孔汤俞])"
)
_GIVEN = "[\u4e00-\u9fff]"
_HONORIFIC = (
    "(?:小姐姐|小哥哥|小哥|老师|大哥|哥哥|姐姐|哥|姐|先生|女士|博士|教授|大佬|学长|学姐|师兄|师姐|"
    "总(?![是会共结要在能有]))"
)
_TITLE = "(?:面试官|面试者|考官|leader|主管|hr|HR|导师|组长|老板|mentor|研究员|工程师|负责人|总监|经理)"
_INTERVIEWER = "(?:interviewer|interviewed by|面试官|考官)(?:'s name)?"
_AFTER_NAME = "(?=[^\u4e00-\u9fff]|$|来|问|说|让|给|很|人|的|在|就|先|，|一|是|和|面|对|主)"
_NO_NAMES = (
    "Deep|Learning|Machine|Computer|Vision|Python|Java|Pytorch|Tensorflow|Faster|Mask|Swin|Transformer|Vit|Asked|Said|The|He|"
    "She|They|Was|Is|And|Who|Then|From|At|In|On|My|Large|Language|Model|Reinforcement|Natural|Data|Science|Research|"
    "Algorithm|Software|Linear|Feature|Pyramid|Soft|Batch|Layer|Focal|Cross|Medical|Auto|Google|Meta|Apple|Amazon|"
    "Microsoft|Intel|Qualcomm|Tencent|Alibaba|Baidu|Huawei|Horizon|Momenta|Team|Round|Lab|Open|Stable|Diffusion"
)
_WORD = rf"(?!(?:{_NO_NAMES})\b)[A-Z][a-z]+\b"
_LATIN_NAME = rf"(?-i:{_WORD}(?:[ ·]{_WORD}|[ ][A-Z]\.){{1,2}})"
_ONE_LATIN_NAME = rf"(?-i:{_WORD}(?:[ ·]{_WORD}){{0,2}})"

_TRACKING = re.compile(
    r"[?&#](?:[^\s)]*&)?(?:utm_\w+|search_source|hybrid_search\w*|source_?id|share\w*|spm|scm|fbclid|gclid|token|sid|uid|"
    r"user_?id|from|ref|channel|trace\w*|track\w*|target)=|[?].*(?:sourceId|sourceType)",
    re.IGNORECASE,
)
_MARKDOWN_LINK = re.compile(r"\[([^\[\]]*)\]\(\s*<?(https?://[^\s)>]*)>?[^)]*\)")
_HTML_LINK = re.compile(
    r"<a\s[^<>]{0,200}?href=[\"']?(https?://[^\s\"'<>]*)[^<>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL
)
_BARE_LINK = re.compile(r"(?<![(\"'<=\]])https?://[^\s）)】」，。；\"'<>]+")
# (?a): a Chinese character is no part of a number, an address or an id, so it must not hide one.
_ID = re.compile(r"(?a)(?<![\w.])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\w])")
_DECORATORS = re.compile(
    r"(?:property|staticmethod|classmethod|dataclass|abstractmethod|cached?_?\w*|lru_cache|override|overload|jit|njit|"
    r"torch|tf|pytest|app|triton|contextmanager|wraps|functools|numba)\b"
)

_Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


def _plain_link(match: re.Match[str]) -> str:
    return match[1] if _TRACKING.search(match[2]) else match[0]


def _plain_html_link(match: re.Match[str]) -> str:
    return match[2] if _TRACKING.search(match[1]) else match[0]


def _bare_link(match: re.Match[str]) -> str:
    return LINK if _TRACKING.search(match[0]) else match[0]


def _handle(match: re.Match[str]) -> str:
    return match[0] if _DECORATORS.match(match[1]) else NAME


_RULES: tuple[_Rule, ...] = (
    (_MARKDOWN_LINK, _plain_link),
    (_HTML_LINK, _plain_html_link),
    (_BARE_LINK, _bare_link),
    # A one-letter domain or a call is matrix code: q@k.mT, q@k.transpose(1, 2).
    (
        re.compile(r"(?a)(?<![\w.+-])[\w.+-]{1,64}\s?[@＠]\s?(?:[\w-]{2,63}\.){1,4}[A-Za-z]{2,24}(?![\w(-])"),
        EMAIL,
    ),
    (
        re.compile(
            r"(?a)\b[\w.+-]{3,64}\s?[\[(（{]\s?at\s?[\])）}]\s?[\w-]+\s?(?:\.|[\[(（{]\s?dot\s?[\])）}])\s?[A-Za-z]{2,}",
            re.IGNORECASE,
        ),
        EMAIL,
    ),
    (_ID, ID_CARD),
    (re.compile(r"(?a)(?<![\w.])(?:\+?86[- ]?)?1[3-9]\d([- ]?)\d{4}\1\d{4}(?![\w]|\.\d)"), PHONE),
    (re.compile(r"(?a)(?<![\w+.])\+\d{1,3}[- ](?:\(?\d{2,4}\)?[- ]){2,3}\d{3,4}(?![\d.])"), PHONE),
    (re.compile(r"(?a)(?<![\d.-])0\d{2,3}-\d{7,8}(?![\d.-])"), PHONE),
    (
        re.compile(r"((?:电话|手机|座机|tel|phone)(?:号码?)?\s*[:：]\s*)\+?\d[\d -]{5,}\d", re.IGNORECASE),
        rf"\1{PHONE}",
    ),
    (
        re.compile(
            r"(?a)((?:(?:加|\+|＋)\s?(?:我|个)?\s?)?(?:微信|威信|薇信|weixin|wechat|\bvx|\bwx)\s?(?:号|id|ID)?"
            r"\s?(?:[:：=]|是|为)\s?)[A-Za-z0-9][\w-]{4,19}(?![\w(])",
            re.IGNORECASE,
        ),
        rf"\1{WECHAT}",
    ),
    (
        re.compile(
            r"(?a)((?:(?:加|\+|＋)\s?(?:我|个)?\s?(?:微信|vx|wx|v)|(?:微信|wechat\s?)(?:号|id))\s?)[A-Za-z][\w-]{5,19}(?![\w(])",
            re.IGNORECASE,
        ),
        rf"\1{WECHAT}",
    ),
    (re.compile(r"(?a)\bwxid_\w+"), WECHAT),
    (
        re.compile(
            r"(?a)((?<![A-Za-z])(?:QQ|扣扣)\s?(?:号码?|群号?)?\s?(?:[:：=]|是|为)?\s?)[1-9]\d{4,10}(?![\d.]|\s?[万亿人个张条次用])",
            re.IGNORECASE,
        ),
        rf"\1{QQ}",
    ),
    (
        re.compile(r"(?m)^(\s*(?:author|作者|笔者|昵称|署名|发帖人|姓名)\s*[:：]\s*)(?!\[姓名\])\S.*$"),
        rf"\1{NAME}",
    ),
    (
        re.compile(r"((?<!论文)(?<!文章)(?<!原)(?:作者|昵称|姓名|署名)\s*[:：]\s*)(?!\[姓名\])[^\s，,。；;|）)]{1,20}"),
        rf"\1{NAME}",
    ),
    (
        re.compile(rf"({_TITLE}\s?(?:是|叫|名叫|为)?\s?){_SURNAME}{_GIVEN}{{0,2}}?(?={_HONORIFIC})", re.IGNORECASE),
        rf"\1{NAME}",
    ),
    (
        re.compile(
            rf"({_TITLE}\s?(?:叫做|名叫|名字叫|名字是|叫|姓名是)\s?){_SURNAME}(?:{_GIVEN}{{1,2}}?{_AFTER_NAME}|{_GIVEN}{{2}})"
        ),
        rf"\1{NAME}",
    ),
    (re.compile(rf"({_TITLE}\s?[（(]?){_SURNAME}{_GIVEN}{{1,2}}(?=[：:）)])"), rf"\1{NAME}"),
    (re.compile(rf"({_TITLE}\s?){_SURNAME}(?=某|{_HONORIFIC})"), rf"\1{NAME}"),
    (
        re.compile(
            rf"({_INTERVIEWER}(?:\s?(?:was|is|named|called|叫|是|:|：))?\s?){_LATIN_NAME}",
            re.IGNORECASE,
        ),
        rf"\1{NAME}",
    ),
    (
        re.compile(
            rf"({_INTERVIEWER}\s?(?:was named|is named|name is|named|called|名叫|叫)\s?){_ONE_LATIN_NAME}",
            re.IGNORECASE,
        ),
        rf"\1{NAME}",
    ),
    (re.compile(rf"((?:跟|和|与|由)\s?){_LATIN_NAME}(?=\s?(?:聊|面|谈|一起面))"), rf"\1{NAME}"),
    (re.compile(r"(?<![\w.@＠)\]])[@＠]([A-Za-z_\u4e00-\u9fff][\w-]{2,29})(?![\w(.@])"), _handle),
)


def redact(text: str) -> str:
    """`text` with placeholders such as [电话] in the place of personal data; links keep their text."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
