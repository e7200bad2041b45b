"""What a problem folder can say: each feature of the format with a right and a wrong submission."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sandbox.judge import Judge
from sandbox.library import load_problem
from sandbox.problem import JudgeResult, Problem, Verdict

HEAD = "import numpy as np\nfrom sandbox.case import *\n"

PLAIN: dict[str, Any] = {
    "title": {"zh": "题", "en": "Problem"},
    "category": "algorithm",
    "kind": "function",
    "entry": "solve",
    "signature": "def solve(x)",
    "contract": "As the test says.",
    "compare": {"mode": "exact"},
    "limits": {"time_s": 2.0, "memory_mb": 256},
    "topics": ["test"],
    "difficulty": 1,
    "hints": [{"zh": "一", "en": "one"}] * 3,
    "samples": [{"args": [1], "output": 1}],
}

Make = Callable[..., Problem]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes a problem folder: `cases` is the body of cases(rng), keys of problem.yaml by name."""

    def written(cases: str, reference: str, files: dict[str, str] | None = None, **keys: Any) -> Problem:
        folder = tmp_path / "made"
        folder.mkdir(exist_ok=True)
        (folder / "problem.yaml").write_text(yaml.safe_dump(PLAIN | {"slug": "made"} | keys))
        body = "".join(f"    {line}\n" for line in cases.splitlines())
        texts = {"cases.py": f"{HEAD}def cases(rng):\n{body}", "reference.py": reference, "starter.py": "\n"}
        texts |= {"statement.zh.md": "题\n", "statement.en.md": "Problem\n"} | (files or {})
        for name, text in texts.items():
            (folder / name).write_text(text)
        return load_problem(folder)

    return written


def judged(judge: Judge, problem: Problem, source: str, language: str = "en") -> JudgeResult:
    return judge.judge(problem, source, language=language, seed=1)


def verdict(judge: Judge, problem: Problem, source: str) -> Verdict:
    result = judged(judge, problem, source)
    assert result.verdict != Verdict.INTERNAL_ERROR, result.message
    return result.verdict


STACK = """
class Stack:
    def __init__(self, *items):
        if len(items) > 3:
            raise ValueError("too many")
        self.items = list(items)
    def push(self, x, twice=False):
        self.items += [x, x] if twice else [x]
    def pop(self):
        if not self.items:
            raise IndexError("empty")
        self.items.pop()
    def top(self):
        return self.items[-1]
"""

STACK_KEYS: dict[str, Any] = {
    "kind": "class",
    "entry": "Stack",
    "signature": "class Stack: ...",
    "samples": [
        {
            "operations": {
                "instances": [[], [7]],
                "ops": [[0, "push", [3]], [0, "top", []], [1, "top", []], [0, "pop", []], [0, "pop", []]],
                "outputs": [None, 3, 7, None, {"raises": "IndexError"}],
            }
        }
    ],
}


@pytest.fixture
def stack(make: Make) -> Problem:
    cases = """ops = []
for _ in range(400):
    ops.append((int(rng.integers(2)), ["push", "top", "pop", "pop"][int(rng.integers(4))], []))
    if ops[-1][1] == "push":
        ops[-1] = (ops[-1][0], "push", [int(rng.integers(9))] + ([True] if rng.random() < 0.3 else []))
yield Case.ops("两个栈|two stacks", [[], [1, 2]], ops)
yield Case.ops("constructor that raises", [[], [1, 2, 3, 4]], [(0, "push", [1])])
many = [(0, "push", [i]) for i in range(20000)] + [(0, "top", [])] * 20000
yield Case.ops("large", [[]], many, size="40000 operations")"""
    return make(cases, STACK, **STACK_KEYS)


