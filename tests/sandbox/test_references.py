"""The references that verdicts rest on agree with independent implementations, on many small inputs."""

from __future__ import annotations

import importlib.util
import itertools
from collections import Counter
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import torch

from sandbox.library import SHIPPED

ROUNDS = 250


def reference(slug: str, entry: str) -> Any:
    spec = importlib.util.spec_from_file_location(slug.replace("-", "_"), SHIPPED / slug / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, entry)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20_240_229)


def small(rng: np.random.Generator, low: int, high: int) -> int:
    return int(rng.integers(low, high + 1))


def exact_iou(p: list[int], q: list[int]) -> float:
    """With rational numbers, on the sides of the boxes as sets of unit steps."""
    sides = [set(range(low, high)) for low, high in ((p[0], p[2]), (p[1], p[3]), (q[0], q[2]), (q[1], q[3]))]
    inter = len(sides[0] & sides[2]) * len(sides[1] & sides[3])
    union = len(sides[0]) * len(sides[1]) + len(sides[2]) * len(sides[3]) - inter
    return float(Fraction(inter, union)) if union else 0.0


def test_iou_counts_unit_squares(rng: np.random.Generator) -> None:
    iou = reference("iou", "iou")
    for _ in range(ROUNDS):
        sets = []
        for _ in range(2):
            corners = rng.integers(-6, 7, (small(rng, 0, 5), 2, 2))
            corners.sort(axis=1)
            sets.append(corners.reshape(-1, 4))
        want = np.array([[exact_iou(p, q) for q in sets[1].tolist()] for p in sets[0].tolist()])

        got = iou(*(boxes.astype(np.float64) for boxes in sets))

        assert got.dtype == np.float64
        np.testing.assert_allclose(got, want.reshape(len(sets[0]), len(sets[1])), rtol=1e-12)


def test_softmax_agrees_with_torch(rng: np.random.Generator) -> None:
    softmax = reference("numpy-softmax", "softmax")
    for _ in range(ROUNDS):
        shape = tuple(small(rng, 0, 5) for _ in range(small(rng, 1, 4)))
        axis = small(rng, -len(shape), len(shape) - 1)
        shape = tuple(max(length, 1) if place == axis % len(shape) else length for place, length in enumerate(shape))
        x = rng.standard_normal(shape) * 10.0 ** small(rng, -3, 6)
        x[rng.random(shape) < 0.2] = -np.inf
        np.moveaxis(x, axis, 0)[0] = rng.standard_normal()
        dtype = np.float32 if rng.random() < 0.5 else np.float64
        x = x.astype(dtype)

        got = softmax(x, axis)

        want = torch.softmax(torch.from_numpy(x).double(), dim=axis).numpy()
        assert (got.dtype, got.shape) == (dtype, x.shape)
        np.testing.assert_allclose(got, want, rtol=1e-6 if dtype == np.float32 else 1e-12, atol=1e-44)


def test_conv2d_agrees_with_torch(rng: np.random.Generator) -> None:
    conv2d = reference("conv2d", "conv2d")
    for _ in range(ROUNDS):
        stride, padding = small(rng, 1, 4), small(rng, 0, 3)
        kernel = (small(rng, 1, 4), small(rng, 1, 4))
        image = tuple(max(side - 2 * padding, 1) + small(rng, 0, 6) for side in kernel)
        channels = small(rng, 1, 4)
        x = rng.standard_normal((small(rng, 1, 3), channels, *image))
        k = rng.standard_normal((small(rng, 1, 4), channels, *kernel))

        got = conv2d(x, k, stride, padding)

        tensors = torch.from_numpy(x), torch.from_numpy(k)
        want = torch.nn.functional.conv2d(*tensors, stride=stride, padding=padding).numpy()
        np.testing.assert_allclose(got, want, rtol=1e-10, atol=1e-10)
        assert conv2d(x.astype(np.float32), k.astype(np.float32)[:, :, :1, :1]).dtype == np.float32


