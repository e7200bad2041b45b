"""Rows: several questions that one item names side by side, set apart by commas, 、, semicolons or blanks.

Interviewers ask for one thing a turn; who reports it writes "BN，LN，IN" or "原理 损失函数是什么 怎么训练".
"""

from __future__ import annotations

import re

from corpus.glossary import concepts_in
from corpus.reading.cues import asks_alone, ends_with, find, is_question, opens
from corpus.reading.signs import INTERROGATIVE, tells

OPENING, CLOSING = "（([【「“", "）)]】」”"
OF_THE_SAME = re.compile(
    r"\s*(?:[它他其](?:的|有|是)?|(?:大[致概]|简单|简要|详细|具体|能否|能不能|可以)?[地的]?(?:介绍|描述|讲|说|解释|谈)|都?有哪些|都?有什么|是什么|分别)"
)
"""What goes on after "了解 X 吗，": "大致描述一下", "它的结构是怎样的"."""
ASKS_OUTRIGHT = re.compile(r"[？?吗]|为什么|为啥|怎么|如何|哪|什么|多[久少大]|[讲说写]一?下|介绍")
"""Words of a question; 区别 and 原理 alone may as well name what was answered."""
TASK_LABEL = re.compile(r"(?:手撕|算法|编程|代码)(?:代码|题)?\s*\d?\s*[：:]\s*")
_TASK_NAME = re.compile(
    r"(?!一个|有|要求|输出|输入|返回|其中|每|给|时间|空间|复杂度|原题|思路|能否|能不能|可否|找|然后|再)[^（(。？?：:]{3,14}"
)
_TOPICS_LABEL = re.compile(
    r"[^：:，,]{0,6}(?:八股|八股文|基础|基础知识|基础问题|常规问题|hr问题|HR问题|其他问题)\s*[：:]\s*"
)
_SUBJECT_LABEL = re.compile(r"([^：:，,、。？?]{1,10})[：:]\s*(?=\S)")
LONGEST_OF_ROW, _LONGEST_TOPIC = 32, 24
_REQUEST = r"(?:(?:简单|大致|大概)?(?:说|讲|聊|介绍|问)(?:一)?(?:下|了|讲|说)?)?\s*"
_NAME = r"(?:[A-Za-z][A-Za-z0-9+#.\-]*(?: [A-Za-z][\w+#.\-]*)?|[A-Za-z0-9\-]{0,8}(?![无没有])[一-龥]{2,7})"
_NAMES = re.compile(rf"{_REQUEST}({_NAME}(?:\s*[，,、；;/]\s*{_NAME})+)\s*[。；;…]*")
"""Names alone, as in "AdaBoost，GBDT，XGBoost": each is a question."""
_LATIN_NAMES = re.compile(rf"{_REQUEST}((?:[A-Za-z][\w+#\-]* ){{2,}}[A-Za-z][\w+#\-]*)\s*[。；;]*")
_BRACKET_BEHIND = re.compile(r"\s*[（(][^（）()]*[）)]\s*[。；;]?$")
_RELATES = re.compile(
    r"区别|异同|对比|比较|关系|不同|差异|优缺点|优劣|联系|之间|[与和跟]|算法题|代码题|编程题|手撕|要求|以及$|为什么$|怎么$"
)
_NTH_TASK = re.compile(r"[，,；;。\s]*(?=第[二三四]\s*(?:道|题|个)(?:题|是|：|:|，))")
ASKS_FIRST = re.compile(rf"{INTERROGATIVE.pattern}|\s*(?:什么(?:是|时候)|(?:它们之间)?谁)")
_BLANK = re.compile(r"(?<=[一-龥？?])\s+(?=\S)")
BELONGS = re.compile(r"[与和跟及其它]|以及|对应|相应|各自|之间|两者|二者|各|这|那|为什么$|怎么$")
"""How a clause begins that speaks of the one before it."""
_FEW, _MANY = 3, 4
_LONGEST_WORD = 8
_CJK = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")


def rows_in(text: str) -> list[str]:
    """The parts of an item that is a row, with a bracket behind it as the last one; none where it is no row."""
    if named := _names(text):
        bracket = _BRACKET_BEHIND.search(text)
        return [*named, bracket[0].strip(" 。；;")] if bracket else named
    return _spaced(text) or _tasks_in_turn(text) or _row(text) or _enumerated(text) or _listed(text)