def test_operations_on_several_objects(judge: Judge, stack: Problem) -> None:
    result = judged(judge, stack, STACK)

    assert result.verdict == Verdict.ACCEPTED, result.message
    assert result.total == 4


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("list(items)", "globals().setdefault('ITEMS', [])", "wrong_answer"),
        ("raise IndexError", "raise KeyError", "wrong_answer"),
        ("raise IndexError('empty')", "return", "wrong_answer"),
        ("return self.items[-1]", "return float(self.items[-1])", "wrong_answer"),
        ("return self.items[-1]", "return self", "wrong_answer"),
        ('raise ValueError("too many")', "pass", "wrong_answer"),
        ("self.items.pop()", "self.items.remove_last()", "runtime_error"),
        ("def pop", "def pull", "runtime_error"),
        ("return self.items[-1]", "sum(self.items); return self.items[-1]", "time_limit"),
    ],
)
def test_wrong_operations(judge: Judge, stack: Problem, old: str, new: str, expected: str) -> None:
    source = STACK.replace(old.replace("'", '"'), new)
    assert source != STACK

    assert verdict(judge, stack, source) == expected


def test_a_failing_operation_is_shown_with_what_was_done_before(judge: Judge, stack: Problem) -> None:
    source = STACK.replace("return self.items[-1]", "return self.items[0]")

    message = judged(judge, stack, source).message

    assert "object 0" in message or "object 1" in message
    assert ".push(" in message
    assert "Stack(" in message
    assert judged(judge, stack, STACK.replace("[-1]", "[0]"), "zh").message.startswith("第 2 个用例（两个栈）：")


def test_a_changed_constructor_argument_of_operations_is_found(judge: Judge, make: Make) -> None:
    reference = (
        "class Grid:\n    def __init__(self, rows): self.rows = rows\n    def at(self, r): return self.rows[r][0]"
    )
    keys = STACK_KEYS | {
        "entry": "Grid",
        "samples": [{"operations": {"instances": [[[[1]]]], "ops": [], "outputs": []}}],
    }
    problem = make('yield Case.ops("grid", [[[[3, 4]]]], [(0, "at", [0])])', reference, **keys)
    spoiler = reference.replace("self.rows = rows", "self.rows = rows; rows[0].append(1)")

    assert verdict(judge, problem, reference) == "accepted"
    result = judged(judge, problem, spoiler)

    assert result.verdict == Verdict.WRONG_ANSWER
    assert "constructor was modified" in result.message


def test_a_batch_shares_what_is_the_same_object(judge: Judge, make: Make) -> None:
    cases = """nums = list(range(200000))
yield Case.batch("same list", [(nums, i) for i in range(300)], size="300 calls")"""
    problem = make(cases, "def solve(x, i): return x[i]", samples=[{"args": [[5], 0], "output": 5}])

    assert verdict(judge, problem, "def solve(x, i): return x[i]") == "accepted"
    same = (
        "seen = []\ndef solve(x, i):\n"
        "    seen.append(id(x)); assert len(x) == 1 or len(set(seen[1:])) == 1; return x[i]"
    )
    assert verdict(judge, problem, same) == "accepted"
    assert verdict(judge, problem, "def solve(x, i): return sorted(x, key=lambda v: -v)[-1 - i]") == "time_limit"
    result = judged(judge, problem, "def solve(x, i):\n    if i == 7: x.append(0)\n    return x[i]")
    assert "several calls share was modified" in result.message


PERMUTATION = """
from sandbox.case import Failed
def check(case, got, want):
    failed = []
    for values in got:
        if sorted(values) != list(range(case["calls"][0]["args"][0])):
            failed.append(Failed("permutation", zh="不是一个排列", en="not a permutation"))
    if got[0] == got[1]:
        failed.append(Failed("fresh", zh="两次一样", en="the same order twice"))
    return failed
"""
SHUFFLE = "import random\ndef solve(n):\n    x = list(range(n)); random.shuffle(x); return x"
SHUFFLE_KEYS: dict[str, Any] = {
    "compare": {"mode": "properties"},
    "samples": [{"calls": [{"args": [30]}, {"args": [30]}]}],
}


@pytest.fixture
def shuffle(make: Make) -> Problem:
    cases = 'yield Case("shuffles", (Call([40], seed=3), Call([40])))'
    return make(cases, SHUFFLE, {"properties.py": PERMUTATION}, **SHUFFLE_KEYS)


