"""With and without a bias, both dtypes, groups, as many inputs as outputs, small variances and large eps."""

import torch

from sandbox.case import Case


def cases(rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))

    def inputs(*shape, dtype=torch.float64, bias=True, **more):
        b, gamma, beta, mean, deviation = torch.randn(5, shape[0], generator=generator, dtype=dtype)
        return {
            "w": torch.randn(shape, generator=generator, dtype=dtype),
            "b": b.clone() if bias else None,
            "gamma": gamma.clone(),
            "beta": beta.clone(),
            "mean": mean.clone(),
            "var": deviation**2 + 0.1,
        } | more

    single = torch.float32
    yield Case.of("with a bias", **inputs(4, 3, 2, 5))
    yield Case.of("without a bias", **inputs(3, 5, 3, 2, bias=False))
    yield Case.of("float32", **inputs(6, 2, 3, 3, dtype=single))
    yield Case.of("float32 without a bias", **inputs(2, 7, 1, 3, dtype=single, bias=False))
    # A factor along the wrong dimension has a shape that fits here.
    yield Case.of("as many inputs as outputs", **inputs(3, 3, 3, 3))
    yield Case.of("as wide as there are outputs", **inputs(5, 2, 3, 5, bias=False))
    yield Case.of("depthwise", **inputs(6, 1, 3, 3))
    yield Case.of("1 x 1", **inputs(5, 4, 1, 1, bias=False))
    yield Case.of("one channel", **inputs(1, 1, 1, 1))
    yield Case.of("one output of many inputs", **inputs(1, 6, 2, 3, dtype=single))
    yield Case.of("positional", *inputs(3, 2, 3, 1, eps=0.25).values())
    yield Case.of("large eps", **inputs(4, 2, 3, 1, eps=0.5))
    yield Case.of("large eps, float32, no bias", **inputs(4, 2, 1, 3, dtype=single, bias=False, eps=2.0))
    zero = torch.zeros(3, dtype=torch.float64)
    yield Case.of("variance 0", **inputs(3, 2, 1, 2, var=zero, eps=1e-3))
    tiny = torch.tensor([1e-4, 1e-6, 1e-8], dtype=torch.float64)
    yield Case.of("small variances", **inputs(3, 2, 1, 2, var=tiny))
    yield Case.of("large variances", **inputs(3, 2, 1, 2, var=tiny * 1e14))
    yield Case.of("gamma 0", **inputs(3, 2, 2, 1, gamma=zero))
    yield Case.of("gamma 1, beta 0, mean 0", **inputs(3, 2, 2, 1, gamma=zero + 1, beta=zero, mean=zero))
    yield Case.of("bias 0", **inputs(3, 2, 2, 1, b=zero))
    yield Case.of("large", **inputs(256, 128, 3, 3, dtype=single), size="w (256, 128, 3, 3)")