def test_conv2d_refuses_other_channels(rng: np.random.Generator) -> None:
    with pytest.raises(ValueError, match="channels"):
        reference("conv2d", "conv2d")(rng.random((1, 3, 4, 4)), rng.random((2, 1, 2, 2)))


def test_self_attention_agrees_with_multihead_attention(rng: np.random.Generator) -> None:
    block_class = reference("self-attention-block", "SelfAttentionBlock")
    torch.manual_seed(small(rng, 0, 10**6))
    for _ in range(ROUNDS):
        batch, tokens, heads = (small(rng, 1, 4) for _ in range(3))
        dim = heads * small(rng, 1, 3)
        bias = bool(rng.random() < 0.5)
        block = block_class(dim, heads, bias).double()
        other = torch.nn.MultiheadAttention(dim, heads, bias=True, batch_first=True, dtype=torch.float64)
        with torch.no_grad():
            other.in_proj_weight.copy_(block.qkv.weight)
            other.in_proj_bias.copy_(block.qkv.bias if bias else torch.zeros(3 * dim))
            other.out_proj.weight.copy_(block.proj.weight)
            other.out_proj.bias.copy_(block.proj.bias)
        x = torch.randn(batch, tokens, dim, dtype=torch.float64)
        shape = (tokens, tokens) if rng.random() < 0.5 else (batch, tokens, tokens)
        mask = (torch.rand(shape) < 0.5) | torch.eye(tokens, dtype=torch.bool)

        got = block(x, mask)

        # MultiheadAttention wants the opposite meaning of the mask, and one for each head.
        hidden = ~mask.expand(batch, tokens, tokens).repeat_interleave(heads, dim=0)
        want = other(x, x, x, attn_mask=hidden, need_weights=False)[0]
        torch.testing.assert_close(got, want, rtol=1e-9, atol=1e-9)
        torch.testing.assert_close(block(x), other(x, x, x, need_weights=False)[0], rtol=1e-9, atol=1e-9)


def test_max_subarray_agrees_with_all_slices(rng: np.random.Generator) -> None:
    max_subarray_sum = reference("max-subarray-sum", "max_subarray_sum")
    for _ in range(ROUNDS):
        nums = rng.integers(-9, 10, small(rng, 1, 14)).tolist()

        ends = itertools.combinations(range(len(nums) + 1), 2)
        assert max_subarray_sum(nums) == max(sum(nums[start:end]) for start, end in ends)


def test_max_subarray_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="empty"):
        reference("max-subarray-sum", "max_subarray_sum")([])


def test_combinations_agree_with_all_subsets(rng: np.random.Generator) -> None:
    combination_sum2 = reference("combination-sum-ii", "combination_sum2")
    for _ in range(ROUNDS):
        candidates = rng.integers(1, small(rng, 2, 12), small(rng, 0, 10)).tolist()
        target = small(rng, 1, 20)
        subsets = (
            itertools.compress(candidates, chosen) for chosen in itertools.product((0, 1), repeat=len(candidates))
        )
        want = {values for subset in subsets if sum(values := tuple(sorted(subset))) == target}

        got = Counter(tuple(sorted(combination)) for combination in combination_sum2(candidates, target))

        assert got == Counter(want)


def reached_by_search(nums: list[int]) -> bool:
    seen, waiting = {0}, [0]
    while waiting:
        index = waiting.pop()
        for following in range(index + 1, min(index + nums[index], len(nums) - 1) + 1):
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return len(nums) - 1 in seen


def test_jump_game_agrees_with_search(rng: np.random.Generator) -> None:
    can_jump = reference("jump-game", "can_jump")
    answers = Counter[bool]()
    for _ in range(ROUNDS):
        nums = rng.integers(0, small(rng, 1, 5), small(rng, 1, 12)).tolist()

        got = can_jump(nums)

        assert got is reached_by_search(nums)
        answers[got] += 1
    assert min(answers.values()) > ROUNDS // 10