@pytest.mark.parametrize(
    ("source", "expected", "told"),
    [
        (SHUFFLE, "accepted", ""),
        ("def solve(n): return list(range(n))", "wrong_answer", "the same order twice [fresh]"),
        (
            "import random\ndef solve(n): return [random.random() for _ in range(n)]",
            "wrong_answer",
            "not a permutation",
        ),
        ("def solve(n): return None", "wrong_answer", "wrong form"),
        ("def solve(n): raise KeyError(n)", "runtime_error", "KeyError"),
        ("def solve(n): return object()", "wrong_answer", "not plain data"),
    ],
)
def test_properties_decide(judge: Judge, shuffle: Problem, source: str, expected: str, told: str) -> None:
    result = judged(judge, shuffle, source)

    assert result.verdict == expected, result.message
    assert told in result.message


def test_properties_speak_chinese(judge: Judge, shuffle: Problem) -> None:
    assert "两次一样" in judged(judge, shuffle, "def solve(n): return list(range(n))", "zh").message


def test_properties_that_the_reference_lacks_are_an_error_of_the_problem(judge: Judge, make: Make) -> None:
    cases = 'yield Case("shuffles", (Call([4]), Call([4])))'
    problem = make(cases, "def solve(n): return [0]", {"properties.py": PERMUTATION}, **SHUFFLE_KEYS)

    result = judged(judge, problem, SHUFFLE)

    assert result.verdict == Verdict.INTERNAL_ERROR
    assert "refuses the reference's own result: permutation" in result.message


def test_seeded_generators_are_arguments(judge: Judge, make: Make) -> None:
    reference = "def solve(rng, other): return [rng.integers(99, size=5), other.integers(99, size=2)]"
    cases = """seed = int(rng.integers(2**31))
yield Case.of("two", numpy_generator(seed), numpy_generator(seed))
yield Case.of("one", numpy_generator(seed, name="g"), numpy_generator(seed, name="g"))"""
    problem = make(
        cases,
        reference,
        forbidden={"allow": ["numpy"]},
        samples=[
            {
                "args": [{"numpy_generator": 3}, {"numpy_generator": 3}],
                "output": [{"nd": [80, 8, 17, 23, 17], "dtype": "int64"}, {"nd": [80, 8], "dtype": "int64"}],
            }
        ],
    )

    assert verdict(judge, problem, reference) == "accepted"
    swapped = "def solve(rng, other): b = other.integers(99, size=2); return [rng.integers(99, size=5), b]"
    result = judged(judge, problem, swapped)
    assert [case.verdict for case in result.cases] == ["accepted", "accepted", "wrong_answer"]
    fresh = (
        "import numpy as np\n"
        "def solve(a, b): g = np.random.default_rng(0); return [g.integers(99, size=5), g.integers(99, size=2)]"
    )
    assert verdict(judge, problem, fresh) == "wrong_answer"


def test_torch_generator_and_global_seed(judge: Judge, make: Make) -> None:
    reference = "import torch\ndef solve(g): return torch.rand(3, generator=g), torch.rand(2)"
    cases = 'yield Case("draws", (Call([torch_generator(5)], seed=int(rng.integers(99))),))'
    problem = make(
        cases,
        reference,
        forbidden={"allow": ["torch"]},
        limits={"time_s": 5, "memory_mb": 1024},
        samples=[
            {
                "calls": [
                    {
                        "args": [{"torch_generator": 1}],
                        "seed": 2,
                        "take": [0],
                        "output": {"tt": [0.0], "dtype": "float32"},
                    }
                ]
            }
        ],
    )

    assert verdict(judge, problem, reference) == "accepted"
    assert verdict(judge, problem, "import torch\ndef solve(g): return torch.rand(3, generator=g), torch.zeros(2)") == (
        "wrong_answer"
    )


