"""Static rules: every common way to a forbidden thing is seen, and honest code is left alone."""

from __future__ import annotations

import pytest

from sandbox.rules import violation

TORCH = {"allow": ["torch", "numpy"], "names": ["LayerNorm", "layer_norm"]}
PLAIN = {
    "allow": [],
    "builtins": ["sorted"],
    "methods": ["sort"],
    "functions": ["sys.setrecursionlimit"],
    "modules": ["bisect"],
}


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("import torch.nn as nn\nx = nn.LayerNorm(3)", "name:LayerNorm"),
        ("import torch\nx = torch.nn.LayerNorm", "name:LayerNorm"),
        ("from torch.nn import LayerNorm as Mine", "name:LayerNorm"),
        ("from torch.nn import *\nx = LayerNorm(3)", "name:LayerNorm"),
        ("from torch import nn\nx = getattr(nn, 'LayerNorm')", "name:LayerNorm"),
        ("from torch import nn\nalias = nn\nx = alias.LayerNorm", "name:LayerNorm"),
        ("from torch import nn\nx = nn.__dict__['LayerNorm']", "name:LayerNorm"),
        ("from torch import nn\nx = vars(nn)['LayerNorm']", "name:LayerNorm"),
        ("x = __import__('torch').nn.LayerNorm", "name:LayerNorm"),
        ("from torch import nn\nclass LayerNorm(nn.LayerNorm): pass", "name:LayerNorm"),
        ("import torch.nn.functional as F\ndef f(x): return F.layer_norm(x, (3,))", "name:layer_norm"),
        ("def f(model, x): return model.layer_norm(x)", "name:layer_norm"),
        ("import scipy.special", "import:scipy.special"),
        ("from sklearn import metrics", "import:sklearn"),
        ("import importlib\nm = importlib.import_module('torchvision.ops')", "import:torchvision.ops"),
        ("try:\n    import cv2\nexcept ImportError: pass", "import:cv2"),
        ("from . import other", "import:."),
    ],
)
def test_forbidden_names_and_imports_are_found(source: str, rule: str) -> None:
    found = violation(source, TORCH)

    assert found is not None
    assert found[0] == rule


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("x = sorted([1])", "builtin:sorted"),
        ("import builtins\nx = builtins.sorted([1])", "builtin:sorted"),
        ("x = [1]\nx.sort()", "method:sort"),
        ("f = [].sort", "method:sort"),
        ("import sys\nsys.setrecursionlimit(9)", "function:sys.setrecursionlimit"),
        ("import sys as s\ns.setrecursionlimit(9)", "function:sys.setrecursionlimit"),
        ("from sys import setrecursionlimit as f", "function:sys.setrecursionlimit"),
        ("import sys\ngetattr(sys, 'setrecursionlimit')(9)", "function:sys.setrecursionlimit"),
        ("import bisect", "import:bisect"),
        ("from bisect import insort", "import:bisect"),
        ("import numpy", "import:numpy"),
    ],
)
def test_forbidden_builtins_methods_and_functions_are_found(source: str, rule: str) -> None:
    found = violation(source, PLAIN)

    assert found is not None
    assert found[0] == rule


@pytest.mark.parametrize(
    "source",
    [
        "import torch\nfrom torch import nn\nclass LayerNorm(nn.Module):\n    def f(self): return LayerNorm",
        "from torch import nn\nclass A(nn.Module):\n    def layer_norm(self, x): return x\n"
        "    def forward(self, x): return self.layer_norm(x)",
        "class LayerNorm: pass\ndef f(module): return module.LayerNorm",
        "import math, collections.abc, numpy.linalg\nfrom __future__ import annotations",
        "text = 'nn.LayerNorm'  # nn.LayerNorm",
    ],
)
def test_honest_code_is_left_alone(source: str) -> None:
    assert violation(source, TORCH) is None


def test_own_function_with_a_forbidden_builtins_name_is_no_match() -> None:
    assert violation("def sorted(x): return x\ny = sorted([1])", PLAIN) is None


def test_the_first_line_that_breaks_a_rule_is_named() -> None:
    assert violation("import math\n\nx = sorted([1])\nimport bisect", PLAIN) == ("builtin:sorted", 3)


def test_without_an_allow_list_every_import_is_free() -> None:
    assert violation("import scipy", {}) is None


def test_source_that_does_not_parse_raises() -> None:
    with pytest.raises(SyntaxError):
        violation("def f(:", {})
