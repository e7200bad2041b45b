"""Vision references against torch and definitions, on 200 random inputs each."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import torch
from torch.nn import functional

Reference = Callable[[str, str], Any]


def overlap(one: list[int], other: list[int]) -> Fraction:
    """IoU of two boxes with whole coordinates."""
    sides = [max(min(one[2 + k], other[2 + k]) - max(one[k], other[k]), 0) for k in (0, 1)]
    inter = sides[0] * sides[1]
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    union = sum(areas) - inter
    return Fraction(inter, union) if union else Fraction(0)


def test_nms_keeps_what_no_better_kept_box_overlaps(reference: Reference, rng: np.random.Generator) -> None:
    nms = reference("nms", "nms")
    for _ in range(200):
        count = int(rng.integers(0, 14))
        corners = rng.integers(0, 9, (count, 2))
        boxes = np.hstack([corners, corners + rng.integers(0, 7, (count, 2))])
        scores = rng.integers(0, 6, count) / 8
        kept: list[int] = []
        for index in np.lexsort((np.arange(count), -scores)).tolist():
            if all(overlap(boxes[index].tolist(), boxes[other].tolist()) <= Fraction(3, 8) for other in kept):
                kept.append(index)
        assert nms(boxes.astype(float), scores, 0.375).tolist() == kept


def test_layer_norm_agrees_with_its_formula(reference: Reference, rng: np.random.Generator) -> None:
    make = reference("layer-norm", "LayerNorm")
    for _ in range(200):
        shape = tuple(rng.integers(1, 5, int(rng.integers(1, 3))).tolist())
        x = rng.standard_normal((*rng.integers(1, 4, 2).tolist(), *shape)) * 3 + 1
        axes = tuple(range(-len(shape), 0))
        want = (x - x.mean(axes, keepdims=True)) / np.sqrt(x.var(axes, keepdims=True) + 1e-3)
        layer = make(shape, eps=1e-3).double()
        scale, shift = rng.standard_normal(shape), rng.standard_normal(shape)
        layer.load_state_dict({"weight": torch.tensor(scale), "bias": torch.tensor(shift)})
        np.testing.assert_allclose(layer(torch.tensor(x)).detach().numpy(), want * scale + shift, atol=1e-10)


def test_fused_convolution_gives_what_both_layers_give(reference: Reference, rng: np.random.Generator) -> None:
    fuse = reference("batch-norm/variants/fuse-conv", "fuse_conv_bn")
    for _ in range(200):
        out, into = (int(n) for n in rng.integers(1, 5, 2))
        weight, bias = rng.standard_normal((out, into, 2, 3)), rng.standard_normal(out)
        mean, gamma, beta = rng.standard_normal((3, out))
        var = rng.random(out)
        x = torch.tensor(rng.standard_normal((2, into, 5, 4)))
        parts = [torch.tensor(part) for part in (weight, bias, mean, var, gamma, beta)]
        want = functional.batch_norm(functional.conv2d(x, parts[0], parts[1]), *parts[2:], eps=1e-3)
        new_weight, new_bias = fuse(weight, bias, mean, var, gamma, beta, 1e-3)
        got = functional.conv2d(x, torch.tensor(new_weight), torch.tensor(new_bias))
        torch.testing.assert_close(got, want)


def test_shuffle_of_the_last_axis_agrees_with_that_of_the_second(
    reference: Reference, rng: np.random.Generator
) -> None:
    shuffle = reference("channel-shuffle/variants/nhwc", "channel_shuffle_nhwc")
    for _ in range(200):
        groups, width = (int(n) for n in rng.integers(1, 5, 2))
        x = torch.tensor(rng.standard_normal((2, 3, 2, groups * width)))
        want = functional.channel_shuffle(x.permute(0, 3, 1, 2), groups).permute(0, 2, 3, 1)
        assert torch.equal(shuffle(x, groups), want)


def test_col2im_agrees_with_fold(reference: Reference, rng: np.random.Generator) -> None:
    col2im = reference("im2col/variants/col2im", "col2im")
    for _ in range(200):
        kh, kw, stride, channels = (int(n) for n in rng.integers(1, 4, 4))
        padding = int(rng.integers(0, 3))
        height, width = kh + int(rng.integers(0, 6)), kw + int(rng.integers(0, 6))
        places = ((height + 2 * padding - kh) // stride + 1) * ((width + 2 * padding - kw) // stride + 1)
        cols = rng.standard_normal((2, channels * kh * kw, places))
        want = functional.fold(torch.tensor(cols), (height, width), (kh, kw), padding=padding, stride=stride)
        np.testing.assert_allclose(col2im(cols, height, width, kh, kw, stride, padding), want.numpy(), atol=1e-12)


def test_centres_are_where_the_draw_falls(reference: Reference, rng: np.random.Generator) -> None:
    choose = reference("kmeans/variants/plus-plus", "choose_centers")
    for _ in range(200):
        points = rng.integers(-3, 4, (int(rng.integers(1, 9)), 2)).astype(float)
        draws = (rng.integers(0, 997, 4) + 0.5) / 997.5
        chosen: list[int] = []
        for draw in draws.tolist():
            nearest = [min((sum((a - points[c]) ** 2) for c in chosen), default=1.0) for a in points]
            if not any(nearest):
                nearest = [1.0] * len(points)
            left, index = draw * sum(nearest), 0
            while left >= nearest[index]:
                left -= nearest[index]
                index += 1
            chosen.append(index)
        assert choose(points, draws).tolist() == chosen


def test_halves_are_rounds_of_permutations(reference: Reference, rng: np.random.Generator) -> None:
    make = reference("half-half-batch-sampler", "HalfHalfBatchSampler")
    for seed in range(200):
        sizes, half = [int(n) for n in rng.integers(1, 12, 2)], int(rng.integers(1, 5))
        sampler = make(*sizes, 2 * half, generator=torch.Generator().manual_seed(seed))
        batches = list(sampler)
        assert len(batches) == len(sampler) == -(-max(sizes) // half)
        for size, first, part in zip(sizes, (0, sizes[0]), (slice(half), slice(half, None)), strict=True):
            stream = [index - first for batch in batches for index in batch[part]]
            rounds = [stream[begin : begin + size] for begin in range(0, len(stream), size)]
            assert all(sorted(each) == list(range(size)) for each in rounds if len(each) == size)
            assert len(set(rounds[-1])) == len(rounds[-1])