def test_results_of_earlier_calls_are_arguments_and_only_a_part_is_compared(judge: Judge, make: Make) -> None:
    reference = "def solve(x, state):\n    n = state.get('n', 0) + x\n    return n, {'n': n}"
    cases = """yield Case("steps", (
    Call([4, {}], take=(0,)), Call([5, result(0, 1)], take=(0,)), Call([5, result(0, 1)], take=(0,)),
))"""
    problem = make(cases, reference, samples=[{"args": [1, {}], "output": {"tuple": [1, {"n": 1}]}}])
    own_state = (
        "def solve(x, state):\n    if state == {} and x == 1: return 1, {'n': 1}\n"
        "    n = sum(state.values()) + x\n    return n, {'a': n}"
    )
    in_place = "def solve(x, state):\n    state['n'] = state.get('n', 0) + x\n    return state['n'], dict(state)"
    impure = "def solve(x, state):\n    n = state.pop('n', 0) + x\n    return n, {'n': n}"

    assert verdict(judge, problem, own_state) == "accepted"
    assert "state was modified" in judged(judge, problem, in_place).message.replace("argument 1", "argument state")
    assert "Call 2 of 3" in judged(judge, problem, impure).message


def test_given_functions_are_compared_by_how_they_are_called(judge: Judge, make: Make) -> None:
    reference = "def solve(x, fn): return [fn(part) for part in (x[:3].copy(), x[3:].copy())]"
    cases = 'yield Case.of("tiles", rng.random(5), given("spoils"))'
    files = {"given.py": "def spoils(part):\n    part *= 2\n    return part.sum()\n"}
    problem = make(
        cases,
        reference,
        files,
        forbidden={"allow": ["numpy"]},
        samples=[
            {
                "args": [{"nd": [1.0, 1.0, 1.0, 2.0], "dtype": "float64"}, {"given": "spoils"}],
                "output": [{"nd": 6.0, "dtype": "float64"}, {"nd": 4.0, "dtype": "float64"}],
            }
        ],
        compare={"mode": "close", "values": "scalars", "tolerance": {"rtol": 1e-9, "atol": 0}},
    )

    assert verdict(judge, problem, reference) == "accepted"
    assert "modified" in judged(judge, problem, reference.replace(".copy()", "")).message
    backwards = "def solve(x, fn):\n    b = fn(x[3:].copy())\n    return [fn(x[:3].copy()), b]"
    assert "wrong order" in judged(judge, problem, backwards).message
    twice = reference + "\nfirst = solve\ndef solve(x, fn):\n    fn(x.copy())\n    return first(x, fn)"
    assert "should be called 2 times, it was called 3" in judged(judge, problem, twice).message


def test_candidates_own_test_must_catch_broken_classes(judge: Judge, make: Make) -> None:
    reference = "class Net:\n    def size(self): return 3\ndef test():\n    assert Net().size() == 3\n"
    cases = """yield Case("own test", (
    Call(method="size"), Call(function="test"),
    Call(function="test", replace={"Net": "_Broken"}), Call(function="test"),
), init={})"""
    problem = make(
        cases,
        reference,
        {"given.py": "class _Broken:\n    def size(self): return 4\n"},
        kind="class",
        entry="Net",
        samples=[{"init": {}, "calls": [{"method": "size", "output": 3}]}],
    )

    assert verdict(judge, problem, reference) == "accepted"
    assert (
        "should raise AssertionError"
        in judged(judge, problem, reference.replace("assert Net().size() == 3", "Net()")).message
    )
    assert "test is not defined" in judged(judge, problem, reference.partition("def test")[0]).message
    nothing_of_it = "import sys\nassert not any('_Broken' in vars(module) for module in list(sys.modules.values()))\n"
    nothing_of_it += "assert not any('given' in name for name in globals())\n"
    assert verdict(judge, problem, nothing_of_it + reference) == "accepted"


