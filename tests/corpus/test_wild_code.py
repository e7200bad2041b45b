"""Program code without a fence in other people's reports: it asks nothing, whatever it looks like."""

from __future__ import annotations

import pytest

from corpus.parse import parse_text
from corpus.reading.code import code_lines

PYTHON = """def top(values, k):
    heap = []
    for value in values:
        if len(heap) < k:
            heap.append(value)
    return heap"""
JAVA = """class Solution {
    // 记录下标
    int[] seen;
    public int first(int[] nums) {
        seen = new int[nums.length];
        return seen[0];
    }
}"""
CPP = """#include <vector>
using namespace std;

int area(vector<int>& h) {
    int best = 0;
    while (best < 3) { best += 1; }
    return best;
}"""


def texts(text: str) -> list[str]:
    return [q.text for part in parse_text(text, "a.txt").report.rounds for q in part.questions]


@pytest.mark.parametrize("code", [PYTHON, JAVA, CPP], ids=["python", "java", "c++"])
def test_unfenced_code_asks_nothing(code: str) -> None:
    report = f"商汤 一面\n1. 什么是 BN？\n2. 手写接雨水\n我的代码：\n\n{code}\n\n3. 讲讲 Adam\n"
    assert texts(report) == ["什么是 BN？", "手写接雨水", "讲讲 Adam"]


def test_skipped_code_says_why() -> None:
    skipped = parse_text(f"商汤 一面\n1. 手写堆\n\n{PYTHON}\n", "a.txt").skipped
    assert {(s.line, s.reason) for s in skipped} >= {(4, "代码 (program code)"), (9, "代码 (program code)")}


def test_function_without_line_breaks_is_code() -> None:
    squeezed = (
        "int f(int n){ int a = 0; int b = 1; for (int i = 0; i < n; i++) { int c = a + b; a = b; b = c; } return a; }"
    )
    assert texts(f"商汤 一面\n1. 手写斐波那契\n{squeezed}\n2. 讲讲 Adam\n") == ["手写斐波那契", "讲讲 Adam"]


@pytest.mark.parametrize(
    "lines",
    [
        ["What is the difference between BN and LN;", "How does Adam work;", "Explain dropout;"],
        ["BN；", "Adam；", "dropout；"],
        ["1. x = 1;", "2. y = 2;"],
        ["const 和 static 的区别", "vector 的扩容", "int* const p 是什么"],
        ["if you have time, explain BN", "for each layer, why this size?"],
        ["import 和 include 的区别", "class 和 struct 的区别"],
        ["softmax(x)", "一道手撕", "relu(x)"],
        ["# 一面", "## 二面"],
        ["int i = 65536;", "这里为什么溢出？", "", "中文", "", "", "", "int j = 0;"],
    ],
)
def test_questions_on_code_are_no_code(lines: list[str]) -> None:
    assert code_lines(lines) == set()


def test_fenced_code_stays_with_its_question() -> None:
    report = parse_text(f"商汤 一面\n1. 手写 top k\n```python\n{PYTHON}\n```\n", "a.txt").report
    assert "heap.append" in report.rounds[0].questions[0].answers[0].text


def test_long_lines_cost_little() -> None:
    assert code_lines(["a = " * 200_000, "{" * 200_000, ";" * 5, "x" * 200_000]) <= {0, 1, 2, 3}


def test_parts_of_a_task_are_no_tasks() -> None:
    report = (
        "快手\n一面\n\n1. 讲讲 Adam\n\n手写区间合并\n\n示例 1：\n\n输入：l = [[1,2],[2,3]]\n\n输出：[[1,3]]\n\n"
        "提示：\n\n区间的数目不超过 50\n\n都按起点排好\n\n2. 什么是 BN？\n"
    )
    assert texts(report) == ["讲讲 Adam", "手写区间合并", "什么是 BN？"]


def test_commented_code_is_no_heading() -> None:
    report = f"快手 一面\n1. 手写堆\n\n{PYTHON}\n\n# top = [1, 2]\n# k = 2\n\ntop = [3]\n\n2. 什么是 BN？\n"
    rounds = parse_text(report, "a.txt").report.rounds
    assert [(part.name, len(part.questions)) for part in rounds] == [("一面", 2)]
