"""What is taken out of text, and what must stay. All people, numbers and addresses here are made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.library import SHIPPED_REPORTS
from corpus.parse import parse_report
from corpus.redact import redact, redact_file_name
from tests.corpus.documents import write_docx, write_pdf

TAKEN_OUT = {
    "phone numbers": [
        ("打 13912345678 找我", "打 [电话] 找我"),
        ("打 +86 139-1234-5678 找我", "打 [电话] 找我"),
        ("+8613912345678", "[电话]"),
        ("(+86)139 1234 5678", "[电话]"),
        ("0086-13912345678", "[电话]"),
        ("8613912345678", "[电话]"),
        ("139 1234 5678", "[电话]"),
        ("139.1234.5678", "[电话]"),
        ("139·1234·5678", "[电话]"),
        ("139_1234_5678", "[电话]"),
        ("139－1234－5678", "[电话]"),
        ("139—1234—5678", "[电话]"),
        ("(139)12345678", "[电话]"),
        ("139 12345678", "[电话]"),
        ("1391-2345-678", "[电话]"),
        ("13912 345678", "[电话]"),
        ("139-123-45678", "[电话]"),
        ("１３９１２３４５６７８", "[电话]"),
        ("𝟏𝟑𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", "[电话]"),
        ("1391\u200b2345\u200b678", "[电话]"),
        ("一三九一二三四五六七八", "[电话]"),
        ("幺三九 零零一二 三四五六", "[电话]"),
        ("壹叁玖壹贰叁肆伍陆柒捌", "[电话]"),
        ("1三9一2三4五6七8", "[电话]"),
        ("139一二三四5678", "[电话]"),
        ("①③⑨①②③④⑤⑥⑦⑧", "[电话]"),
        ("电话 1 3 9 1 2 3 4 5 6 7 8", "电话 [电话]"),
        ("手机：l39l2345678", "手机：[电话]"),
        ("我的电话13912345678有事打", "我的电话[电话]有事打"),
        ("微信同号：13912345678", "微信同号：[电话]"),
        ("座机 010-12345678", "座机 [电话]"),
        ("座机 (0755)1234 5678 转 801", "座机 [电话]"),
        ("0571-8888 1234", "[电话]"),
        ("+1 (650) 555-0123", "[电话]"),
        ("+852 9123 4567", "[电话]"),
        ("+447946095800", "[电话]"),
        ("Tel: 650 555 0123", "Tel: [电话]"),
        ("Mobile: 9123-4567", "Mobile: [电话]"),
        ("联系方式是 6512 3456", "联系方式是 [电话]"),
        ("13912345678/13812345679", "[电话]/[电话]"),
    ],
    "e-mail": [
        ("简历发 some.one@example.com，谢谢", "简历发 [邮箱]，谢谢"),
        ("简历发some.one@example.com谢谢", "简历发[邮箱]谢谢"),
        ("someone (at) example (dot) com", "[邮箱]"),
        ("someone[at]example.com", "[邮箱]"),
        ("someone【at】example【dot】com", "[邮箱]"),
        ("someone＠example.com", "[邮箱]"),
        ("someone @ example . com", "[邮箱]"),
        ("someone#qq.com", "[邮箱]"),
        ("12345678#163点com", "[邮箱]"),
        ("someone at gmail dot com", "[邮箱]"),
        ("someone艾特qq.com", "[邮箱]"),
        ("12345678@qq。com", "[邮箱]"),
        ("ｓｏｍｅｏｎｅ＠ｅｘａｍｐｌｅ．ｃｏｍ", "[邮箱]"),
        ("邮箱: 12345678@qq", "邮箱: [邮箱]"),
        ("a_b+tag@mail.example.co.uk", "[邮箱]"),
        ("someone★qq.com", "[邮箱]"),
        ("mailto:someone@example.edu.cn", "mailto:[邮箱]"),
    ],
    "WeChat": [
        ("微信：abc_12345", "微信：[微信]"),
        ("微 信：abc_12345", "微 信：[微信]"),
        ("微信号 abc_12345", "微信号 [微信]"),
        ("加v abcdef12", "加v [微信]"),
        ("加V：abcdef12", "加V：[微信]"),
        ("加vabcdef12", "加v[微信]"),
        ("+v abcdef12", "+v [微信]"),
        ("➕v abcdef12", "➕v [微信]"),
        ("加薇 abcdef12", "加薇 [微信]"),
        ("加我微信 abcdef12", "加我微信 [微信]"),
        ("薇❤：abcdef12", "薇❤：[微信]"),
        ("v❤x abcdef12", "v❤x [微信]"),
        ("v❤️：abcdef12", "v❤️：[微信]"),
        ("wx：abcdef12", "wx：[微信]"),
        ("WX:abcdef12", "WX:[微信]"),
        ("vx:abcdef12", "vx:[微信]"),
        ("ｖｘ：abcdef12", "ｖｘ：[微信]"),
        ("V信 abcdef12，备注面经", "V信 abcdef12，备注面经"),
        ("V信：abcdef12，备注面经", "V信：[微信]，备注面经"),
        ("卫星：abcdef12", "卫星：[微信]"),
        ("绿泡泡：abcdef12", "绿泡泡：[微信]"),
        ("威信号abcdef12", "威信号[微信]"),
        ("WeChat ID: some-one_12", "WeChat ID: [微信]"),
        ("wechat is someone_12", "wechat is someone_12"),
        ("v：abcdef12", "v：[微信]"),
        ("wxid_a1b2c3d4e5", "[微信]"),
        ("微信：13912345678", "微信：[电话]"),
    ],
    "QQ": [
        ("QQ群 123456789", "QQ群 [QQ]"),
        ("QQ：123456789", "QQ：[QQ]"),
        ("qq123456789", "qq[QQ]"),
        ("扣扣 123456789", "扣扣 [QQ]"),
        ("扣扣号：123 456 789", "扣扣号：[QQ]"),
        ("企鹅号 123456789", "企鹅号 [QQ]"),
        ("企鹅：１２３４５６７８９", "企鹅：[QQ]"),
        ("加Q 123456789", "加Q [QQ]"),
        ("加q：123456789", "加q：[QQ]"),
        ("交流群：123456789", "交流群：[QQ]"),
        ("群号是123456789", "群号是[QQ]"),
    ],
    "numbers of papers and cards": [
        ("证件 110101199003071234", "证件 [身份证号]"),
        ("11010119900307123X", "[身份证号]"),
        ("11010119900307123x", "[身份证号]"),
        ("110101 19900307 1234", "[身份证号]"),
        ("110101-19900307-123X", "[身份证号]"),
        ("１１０１０１１９９００３０７１２３４", "[身份证号]"),
        ("身份证号 110101900307123", "身份证号 [身份证号]"),
        ("学号：2019123456", "学号：[证件号]"),
        ("工号是 A0123456", "工号是 [证件号]"),
        ("护照号：E12345678", "护照号：[证件号]"),
        ("银行卡号 6222 0212 3456 7890 123", "银行卡号 [证件号]"),
    ],
    "names of those who write": [
        ("author: somebody", "author: [姓名]"),
        ("作者：张某某，转载", "作者：[姓名]"),
        ("作者 | 小明同学", "作者 | [姓名]"),
        ("文/王小明", "文/[姓名]"),
        ("撰文：王小明", "撰文：[姓名]"),
        ("楼主：王小明", "楼主：[姓名]"),
        ("昵称：一只小猫", "昵称：[姓名]"),
        ("姓名：王小明 性别：男", "姓名：[姓名] 性别：男"),
        ("大家好，我叫王小明，研二", "大家好，我叫[姓名]，研二"),
        ("大家好，我是王小明。", "大家好，我是[姓名]。"),
        ("My name is Xiaoming Wang.", "My name is [姓名]."),
        ("Written by Jane Doe", "Written by [姓名]"),
        ("祝大家好运\n——王小明", "祝大家好运\n——[姓名]"),
        ("祝大家好运\n-- Kevin", "祝大家好运\n-- [姓名]"),
        ("Good luck\nBest regards,\nJane Doe", "Good luck\nBest regards,\n[姓名]"),
        ("祝大家好运\n\n王小明\n2023.9.1", "祝大家好运\n\n[姓名]\n2023.9.1"),
        ("落款：王小明", "落款：[姓名]"),
        ("---\ntitle: 面经\nauthor: 王小明\n---\n1. x", "---\ntitle: 面经\nauthor: [姓名]\n---\n1. x"),
        ("---\nauthors:\n  - 王小明\n---\n1. x", "---\nauthors:\n  - [姓名]\n---\n1. x"),
    ],
    "names of those who interview": [
        ("面试官叫王小明，很和气", "面试官叫[姓名]，很和气"),
        ("面试官名叫王明，很和气", "面试官名叫[姓名]，很和气"),
        ("面试官是王小明，很和气", "面试官是[姓名]，很和气"),
        ("面试官：王小明", "面试官：[姓名]"),
        ("面试官（王小明）", "面试官（[姓名]）"),
        ("王小明（面试官）问得细", "[姓名]（面试官）问得细"),
        ("面试官李四老师问得细", "面试官[姓名]老师问得细"),
        ("面试官赵六：请自我介绍", "面试官[姓名]：请自我介绍"),
        ("面试官的名字是王小明。", "面试官的名字是[姓名]。"),
        ("面试官姓王，很和气", "面试官姓[姓名]，很和气"),
        ("面试官王某", "面试官[姓名]某"),
        ("主管叫陈大文，问了规划", "主管叫[姓名]，问了规划"),
        ("主管是张总", "主管是[姓名]总"),
        ("HR叫李丽丽，声音好听", "HR叫[姓名]，声音好听"),
        ("hr姐姐的名字是李丽丽", "hr姐姐的名字是[姓名]"),
        ("hr小姐姐叫Tina", "hr小姐姐叫[姓名]"),
        ("HR Lucy 打来电话", "HR [姓名] 打来电话"),
        ("面试官 Kevin 很和善", "面试官 [姓名] 很和善"),
        ("leader叫Jack", "leader叫[姓名]"),
        ("内推人：王小明", "内推人：[姓名]"),
        ("内推人是王小明，", "内推人是[姓名]，"),
        ("联系人：王小明", "联系人：[姓名]"),
        ("师兄张伟明：好好准备", "师兄[姓名]：好好准备"),
        ("感谢张伟师兄内推", "感谢[姓名]师兄内推"),
        ("张师兄帮我内推", "[姓名]师兄帮我内推"),
        ("导师是王小明，", "导师是[姓名]，"),
        ("跟王总聊了半小时", "跟[姓名]总聊了半小时"),
        ("和李工聊项目", "和[姓名]工聊项目"),
        ("问王经理业务", "问[姓名]经理业务"),
        ("The interviewer John Smith asked", "The interviewer [姓名] asked"),
        ("Interviewer: Xiaoming Wang", "Interviewer: [姓名]"),
        ("the interviewer was named Kevin", "the interviewer was named [姓名]"),
        ("My manager is named Oliver", "My manager is named [姓名]"),
        ("I talked with Jane Doe first", "I talked with [姓名] first"),
        ("referred by Jane Doe", "referred by [姓名]"),
        ("第一轮和 Some Body 聊", "第一轮和 [姓名] 聊"),
        ("谢谢 @小明同学", "谢谢 [姓名]"),
    ],
    "handles, profiles and referral codes": [
        ("牛客ID：一只小猫", "牛客ID：[姓名]"),
        ("牛客123456789号", "[姓名]"),
        ("知乎昵称：一只小猫", "知乎昵称：[姓名]"),
        ("知乎：@一只小猫", "知乎：[姓名]"),
        ("GitHub: some-one99", "GitHub: [姓名]"),
        ("b站账号 一只小猫", "b站账号 [姓名]"),
        ("https://github.com/some-one", "[链接]"),
        ("github.com/some-one", "[链接]"),
        ("https://www.zhihu.com/people/some-one", "[链接]"),
        ("https://www.nowcoder.com/users/123456", "[链接]"),
        ("https://space.bilibili.com/12345", "[链接]"),
        ("https://www.linkedin.com/in/some-one/", "[链接]"),
        ("https://blog.csdn.net/some_one/article/details/1", "[链接]"),
        ("https://leetcode.cn/u/some-one/", "[链接]"),
        ("主页：https://some-one.github.io", "主页：[链接]"),
        ("[我](https://github.com/some-one)", "我"),
        ("[我：Ａ](https://github.com/some-one)", "我：Ａ"),
        ("内推码：AB12CD", "内推码：[内推码]"),
        ("内推码 NTAB12cd", "内推码 [内推码]"),
        ("Referral code: XYZ789A", "Referral code: [内推码]"),
        ("https://jobs.example.com/apply?recommendCode=AB12", "[链接]"),
        ('[词](https://example.com/search?q=x&search_source=Entity&e={"sourceId"%3A1})', "词"),
        ("见 https://example.com/a?utm_source=x 这里", "见 [链接] 这里"),
    ],
}

TAKEN_OUT["names beside what gives them away"] = [
    ("-ZhaoKai[zhaokai@example.edu.cn]", "-[姓名][[邮箱]]"),
    ("大家好!我是应届毕业生小秦,去应聘", "大家好!我是应届毕业生[姓名],去应聘"),
    ("这篇文章转自我的朋友阿木,在做工作的同事", "这篇文章转自我的朋友[姓名],在做工作的同事"),
    ("Hello. Is this Wenbo?", "Hello. Is this [姓名]?"),
    ("Yes. Here is Wenbo.", "Yes. Here is [姓名]."),
]

STAYS = {
    "words where a name could stand": [
        "我是算法小白，第一次面试",
        "转自朋友圈的一个总结",
        "Hello, is this the right order?",
        "发到 email (略)",
    ],
    "numbers of the trade": [
        "5.14 1024 10 ms LC 402 COCO 2017 512*512 2022-03-25 RTX 3090 A100 arXiv 2202.06709 1e-8",
        "学习率 0.00013912345678",
        "参数量 25557032，输入 224x224，mAP@0.5 0.613，Recall@10",
        "参数量 13800000000",
        "13800000000 parameters",
        "13800000000 个参数",
        "训练了 13912345678 tokens",
        "输入 1 3 224 224 64 3",
        "通道依次是 160 1280 1280",
        "尺寸 1920 1080 720",
        "数组 1 3 5 7 9 2 4 6 8 0 1",
        "[1, 3, 5, 7, 9, 2, 4, 6, 8, 0, 1]",
        "1x3x1344x1344",
        "时间戳 1695123456.789",
        "圆周率 3.14159265358979",
        "10**9+7 和 1000000007",
        "LeetCode 1143. 最长公共子序列",
        "力扣 1004，最大连续 1 的个数",
        "一二三四五六七八九十",
        "三百九十一万二千三百四十五",
        "pytorch 1.13.1 cuda 11.7 cudnn 8.5.0 TensorRT 8.6.1.6",
        "ResNet50 YOLOv5s6 ViT-B/16 GPT-4 Qwen2.5-7B",
        "Q1：2023 年的目标",
        "QQ 浏览器 10000 人同时在线",
        "Q: 100000 张图怎么去重",
        "手机 1920 1080 的屏幕",
        "显存 24268MiB / 24564MiB",
        "2023.08.15 8月15日 08/15 19:00-20:30",
        "0-100 分，0.5-0.95",
        "int x = 2147483647;",
        "commit 13912345678abcdef",
    ],
    "code": [
        "@torch.no_grad()",
        "@staticmethod",
        "@param x 输入",
        "@Override",
        "q @ k.transpose(-2, -1) 和 q@k.T",
        "query@key.mT",
        "attention = query @ key.T",
        "a@b.T",
        "git@github.com:pytorch/pytorch.git",
        "wx + b",
        "y = wx+bias_term",
        "v: value_states",
        "x + velocity * dt",
        "loss at epoch 10",
        "P@K 和 Recall@K",
        "npm install @types/node",
        "map(lambda v: v_proj(x), xs)",
        "#include <vector>",
        "def f(x): # qq",
    ],
    "words that look like people": [
        "面试官叫我自我介绍",
        "面试官马上约了二面",
        "面试官是 Computer Vision 方向的",
        "面试官：余弦相似度和点积的区别",
        "面试官：马尔可夫链的性质",
        "面试官：何时用 L1？",
        "面试官是江苏人，",
        "面试官问 Adam 和 SGD 的区别",
        "面试官问 Kalman Filter",
        "Interviewer: Kalman Filter basics?",
        "The interviewer asked about Adam and Hungarian matching",
        "Adam Kalman Hungarian Gaussian Bayes Dijkstra Otsu Canny Sobel Harris",
        "匈牙利算法 卡尔曼滤波 高斯核 贝叶斯 牛顿法 雅可比 马氏距离 欧氏距离 柯西分布 黄金分割",
        "论文作者：何某某等",
        "任何老师都会问",
        "谢谢老师",
        "由张量总数决定",
        "许多博士都投了",
        "主管面",
        "HR面问了薪资",
        "HR 面 9.5",
        "组长人很好",
        "导师给的 idea 吗",
        "师兄内推的",
        "和同学合作",
        "楼主：我觉得还行",
        "博主总结得好",
        "和高通合作",
        "面试官介绍了业务",
        "面试官Transformer问得多",
        "- 李群和李代数",
        "-- 余弦退火",
        "最后\n\n雷达",
        "Transformer was proposed in Attention Is All You Need",
        "Best practices",
        "author's own work",
    ],
    "accounts and links that are nobody's": [
        "微信视觉组 OCR",
        "微信支付 wechatpay",
        "微信 PaddleOCR 方案",
        "微信小程序",
        "卫星遥感图像分割 Sentinel2",
        "企鹅数据集 10000 张",
        "加速推理 TensorRT",
        "GitHub 上有 mmdetection",
        "GitHub: facebookresearch/detectron2",
        "https://github.com/open-mmlab/mmdetection",
        "github.com/pytorch/vision",
        "https://arxiv.org/abs/1706.03762",
        "https://leetcode.cn/problems/two-sum/",
        "[组合总和](https://leetcode.cn/problems/combination-sum/)",
        "知乎：扩散模型综述",
        "内推码：私信我",
        "没有内推码",
        "邮箱里收到感谢信",
        "电话面",
        "电话面试 30 分钟",
        "公众号：机器学习",
        "LeetCode 号称刷题",
    ],
}


def flat(groups: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str]]:
    return [case for group in groups.values() for case in group]


@pytest.mark.parametrize(("text", "expected"), flat(TAKEN_OUT))
def test_personal_data_becomes_a_placeholder(text: str, expected: str) -> None:
    assert redact(text) == expected


@pytest.mark.parametrize("text", [text for group in STAYS.values() for text in group])
def test_everything_else_stays(text: str) -> None:
    assert redact(text) == text


@given(st.text(max_size=200))
def test_redacting_twice_changes_nothing_more(text: str) -> None:
    assert redact(redact(text)) == redact(text)


@given(st.lists(st.sampled_from([text for text, _ in flat(TAKEN_OUT)]), max_size=4), st.sampled_from(["\n", "，", " "]))
def test_redacting_personal_data_twice_changes_nothing_more(texts: list[str], between: str) -> None:
    once = redact(between.join(texts))
    assert redact(once) == once


@given(st.integers(130_0000_0000, 199_9999_9999), st.text("看了文中的 ，。", max_size=20))
def test_no_mobile_number_survives(number: int, around: str) -> None:
    assert str(number) not in redact(f"{around}{number}{around}")


@given(st.integers(0, 9_999_999), st.sampled_from(["", " ms", "x", " GB", "%", " 张", "."]))
def test_short_numbers_stay(number: int, unit: str) -> None:
    text = f"模型 {number}{unit}"
    assert redact(text) == text


@given(
    st.lists(st.sampled_from([text for text, _ in flat(TAKEN_OUT)]) | st.text(max_size=20), max_size=6).map("\n".join)
)
def test_lines_keep_their_numbers(text: str) -> None:
    assert redact(text).count("\n") == text.count("\n")


MONOTONOUS = """\
1|1 |1-|139-|一|三九|a.|a@|a@b.|a at |[|[a](http://|<a |http://a.com/?a|加v|微信|vx:|QQ1|QQ|牛客|知乎号|@|＠|(|+1 (2|0|010-|内推码|https://|
面试官|王|面试官叫王|王小明|Kevin |A|Aa |interviewer |- |——|作者:|\u200b""".replace("\n", "").split("|")


@pytest.mark.parametrize("unit", [*MONOTONOUS, "\n", "\n\n王", "---\n", "authors:\n- a\n"])
def test_long_monotonous_text_is_read_in_the_time_of_its_length(unit: str) -> None:
    redact((unit * 30_000)[:30_000])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("张三-13912345678.md", "[姓名]-[电话].md"),
        ("面经_王小明_字节.docx", "面经_[姓名]_字节.docx"),
        ("王小明面经.txt", "[姓名]面经.txt"),
        ("王小明的面试总结 (1).pdf", "[姓名]的面试总结 (1).pdf"),
        ("/home/someone/字节一面.md", "字节一面.md"),
        ("C:\\Users\\someone\\字节一面.md", "字节一面.md"),
        ("someone@example.com.txt", "[邮箱].txt"),
        ("字节-抖音-cv算法-一面.md", "字节-抖音-cv算法-一面.md"),
        ("000_88afcba30418b329.txt", "000_88afcba30418b329.txt"),
        ("雷达感知.md", "雷达感知.md"),
        ("商汤-二面-2023.08.15.md", "商汤-二面-2023.08.15.md"),
        ("2023秋招.md", "2023秋招.md"),
        ("report.final.v2.txt", "report.final.v2.txt"),
    ],
)
def test_file_names(name: str, expected: str) -> None:
    assert redact_file_name(name) == expected


def test_the_authors_of_documents_are_not_read(tmp_path: Path) -> None:
    text = "百度 一面\n1. 什么是过拟合？"
    write_pdf(text, tmp_path / "a.pdf", author="王小明")
    write_docx(text, tmp_path / "a.docx", author="王小明")
    for name in ("a.pdf", "a.docx"):
        report = parse_report(tmp_path / name).report.model_dump_json()
        assert "过拟合" in report
        assert "王小明" not in report


def test_shipped_reports_hold_no_personal_data() -> None:
    """They are read without taking any out, which would cost every command half a second."""
    for path in sorted(SHIPPED_REPORTS.glob("*.md")):
        assert parse_report(path).report == parse_report(path, clean=str).report, path.name