def test_a_method_may_return_the_object_and_iteration_is_bounded(judge: Judge, make: Make) -> None:
    reference = (
        "class Count:\n    def fit(self): return self\n    def __iter__(self):\n        n = 0\n"
        "        while True:\n            yield n\n            n += 1\n"
    )
    cases = 'yield Case("fit, then look", (Call(method="fit"), Call(method="__iter__", collect=4)), init={})'
    samples = [{"init": {}, "calls": [{"method": "__iter__", "collect": 2, "output": [0, 1]}]}]
    problem = make(cases, reference, kind="class", entry="Count", samples=samples)

    assert verdict(judge, problem, reference) == "accepted"
    assert verdict(judge, problem, reference.replace("return self", "return Count()")) == "wrong_answer"
    assert verdict(judge, problem, reference.replace("n += 1", "n += 2")) == "wrong_answer"


FOLDERS = """
yield Case.of("names", folder({"a.jpg": "1", "sub/b.jpg": b"22", "sub/empty/": None, "z": {"link": "a.jpg"}}), "*")
yield Case.of("by name", x=folder({"c": ""}), pattern="c")
"""
FILES_REFERENCE = "def solve(x, pattern): return {name for name, v in x.items() if isinstance(v, (str, bytes))}"
FILES_RIGHT = """
import os
def solve(x, pattern):
    found = set()
    for place, _, files in os.walk(x):
        for name in files:
            path = os.path.join(place, name)
            if not os.path.islink(path):
                open(path, "rb").read()
                found.add(os.path.relpath(path, x))
    return found
"""


@pytest.fixture
def files(make: Make) -> Problem:
    sample = {"args": [{"folder": {"a": "text", "d/": None}}, "*"], "output": {"set": ["a"]}}
    return make(FOLDERS, FILES_REFERENCE, samples=[sample])


def test_folders_are_arguments(any_judge: Judge, files: Problem) -> None:
    assert verdict(any_judge, files, FILES_RIGHT) == "accepted"
    assert verdict(any_judge, files, FILES_RIGHT.replace("not os.path.islink(path)", "True")) == "wrong_answer"
    assert list(any_judge._servers["numpy"].place.outside.iterdir()) == []


@pytest.mark.parametrize(
    "attempt",
    [
        "open(os.path.join(x, 'new'), 'w')",
        "open(os.path.join(x, 'a'), 'a')",
        "os.remove(os.path.join(x, 'a'))",
        "os.rename(os.path.join(x, 'a'), os.path.join(x, 'b'))",
        "os.symlink('/', os.path.join(x, 'l'))",
        "os.mkdir(os.path.join(x, 'e'))",
        "os.chmod(x, 0o777)",
    ],
)
def test_folders_cannot_be_changed(any_judge: Judge, files: Problem, attempt: str) -> None:
    source = f"import os\ndef solve(x, pattern):\n    {attempt}\n    return set()"

    result = judged(any_judge, files, source)

    assert result.cases[0].verdict == Verdict.RUNTIME_ERROR
    assert "Error" in result.message


@pytest.mark.parametrize(
    "entries",
    [
        '{"../out": "x"}',
        '{"/etc/out": "x"}',
        '{"l": {"link": "/etc"}}',
        '{"l": {"link": "../.."}}',
        '{"d": {"link": "e"}, "e/": None, "d/f": "x"}',
        '{"n": 3}',
    ],
)
def test_a_folder_that_would_lead_out_is_an_error_of_the_problem(judge: Judge, make: Make, entries: str) -> None:
    problem = make(f"yield Case.of('out', folder({entries}))", "def solve(x): return 1")

    result = judged(judge, problem, "def solve(x): return 1")

    assert result.verdict == Verdict.INTERNAL_ERROR
    assert "folder entry" in result.message


def test_results_must_not_share_memory_where_the_problem_says_so(judge: Judge, make: Make) -> None:
    cases = "x = rng.random((3, 4))\nyield Case.of('view', x)"
    keys: dict[str, Any] = {
        "forbidden": {"allow": ["numpy"]},
        "samples": [{"args": [{"nd": [1.0], "dtype": "float64"}], "output": {"nd": [1.0], "dtype": "float64"}}],
    }
    problem = make(cases, "def solve(x): return x.copy()", aliasing="forbidden", **keys)

    assert verdict(judge, problem, "def solve(x): return x.copy()") == "accepted"
    assert "shares memory with the argument x" in judged(judge, problem, "def solve(x): return x[:]").message
    assert verdict(judge, make(cases, "def solve(x): return x.copy()", **keys), "def solve(x): return x") == "accepted"


