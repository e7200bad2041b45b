"""Static rules: every common way to a forbidden thing is seen, and honest code is left alone."""

from __future__ import annotations

import ast

import pytest

from sandbox import rules

TORCH = {"allow": ["torch", "numpy"], "names": ["LayerNorm", "layer_norm"]}
PLAIN = {
    "allow": [],
    "builtins": ["sorted"],
    "methods": ["sort"],
    "functions": ["sys.setrecursionlimit"],
    "modules": ["bisect"],
}


def violation(source: str, forbidden: dict[str, list[str]]) -> tuple[str, int] | None:
    return rules.violation(ast.parse(source), forbidden)


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
        ("from torch import nn\nx = getattr(nn, 'Layer' + 'Norm')", "name:LayerNorm"),
        ("from torch import nn\nx = getattr(nn, f'{\"Layer\"}Norm')", "name:LayerNorm"),
        ("from torch import nn\nx = getattr(nn, ''.join(['Layer', 'Norm']))", "name:LayerNorm"),
        ("from torch import nn\nx = getattr(nn, 'mroNreyaL'[::-1])", "name:LayerNorm"),
        ("from torch import nn\na = 'Layer'\nb = a + 'Norm'\nx = getattr(nn, b)", "name:LayerNorm"),
        ("from torch import nn\ng = getattr\nx = g(nn, 'LayerNorm')", "name:LayerNorm"),
        ("from torch import nn\nimport builtins\nx = builtins.getattr(nn, 'LayerNorm')", "name:LayerNorm"),
        ("import torch\nx = getattr(getattr(torch, 'nn'), 'LayerNorm')", "name:LayerNorm"),
        ("import torch\nx = (m := torch.nn).LayerNorm", "name:LayerNorm"),
        ("import torch\nif (m := torch.nn): x = m.LayerNorm", "name:LayerNorm"),
        ("import torch\na, b = 1, torch.nn\nx = b.LayerNorm", "name:LayerNorm"),
        ("import torch\nm: object = torch.nn\nx = m.LayerNorm", "name:LayerNorm"),
        ("import sys\nx = sys.modules['torch'].nn.LayerNorm", "name:LayerNorm"),
        ("from torch import nn\nx = nn.__dict__.get('LayerNorm')", "name:LayerNorm"),
        ("from torch import nn\nx = nn.__getattribute__('LayerNorm')", "name:LayerNorm"),
        ("from torch import nn\nx = object.__getattribute__(nn, 'LayerNorm')", "name:LayerNorm"),
        ("from torch import nn\nx = globals()['nn'].LayerNorm", "name:LayerNorm"),
        ("from torch import nn\nfrom operator import attrgetter\nx = attrgetter('LayerNorm')(nn)", "name:LayerNorm"),
        ("import operator, torch\nx = operator.attrgetter('nn.LayerNorm')(torch)", "name:LayerNorm"),
        ("import operator as o\ndef f(x): return o.methodcaller('layer_norm', (3,))(x)", "name:layer_norm"),
        ("import torch\nx = torch.ops.aten.layer_norm.default", "name:layer_norm"),
        ("from torch.nn.modules.normalization import LayerNorm", "name:LayerNorm"),
        ("import pkgutil\nx = pkgutil.resolve_name('torch.nn:LayerNorm')", "name:LayerNorm"),
        ("def f(x): return x.layer_norm((3,))\ndef layer_norm(x): return x", "name:layer_norm"),
        ("def f(m=__import__('tor' + 'ch').nn): return m.LayerNorm", "name:LayerNorm"),
        ("from functools import partial\nfrom torch import nn\nx = partial(nn.LayerNorm, 3)", "name:LayerNorm"),
        ("m = __import__('cv' + '2')", "import:cv2"),
        ("from importlib import import_module as load\nm = load('cv2')", "import:cv2"),
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
        ("from collections import sort", "method:sort"),
        ("import numpy", "import:numpy"),
        ("x = __builtins__['sorted']([1])", "builtin:sorted"),
        ("x = __builtins__.sorted([1])", "builtin:sorted"),
        ("x = globals()['__builtins__']['sorted']", "builtin:sorted"),
        ("import builtins\nx = vars(builtins)['sorted']", "builtin:sorted"),
        ("import builtins\nx = getattr(builtins, 'sor' + 'ted')", "builtin:sorted"),
        ("from builtins import sorted as s", "builtin:sorted"),
        ("s = sorted\nx = s([1])", "builtin:sorted"),
        ("x = getattr([1], 'so' + 'rt')", "method:sort"),
        ("x = list.sort", "method:sort"),
        ("x = list.__dict__['sort']", "method:sort"),
        ("x = vars(list)['sort']", "method:sort"),
        ("import operator\noperator.methodcaller('sort')([1])", "method:sort"),
        ("class A:\n    def sort(self): pass\nx = [1]\nx.sort()", "method:sort"),
        ("import threading\nthreading.sys.setrecursionlimit(9)", "function:sys.setrecursionlimit"),
        ("import sys\nsys.modules['sys'].setrecursionlimit(9)", "function:sys.setrecursionlimit"),
        ("import random\nrandom._bisect.insort", None),
        ("import random\nrandom.bisect.insort", "import:bisect"),
    ],
)
def test_forbidden_builtins_methods_and_functions_are_found(source: str, rule: str) -> None:
    found = violation(source, PLAIN)

    assert (found and found[0]) == rule