def _names(text: str) -> list[str]:
    """The parts of "F1-score，AUC，交叉熵" or "rnn lstm gru": names of things to be told of, nothing said of them."""
    if row := _LATIN_NAMES.fullmatch(text):
        parts = row[1].split()
        return parts if all(map(_is_concept, parts)) else []
    row = _NAMES.fullmatch(_BRACKET_BEHIND.sub("", text))
    parts = re.split(r"\s*[，,、；;/]\s*", row[1]) if row else []
    if (
        len(parts) < 2
        or _RELATES.search(text)
        or any("的" in part or asks_alone(part) or tells(part) for part in parts)
    ):
        return []
    # Of two, both must be things that the field knows; of more, half.
    if sum(map(_is_concept, parts)) * 2 < len(parts) * (1 + (len(parts) < _FEW)):
        return []
    return [] if any(opens(name, part) for part in parts for name in ("telling", "premises", "goes_on")) else parts


def _spaced(text: str) -> list[str]:
    """The parts of "结构是什么样的 公式是什么 怎么理解": questions that only blanks set apart."""
    parts = _BLANK.split(text.strip())
    if len(parts) < 2 or re.search(r"[，,；;。：:]|[？?].", text):
        return []
    asks = all(
        len(part) > _FEW
        and len(re.findall(r"[一-龥]", part)) > 1
        and (ends_with("ends", part) or is_question(part.rstrip("？? ")))
        and not any(opens(name, part) for name in ("goes_on", "telling", "premises"))
        and not OF_THE_SAME.match(part)
        for part in parts
    )
    return parts if asks and not any(map(tells, parts)) else []


def _is_name(part: str) -> bool:
    return re.fullmatch(_NAME, part) is not None


def _is_concept(name: str) -> bool:
    return bool(concepts_in(name))


def _tasks_in_turn(text: str) -> list[str]:
    """The parts of "第一道是 …；第二道 …"."""
    parts = [part for part in _NTH_TASK.split(text) if part.strip()]
    return parts if len(parts) > 1 and re.search(r"第一\s*(?:道|题|个)", parts[0]) else []


def _enumerated(text: str) -> list[str]:
    """The parts of "八股：多态、智能指针、…" and of "A 和 B 的区别、C 的原理": topics that each ask on their own."""
    label = _TOPICS_LABEL.match(text)
    parts = [part.rstrip("、。 ") for part in cut(text[label.end() :] if label else text, "、")]
    if label and len(clauses := _clauses_of_topics(text[label.end() :])) > 2:
        return clauses
    if label:
        return parts if len(parts) > _FEW and all(len(part) <= LONGEST_OF_ROW for part in parts) else []
    if labelled := _labelled_names(text):
        return labelled
    whole = all(
        len(part) > _FEW
        and (ends_with("ends", part) or ASKS_OUTRIGHT.search(part))
        and not re.search("[，,。？?]", part)
        for part in parts
    )
    return parts if len(parts) > 1 and whole else _topics_in_a_row(text)


def _labelled_names(text: str) -> list[str]:
    """The parts of "C++：左值右值，移动语义，智能指针" and "Python：GIL；深浅拷贝": names behind what they are of."""
    label = _SUBJECT_LABEL.match(text)
    if label is None or TASK_LABEL.match(text):
        return []
    parts = [
        part.strip(" ，,、；;。") for part in re.split("[，,、；;]", text[label.end() :]) if part.strip(" ，,、；;。")
    ]
    short = all(len(part) <= _LONGEST_WORD and not tells(part) and not is_question(part) for part in parts)
    joined = any(opens(name, part) for part in parts for name in ("telling", "premises", "goes_on"))
    least = _FEW - ("；" in text[:-1])
    return parts if short and not joined and len(parts) >= least and _is_concept(label[1]) else []


def _topics_in_a_row(text: str) -> list[str]:
    """The parts of "决策树的划分标准，LSTM 门的实现": topics set off by commas, none of which needs another."""
    text = text.strip().rstrip("。；;")
    parts = [part.rstrip("，,、 ") for part in cut(text, "，,、")]
    if len(parts) < 2 or re.search("[？?。；;：:（(我你他她]", text):
        return []
    topics = all(
        _FEW < len(part) <= _LONGEST_TOPIC
        and (ends_with("ends", part) or ends_with("topic_ends", part))
        and not any(opens(name, part) for name in ("telling", "premises", "goes_on"))
        and not BELONGS.match(part)
        for part in parts
    )
    return [] if not topics or any(map(tells, parts)) else parts


