"""Contacts, ID numbers, handles and tracking links, by their form ("@", eleven digits); numbers of the trade stay."""

from __future__ import annotations

import re

from corpus.names_of_people import NAME
from corpus.redaction_rule import Rule, rule, words_of

PHONE, EMAIL, WECHAT, QQ = "[电话]", "[邮箱]", "[微信]", "[QQ]"
ID_CARD, NUMBER, LINK, REFERRAL = "[身份证号]", "[证件号]", "[链接]", "[内推码]"

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


def _quantity(match: re.Match[str]) -> bool:
    """Parameters, a time in ns, three sizes in a row; not a phone number."""
    text, (first, last) = match.string, match.span()
    sizes = [int(number) for number in match[0].split()[1:] if number.isdigit()]
    return bool(
        (len(sizes) == 2 and all(size % 32 == 0 for size in sizes))
        or _QUANTITY_BEFORE.search(text[max(0, first - 16) : first])
        or _QUANTITY_AFTER.match(text, last)
    )


def _tensor_code(match: re.Match[str]) -> bool:
    return match["tld"] in words_of("tensor") or match["local"] == "git"


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


def contacts() -> tuple[Rule, ...]:
    """All forms, in the order in which they are taken out."""
    return (*_links(), *_numbers(), *_accounts())


def _links() -> tuple[Rule, ...]:
    return (
        rule(
            r"\[(?P<kept>[^\[\]\n]{0,300})\]\(\s{0,3}<?(?P<url>https?://[^\s)>]{0,2000}+)>?+[^)\n]{0,300}+\)",
            "",
            lambda m: not _personal_link(m["url"]),
        ),
        rule(
            r"<a\s[^<>]{0,200}?href=[\"']?(?P<url>https?://[^\s\"'<>]*)[^<>]{0,300}>(?P<kept>[^<\n]{0,300})</a>",
            "",
            lambda m: not _personal_link(m["url"]),
        ),
        rule(
            r"(?<![(\"'<=\]\w])(?:https?://|(?=(?:www\.|space\.|blog\.)?[a-z-]{1,20}\."
            r"(?:com|cn|net|me)/))[^\s)】」，。；,;\"'<>\u4e00-\u9fff]+",
            LINK,
            lambda m: not _personal_link(m[0]),
        ),
        rule(
            r"(?:主页|个人网站|homepage|博客|blog)\s?(?:地址|链接)?\s?(?:[:=]|是|在)\s?"
            r"(?P<it>(?:https?://)?[\w-]+(?:\.[\w-]+){1,4}[^\s,，。;)\u4e00-\u9fff]*)",
            LINK,
        ),
    )


def _numbers() -> tuple[Rule, ...]:
    return (
        rule(
            r"(?<![\w.+-])(?P<local>[\w.+-]{1,64})\s?@\s?(?:[\w-]{2,63}\s?[.。]\s?){1,4}(?P<tld>[a-z]{2,24})(?![\w(-])",
            EMAIL,
            _tensor_code,
        ),
        rule(
            rf"(?<![\w.+-])[\w.+-]{{3,64}}\s?[\[({{【<]\s?(?:at|@|艾特|圈a)\s?[\])}}】>]\s?[\w-]{{2,63}}{_DOT}[a-z]"
            rf"{{2,24}}",
            EMAIL,
        ),
        rule(
            rf"(?<![\w.+-])[\w.+-]{{3,64}}\s?(?:{_AT}|[#★☆*])\s?{_PROVIDER}{_DOT}(?:com|cn|net|edu|me)(?:{_DOT}cn)?",
            EMAIL,
        ),
        rule(
            r"(?:e-?mail|邮箱|邮件|mail)(?:地址)?\s?(?:[:=]|是|为)\s?(?P<it>[\w.+-]{2,64}\s?[@#]\s?[\w.-]{2,63})", EMAIL
        ),
        rule(
            r"(?<![\w.])[1-9]\d{5}[ -]?(?:19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])[ -]?(?:0[1-9]"
            r"|[12]\d|3[01])[ -]?\d{3}[\dx](?!\w)",
            ID_CARD,
        ),
        rule(
            r"(?:身份证|证件|id card|id no)\.?(?:号码?)?\s?(?:[:=#]|是|为)?\s?(?P<it>\d{14}[\dx]"
            r"|[1-9]\d{16}[\dx])(?!\w)",
            ID_CARD,
        ),
        rule(
            r"(?:学号|工号|员工号|员工编号|准考证号?|考生号|护照号?码?|passport(?: no\.?)?"
            r"|简历编号)\s?(?:[:=#]|是|为)\s?(?P<it>[a-z]{0,3}\d[\w-]{3,20})",
            NUMBER,
        ),
        rule(r"(?:银行卡号?|卡号|支付宝(?:账号)?)\s?(?:[:=#]|是|为)?\s?(?P<it>\d(?:[ -]?\d){7,18})(?!\w)", NUMBER),
        rule(
            r"(?<![\w.])(?:\(?(?:\+|00)?86\)?[ -]?)?\(?1[3-9]\d\)?(?P<s>[ \-.·_/]{0,2})\d{4}(?P=s)\d{4}(?!\w|\.\d)",
            PHONE,
            _quantity,
        ),
        rule(
            r"(?<![\w.])(?:\(?(?:\+|00)?86\)?[ -]?)?1[3-9](?:\d[ -]\d{8}|\d{2}-\d{4}-\d{3}"
            r"|\d{3}[ -]\d{6}|\d-\d{3}-\d{5})(?!\w|\.\d)",
            PHONE,
            _quantity,
        ),
        rule(
            rf"(?<!{_CJK_DIGIT})[1一幺壹①][ \-.·]?[3-9三叁四肆五伍六陆七柒八捌九玖③④⑤⑥⑦⑧⑨]"
            rf"(?:[ \-.·]?{_CJK_DIGIT}){{9}}(?!{_CJK_DIGIT})",
            PHONE,
            lambda m: m[0].isascii(),
        ),
        rule(r"(?<![\w+.])(?:\+|00)[1-9]\d{0,2}[ -]?(?:\(?\d{1,4}\)?[ -]){1,4}\d{3,4}(?![\d.])", PHONE),
        rule(r"(?<![\w+.])\+[1-9]\d{9,14}(?![\w.])", PHONE),
        rule(
            r"(?<![\w.-])(?:\(0\d{2,3}\)[ -]{0,2}|0\d{2,3}[ -]{1,2})\d{4}[ -]?\d{3,4}(?:[ -]?"
            r"(?:转|ext\.?)\s?\d{1,6})?(?![\d.-])",
            PHONE,
        ),
        rule(
            r"(?:(?:电话|联系方式|\btel|phone)(?:号码?|是|为|\s|[:=.#]){1,5}|(?:手机号?"
            r"|座机|热线|mobile|whatsapp)\s?(?:号码?|是|为|[:=.#]){1,3}\s?)(?P<it>\+?\(?[\doil]"
            r"(?:[ ()./·-]{0,2}[\doil]){6,14})(?!\w)",
            PHONE,
            lambda m: sum(c.isdigit() for c in m["it"]) < 7,
        ),
    )


