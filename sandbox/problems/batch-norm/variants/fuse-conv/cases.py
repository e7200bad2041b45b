"""With and without a bias, both dtypes, as many input as output channels, variance 0, strided weights."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def inputs(*shape, dtype=np.float64, bias=True):
        mean, var, gamma, beta, old = (rng.standard_normal(shape[0]).astype(dtype) for _ in range(5))
        return {
            "weight": rng.standard_normal(shape).astype(dtype),
            "bias": old if bias else None,
            "running_mean": mean,
            "running_var": var**2 + dtype(0.1),
            "gamma": gamma,
            "beta": beta,
        }

    yield Case.of("with a bias", **inputs(4, 3, 2, 5))
    yield Case.of("without a bias", **inputs(3, 5, 3, 2, bias=False))
    yield Case.of("float32", **inputs(6, 2, 3, 3, dtype=np.float32))
    yield Case.of("float32 without a bias", **inputs(2, 7, 1, 3, dtype=np.float32, bias=False))
    # A factor on the wrong axis has a shape that fits here.
    yield Case.of("as many inputs as outputs", **inputs(3, 3, 3, 3))
    yield Case.of("one channel", **inputs(1, 1, 1, 1, bias=False))
    yield Case.of("large eps", **inputs(4, 2, 3, 1), eps=0.5)
    yield Case.of("variance 0", **{**inputs(3, 2, 1, 2), "running_var": np.zeros(3)}, eps=1e-3)
    yield Case.of("small variances", **{**inputs(3, 2, 1, 2), "running_var": np.array([1e-4, 1e-6, 1e-8])})
    turned = inputs(5, 2, 3, 4)
    turned["weight"] = rng.random((4, 3, 2, 10))[..., ::2].transpose(3, 2, 1, 0)
    yield Case.of("not contiguous", **turned)
    yield Case.of("large", **inputs(256, 64, 3, 3, dtype=np.float32), size="weight (256, 64, 3, 3)")
