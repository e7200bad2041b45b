"""B, N, C and h all different; masks of both shapes, both dtypes, gradients, bad widths, a large batch."""

import torch

from sandbox.case import Call, Case


def cases(rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))

    def normal(*shape, dtype=torch.float32):
        return torch.randn(*shape, generator=generator, dtype=dtype)

    def weights(dim, *, qkv_bias=True, dtype=torch.float32, scale=1.0):
        state = {
            "qkv.weight": normal(3 * dim, dim, dtype=dtype) * (scale / dim**0.5),
            "proj.weight": normal(dim, dim, dtype=dtype) / dim**0.5,
            "proj.bias": normal(dim, dtype=dtype),
        }
        return state | ({"qkv.bias": normal(3 * dim, dtype=dtype)} if qkv_bias else {})

    def random_mask(*shape):
        """Not symmetric; every query may look at one key at least."""
        mask = torch.rand(*shape, generator=generator) < 0.4
        kept = torch.randint(shape[-1], (*shape[:-1], 1), generator=generator)
        return mask.scatter(-1, kept, True)

    def case(name, shape, heads, *, dtype=torch.float32, scale=1.0, backward="no", more=None, **init):
        dim = shape[-1]
        x = normal(*shape, dtype=dtype)
        state = weights(dim, qkv_bias=init.get("qkv_bias", True), dtype=dtype, scale=scale)
        call = Call({"x": x} | (more or {}), backward=backward)
        size = f"x {tuple(shape)}, {heads} heads" if backward == "run" else ""
        double = "float64" if dtype == torch.float64 else None
        init = {"dim": dim, "num_heads": heads, **init}
        return Case(name, (call,), init=init, state=state, dtype=double, size=size)

    double = torch.float64
    yield Case("defaults", (Call({"x": normal(2, 5, 3)}),), init={"dim": 3}, state=weights(3))
    yield Case("number of parameters", init={"dim": 10, "num_heads": 5})
    yield case("one head", (2, 5, 7), 1)
    yield case("three heads", (2, 5, 12), 3)
    yield case("six heads, float64", (4, 3, 12), 6, dtype=double)
    yield case("no qkv bias", (3, 4, 10), 2, qkv_bias=False)
    yield case("as many heads as dimensions", (2, 4, 6), 6, dtype=double)
    yield case("one token", (3, 1, 8), 2)
    yield case("one sequence", (1, 6, 8), 4)
    yield case("mask is None", (2, 7, 8), 4, more={"mask": None})
    # Scores of a few hundred to a thousand: exp of them overflows unless the softmax shifts.
    yield case("large scores", (2, 5, 6), 2, dtype=double, scale=25.0)

    causal = torch.ones(5, 5, dtype=torch.bool).tril()
    yield case("causal mask", (2, 5, 12), 3, more={"mask": causal})
    yield case("random mask", (3, 7, 8), 2, more={"mask": random_mask(7, 7)})
    yield case("mask of each sequence", (3, 5, 8), 2, more={"mask": random_mask(3, 5, 5)})
    # Here a (B, N, N) mask broadcasts over the heads without an error.
    yield case("as many sequences as heads, mask of each", (2, 5, 6), 2, more={"mask": random_mask(2, 5, 5)})
    yield case("as many tokens as sequences, mask of all", (4, 4, 6), 3, more={"mask": random_mask(4, 4)})
    yield case("one sequence, mask of its own", (1, 6, 9), 3, dtype=double, more={"mask": random_mask(1, 6, 6)})
    yield case("each sees only itself", (2, 4, 6), 3, more={"mask": torch.eye(4, dtype=torch.bool)})
    yield case("all may be seen", (2, 3, 10), 5, more={"mask": torch.ones(3, 3, dtype=torch.bool)})

    # Scores far below a careless -100 in place of the masked ones.
    itself = {"mask": torch.eye(9, dtype=torch.bool)}
    yield case("large scores, each sees only itself", (2, 9, 6), 2, dtype=double, scale=25.0, more=itself)

    turned = Call({"x": normal(6, 5, 2).transpose(0, 2)})  # (2, 5, 6)
    yield Case("not contiguous", (turned,), init={"dim": 6, "num_heads": 3}, state=weights(6))
    x = normal(2, 4, 6)
    both = (Call({"x": x}), Call({"x": normal(3, 5, 6)}), Call({"x": x, "mask": random_mask(4, 4)}))
    two_heads = {"dim": 6, "num_heads": 2}
    yield Case("several calls in train mode", both, init=two_heads, state=weights(6))
    yield Case("several calls in eval mode", both, init=two_heads, state=weights(6), training=False)

    yield case("gradients", (2, 5, 6), 3, dtype=double, backward="compare")
    yield case("gradients without qkv bias", (3, 4, 8), 2, dtype=double, backward="compare", qkv_bias=False)
    masked = {"mask": random_mask(2, 5, 5)}
    yield case("gradients with a mask", (2, 5, 12), 4, dtype=double, backward="compare", more=masked)

    yield Case("width 5, 2 heads", init={"dim": 5, "num_heads": 2})
    yield Case("width 6, 4 heads", init={"dim": 6, "num_heads": 4})
    yield Case("more heads than dimensions", init={"dim": 3, "num_heads": 6})

    yield case("large", (4, 256, 256), 8, backward="run")
