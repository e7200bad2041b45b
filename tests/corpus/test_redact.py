"""What is taken out of text, and what must stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.redact import redact


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("打 13912345678 找我", "打 [电话] 找我"),
        ("打 +86 139-1234-5678 找我", "打 [电话] 找我"),
        ("座机 010-12345678", "座机 [电话]"),
        ("简历发 some.one@example.com，谢谢", "简历发 [邮箱]，谢谢"),
        ("someone (at) example (dot) com", "[邮箱]"),
        ("微信：abc_12345", "微信：[微信]"),
        ("加v abcdef12", "加v [微信]"),
        ("QQ群 123456789", "QQ群 [QQ]"),
        ("证件 110101199003071234", "证件 [身份证号]"),
        ("author: somebody", "author: [姓名]"),
        ("作者：张某某，转载", "作者：[姓名]"),
        ("面试官叫王小明，很和气", "面试官叫[姓名]，很和气"),
        ("面试官李四老师问得细", "面试官[姓名]老师问得细"),
        ("面试官赵六：请自我介绍", "面试官[姓名]：请自我介绍"),
        ("The interviewer John Smith asked", "The interviewer [姓名] asked"),
        ("第一轮和 Some Body 聊", "第一轮和 [姓名] 聊"),
        ("谢谢 @小明同学", "谢谢 [姓名]"),
        ('[词](https://example.com/search?q=x&search_source=Entity&e={"sourceId"%3A1})', "词"),
        ("见 https://example.com/a?utm_source=x 这里", "见 [链接] 这里"),
    ],
)
def test_personal_data_becomes_a_placeholder(text: str, expected: str) -> None:
    assert redact(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "5.14 1024 10 ms LC 402 COCO 2017 512*512 2022-03-25 RTX 3090 A100 arXiv 2202.06709 1e-8",
        "学习率 0.00013912345678",
        "参数量 25557032，输入 224x224，mAP@0.5 0.613，Recall@10",
        "@torch.no_grad()",
        "@staticmethod",
        "q @ k.transpose(-2, -1) 和 q@k.T",
        "面试官叫我自我介绍",
        "面试官马上约了二面",
        "面试官是 Computer Vision 方向的",
        "论文作者：何某某等",
        "微信视觉组 OCR",
        "QQ 浏览器 10000 人同时在线",
        "[组合总和](https://leetcode.cn/problems/combination-sum/)",
    ],
)
def test_everything_else_stays(text: str) -> None:
    assert redact(text) == text


@given(st.text(max_size=200))
def test_redacting_twice_changes_nothing_more(text: str) -> None:
    assert redact(redact(text)) == redact(text)


@given(st.integers(130_0000_0000, 199_9999_9999), st.text("看了文中的 ，。", max_size=20))
def test_no_mobile_number_survives(number: int, around: str) -> None:
    assert str(number) not in redact(f"{around}{number}{around}")


@given(st.integers(0, 9_999_999), st.sampled_from(["", " ms", "x", " GB", "%", " 张", "."]))
def test_short_numbers_stay(number: int, unit: str) -> None:
    text = f"模型 {number}{unit}"
    assert redact(text) == text