def test_a_result_that_a_later_call_changes_is_wrong_and_an_attribute_is_read_at_once(judge: Judge, make: Make) -> None:
    reference = (
        "class C:\n    def __init__(self): self.x = []\n    def add(self, v):\n"
        "        self.x.append(v)\n        return list(self.x)\n"
    )
    cases = 'yield Case("adds", (Call([1], method="add"), Call(attribute="x"), Call([2], method="add")), init={})'
    samples = [{"init": {}, "calls": [{"method": "add", "args": [1], "output": [1]}]}]
    problem = make(cases, reference, kind="class", entry="C", samples=samples)

    assert verdict(judge, problem, reference) == "accepted"
    assert verdict(judge, problem, reference.replace("list(self.x)", "self.x")) == "wrong_answer"


def test_gradients_of_chosen_arguments_through_a_tuple(judge: Judge, make: Make) -> None:
    reference = "import torch\ndef solve(a, b): return a * b.detach(), b.detach().sum()"
    cases = """import torch
a, b = (torch.from_numpy(rng.random((2, 3))) for _ in range(2))
yield Case("gradients", (Call({"a": a, "b": b}, backward="compare", gradients_of=("a",)),))
yield Case("no gradient", (Call({"a": a, "b": b * 0}, backward="compare"),))"""
    one = {"tt": [2.0], "dtype": "float64"}
    problem = make(
        cases,
        reference,
        forbidden={"allow": ["torch"]},
        limits={"time_s": 5, "memory_mb": 1024},
        compare={"mode": "close", "tolerance": {"rtol": 1e-9, "atol": 1e-12}},
        samples=[
            {
                "args": [one, one],
                "output": {"tuple": [{"tt": [4.0], "dtype": "float64"}, {"tt": 2.0, "dtype": "float64"}]},
            }
        ],
    )

    assert verdict(judge, problem, reference) == "accepted"
    assert verdict(judge, problem, reference.replace("a * b.detach(), b", "a * b, b")) == "accepted"
    assert "No gradient reaches a" in judged(judge, problem, reference.replace("a *", "a.detach() *")).message
    detached = (
        "import torch\ndef solve(a, b):\n    a = a if b.any() else a.detach()\n"
        "    return a * b.detach(), b.detach().sum()"
    )
    assert verdict(judge, problem, detached) == "accepted"


def test_numpy_scalars_pass_for_numbers_where_the_problem_says_so(judge: Judge, make: Make) -> None:
    keys: dict[str, Any] = {
        "forbidden": {"allow": ["numpy"]},
        "samples": [{"args": [1], "output": {"tuple": [1, 0.5]}}],
    }
    close = {"mode": "close", "tolerance": {"rtol": 0, "atol": 0}}
    scalars = "import numpy as np\ndef solve(x): return np.int64(x), np.float64(x / 2)"
    cases, reference = "yield Case.of('one', 3)", "def solve(x): return x, x / 2"

    assert verdict(judge, make(cases, reference, compare=close | {"values": "scalars"}, **keys), scalars) == "accepted"
    as_list = "def solve(x): return [x, x / 2]"
    assert (
        verdict(judge, make(cases, reference, compare=close | {"values": "scalars"}, **keys), as_list) == "wrong_answer"
    )
    assert verdict(judge, make(cases, reference, compare=close, **keys), scalars) == "wrong_answer"


def test_hostile_keys_and_sets_do_not_break_the_comparison(judge: Judge, make: Make) -> None:
    problem = make("yield Case.of('one', 1)", "def solve(x): return x", compare={"mode": "exact", "values": "json"})

    for value in ("{(1, (2, 3)): 1}", "frozenset({(1, 2)})", "{frozenset({1}): {1}}"):
        assert verdict(judge, problem, f"def solve(x): return {value}") == "wrong_answer"