@pytest.mark.parametrize(
    "source",
    [
        "import torch\nfrom torch import nn\nclass LayerNorm(nn.Module):\n    def f(self): return LayerNorm",
        "from torch import nn\nclass A(nn.Module):\n    def layer_norm(self, x): return x\n"
        "    def forward(self, x): return self.layer_norm(x)",
        "class A:\n    LayerNorm = 3\ndef f(module): return module.LayerNorm",
        "from torch import nn\nclass LayerNorm(nn.Module): pass\nx = getattr(nn, 'Linear')\ny = globals()['LayerNorm']",
        "def LayerNorm(x): return x\nlayer_norm = LayerNorm\nx = layer_norm(3)",
        "from torch import nn\nx = getattr(nn, 'Layer' + input())",
        "def f(x):\n    x['LayerNorm'] = 1\n    return x.get('LayerNorm')",
        "class A:\n    def __init__(self): self.layer_norm = 1\n    def f(self): return getattr(self, 'layer_norm')",
        "import math, collections.abc, numpy.linalg\nfrom __future__ import annotations",
        "text = 'nn.LayerNorm'  # nn.LayerNorm",
    ],
)
def test_honest_code_is_left_alone(source: str) -> None:
    assert violation(source, TORCH) is None


def test_own_function_with_a_forbidden_builtins_name_is_no_match() -> None:
    assert violation("def sorted(x): return x\ny = sorted([1])", PLAIN) is None


def test_own_methods_with_a_forbidden_name_are_no_match() -> None:
    source = "class A:\n    def sort(self): return self.sort()\na = A()\na.sort()\nA().sort()\nA.sort(a)"

    assert violation(source, PLAIN) is None


def test_a_forbidden_module_is_found_as_an_attribute() -> None:
    rules = {"allow": ["torch"], "modules": ["torch.autograd"]}

    assert violation("import torch\ny = torch.autograd.grad", rules) == ("import:torch.autograd", 2)
    assert violation("from torch import autograd", rules) == ("import:torch.autograd", 1)
    assert violation("import torch\nx = torch.zeros(3)", rules) is None


def test_the_first_line_that_breaks_a_rule_is_named() -> None:
    assert violation("import math\n\nx = sorted([1])\nimport bisect", PLAIN) == ("builtin:sorted", 3)


def test_without_an_allow_list_every_import_is_free() -> None:
    assert violation("import scipy", {}) is None
