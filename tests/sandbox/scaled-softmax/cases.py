import torch

from sandbox.case import Call, Case


def cases(rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))

    def normal(*shape, dtype=torch.float32):
        return torch.randn(*shape, generator=generator, dtype=dtype)

    yield Case("initial state", init={"dim": 3}, compare_state=True)
    yield Case("float32", (Call({"x": normal(4, 5)}),), init={"dim": 5}, state={"scale": normal(5)})
    for shape in ((3, 6), (2, 3, 4)):
        yield Case(
            f"gradients {shape}",
            (Call({"x": normal(*shape, dtype=torch.float64)}, backward="compare"),),
            init={"dim": shape[-1]},
            state={"scale": normal(shape[-1], dtype=torch.float64)},
            dtype="float64",
        )
    yield Case("large values", (Call({"x": 1e4 * normal(3, 7)}),), init={"dim": 7}, state={"scale": normal(7)})