def _accounts() -> tuple[Rule, ...]:
    return (
        rule(
            rf"{_ADD}\s?(?:我|个|一下|楼主|lz)?\s?(?:(?:{_WX}|[v微薇](?![a-z]))\s?(?:号"
            rf"|id|同号)?\s?[:=]?\s?|v(?=[\w-]*\d))(?P<it>(?!{_WX}){_WX_ID})",
            WECHAT,
        ),
        rule(
            rf"{_WX}\s?(?:(?:号码?|id|账号|同号)\s?(?:[:=]|是|为|叫)?|[:=]|是|为|❤️?|->"
            rf"|→)\s?(?P<it>(?!{_WX})(?:[a-z0-9][\w-]{{4,19}})(?![\w(]))",
            WECHAT,
        ),
        rule(rf"(?:[vw❤♥]|(?<![a-z])[v微薇]x?)\s?[❤♥]\ufe0f?\s?x?\s?(?:号)?\s?[:=]?\s?(?P<it>{_WX_ID})", WECHAT),
        rule(
            r"(?m)(?:^|[\s,;。，；(])(?:v|微|薇)\s?[:]\s?(?P<it>(?=[a-z_-]*\d)[a-z][\w-]{5,19})(?![\w(])",
            WECHAT,
            lambda m: "_" in m["it"] and "x" in m["it"],
        ),
        rule(r"\bwxid_\w+", WECHAT),
        rule(
            rf"(?<![a-z])(?:qq|扣扣|叩叩|蔻蔻|抠抠|球球|企鹅号?|q群|扣群|群号|裙号|加群"
            rf"|交流群|{_ADD}\s?(?:我|个)?\s?q)\s?(?:号码?|群号?|群|交流群)?\s?(?:[:=]|是"
            rf"|为)?\s?"
            r"(?P<it>[1-9]\d(?:[ -]?\d){3,9})(?![\d.]|\s?[万亿人个张条次用名])",
            QQ,
        ),
        rule(
            r"(?:内推码|推荐码|邀请码|内推\s?code|referral\s?code|invite\s?code|内推暗号)\s?"
            r"(?:[:=]|是|为|->|→)?\s?(?P<it>[a-z0-9][\w-]{3,23})(?![\w-])",
            REFERRAL,
        ),
        rule(
            rf"{_SITES}\s?(?:的)?(?:id|账号|号(?![称召码])|主页|昵称|用户名|用户|handle"
            rf"|名|搜)\s?(?:[:=]|是|叫|为)?\s?(?P<it>@?[\w\u4e00-\u9fff.-]{{2,30}})",
            NAME,
        ),
        rule(
            r"(?:git\s?hub|gitee|知乎|微博|小红书|脉脉|领英|linkedin|掘金|telegram|twitter)\s?"
            r"(?:[:=]|is)\s?(?P<it>@[\w\u4e00-\u9fff.-]{2,30}|(?-i:[a-z][a-z0-9_-]*[0-9_-][a-z0-9_-]*))"
            r"(?![\w./])",
            NAME,
        ),
        rule(r"牛客\d{6,12}号|(?<!\w)用户\d{6,12}(?!\d)", NAME),
    )
