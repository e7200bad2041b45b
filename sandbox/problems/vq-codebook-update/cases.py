"""Clear winners and exact ties, unused and dead codes, decay at its ends, no rows at all, both dtypes, gradients.

Random rows have one nearest code by a margin that no rounding bridges; ties are made of small integers.
"""

import torch

from sandbox.case import Call, Case

MARGIN = 1e-2


def cases(rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))

    def normal(*shape, dtype=torch.float64):
        return torch.randn(*shape, generator=generator, dtype=dtype)

    def inputs(n, k, d, *, dtype=torch.float64, **more):
        codebook = normal(k, d)
        z = normal(2 * n + 20, d)
        if k > 1:
            nearest = ((z[:, None] - codebook) ** 2).sum(-1).topk(2, largest=False).values
            z = z[nearest[:, 1] - nearest[:, 0] > MARGIN]
        given = {
            "z": z[:n].clone(),
            "codebook": codebook,
            "ema_count": torch.rand(k, generator=generator, dtype=torch.float64) * 3 + 0.5,
            "ema_sum": normal(k, d) * 2,
        } | more
        return {name: value.to(dtype) if torch.is_tensor(value) else value for name, value in given.items()}

    def case(name, arguments, backward="no", **more):
        call = Call(arguments, backward=backward, gradients_of=("z",) if backward != "no" else None)
        return Case(name, (call,), **more)

    single = torch.float32
    yield case("default decay", inputs(9, 4, 3))
    yield case("float32", inputs(12, 5, 2, dtype=single, decay=0.8))
    yield case("decay 0.5", inputs(20, 3, 4, decay=0.5))
    yield case("positional", list(inputs(7, 4, 3, decay=0.9).values()))
    yield case("one code", inputs(6, 1, 3, decay=0.7))
    yield case("one dimension", inputs(10, 4, 1, decay=0.7))
    yield case("one row", inputs(1, 6, 3, decay=0.7))
    yield case("fewer rows than codes", inputs(3, 11, 4, dtype=single, decay=0.6))
    yield case("as many rows as codes as dimensions", inputs(4, 4, 4, decay=0.6))
    yield case("no rows", inputs(0, 3, 2, decay=0.9))
    yield case("no rows, float32", inputs(0, 4, 3, dtype=single, decay=0.5))
    zero = torch.zeros(5)
    yield case("no rows, all counts 0", inputs(0, 5, 2, decay=0.9, ema_count=zero))
    for decay in (0.0, 1.0):
        yield case(f"decay {decay}", inputs(4, 9, 3, decay=decay))
        yield case(
            f"decay {decay}, some counts 0",
            inputs(3, 5, 3, decay=decay, ema_count=zero + torch.tensor([0, 0, 2.0, 0, 0.5])),
        )
    yield case("all counts 0", inputs(4, 5, 3, decay=0.9, ema_count=zero, ema_sum=torch.zeros(5, 3)))
    # An average that is not zero stays without a count: the old row must be kept all the same.
    yield case("counts 0, sums not", inputs(2, 5, 3, decay=0.5, ema_count=zero))
    yield case("tiny counts", inputs(2, 5, 3, decay=0.99, ema_count=zero + 1e-5, ema_sum=normal(5, 3) * 1e-5))

    line = torch.tensor([[0.0], [4.0], [2.0], [4.0], [0.0]])
    middle = torch.tensor([[1.0], [3.0], [4.0], [0.0], [2.0], [9.0], [-5.0]])
    for dtype in (torch.float64, single):
        tied = inputs(7, 5, 1, dtype=dtype, codebook=line, z=middle, decay=0.75)
        yield case(f"ties, {str(dtype).removeprefix('torch.')}", tied)
    grid = torch.tensor([[0.0, 0.0], [2.0, 2.0], [2.0, 0.0], [0.0, 2.0], [2.0, 2.0]])
    points = torch.randint(-1, 4, (30, 2), generator=generator).double()
    yield case("ties in the plane", inputs(30, 5, 2, codebook=grid, z=points, decay=0.25))
    # The nearest code is not the one with the largest dot product.
    long = torch.tensor([[10.0, 0.0], [1.0, 0.5], [0.0, 8.0]])
    yield case(
        "codes of different length",
        inputs(3, 3, 2, codebook=long, z=torch.tensor([[1.0, 0.0], [0.5, 0.75], [2.0, 7.0]]), decay=0.5),
    )
    # Nearest by the sum of absolute differences is the other one.
    corner = torch.tensor([[3.0, 0.0], [2.0, 2.0]])
    yield case("Euclidean", inputs(2, 2, 2, codebook=corner, z=torch.tensor([[0.0, 0.0], [3.0, 4.0]]), decay=0.5))

    yield case("gradients", inputs(6, 4, 3, decay=0.9), "compare")
    yield case("gradients, decay 0", inputs(5, 3, 2, decay=0.0), "compare")
    yield case("gradients, float32", inputs(6, 3, 2, dtype=single, decay=0.5), "compare")
    yield case("large", inputs(512, 128, 32, dtype=single, decay=0.9), "run", size="N = 512, K = 128, D = 32")