def _row(text: str) -> list[str]:
    """The parts of "FlashAttention 原理，Online softmax，有没有看过 kernel": names, topics and questions in turn."""
    text = text.strip().rstrip("。；;")
    parts = [part.rstrip("，, ") for part in cut(text, "，,")]
    # Of two, the first must be more than what the second speaks of.
    if len(parts) < 2 or (len(parts) == 2 and _is_name(parts[0])) or re.search("[？?。；;：:（(]", text):
        return []
    words = len(parts) >= _MANY and all(len(part) <= _LONGEST_WORD for part in parts)
    stands = all(
        len(part) <= _LONGEST_TOPIC
        and (
            words
            or ends_with("ends", part)
            or ends_with("topic_ends", part)
            or ASKS_FIRST.match(part)
            or opens("asks_first", part)
            or (_is_name(part) and _is_concept(part))
        )
        and not any(opens(name, part) for name in ("telling", "premises", "goes_on"))
        and not BELONGS.match(part)
        for part in parts
    )
    return parts if stands and not any(map(tells, parts)) else []


def _clauses_of_topics(text: str) -> list[str]:
    """The parts of "A 和 B 的区别，C 的结构，为什么 D" behind a label; none where a clause belongs to its neighbour."""
    parts = [part.rstrip("，,。 ") for part in cut(text, "，,")]
    joined = any(opens(name, part) for part in parts for name in ("telling", "premises", "goes_on"))
    long = any(len(part) > LONGEST_OF_ROW or re.search("[。；;]", part) for part in parts)
    return [] if joined or long or any(map(tells, parts)) else parts


def _listed(text: str) -> list[str]:
    """The parts of "A；B 的区别；C 为什么 …": several questions set off by semicolons alone."""
    if re.search(r"[？?。](?!$)|(?:回答|答案|答)\s*[：:]|[（(]\d[）)]", text):
        return []
    parts = [part.strip() for part in cut(text, "；;") if part.strip(" ；;")]
    told = any(len(part) > 60 or opens("telling", part) or find("reported", part) for part in parts)
    bare = len(parts) >= _FEW and all(len(part) <= _LONGEST_TOPIC for part in parts)
    if len(parts) < 2 or told or not (bare or any(map(is_question, parts))):
        return []
    return [part.rstrip("；; ") for part in parts]


def tasks_listed(text: str) -> list[str]:
    """The tasks of "算法题：最近公共祖先，零钱兑换II": names, nothing told of them; none where there is just one."""
    labelled = TASK_LABEL.match(text)
    parts = (
        [part.strip() for part in re.split(r"[，,、；;+]", text[labelled.end() :].rstrip("。. "))] if labelled else []
    )
    names = all(
        _TASK_NAME.fullmatch(part) and (not is_question(part) or opens("asks_first", part)) and not tells(part)
        for part in parts
    )
    return parts if len(parts) > 1 and names else []


def cut(text: str, marks: str) -> list[str]:
    """Cuts behind `marks` outside of brackets; a comma between Latin words or digits doesn't, nor do C++ and N+1."""
    parts, start, depth = [], 0, 0
    chinese = len(_CJK.findall(text)) >= _FEW
    for i, character in enumerate(text):
        depth = max(0, depth + (character in OPENING) - (character in CLOSING))
        around = text[i - 1 : i] + text[i + 1 : i + 2]
        joins = character == "+" and ("+" in around or (around.isascii() and around.isalnum() and len(around) == 2))
        latin = character == "," and not (_CJK.match(text[i - 1 : i]) or _CJK.match(text[i + 1 : i + 2]))
        # Between words of Chinese text a comma with a blank behind it parts as ， does.
        latin = latin and not (chinese and text[i + 1 : i + 2] == " " and text[i - 1 : i].isalpha())
        if character in marks and depth == 0 and not latin and not joins:
            parts.append(text[start : i + 1])
            start = i + 1
    return [*parts, text[start:]] if text[start:].strip() else parts or [text]
