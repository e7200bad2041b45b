"""Both ranks, dtypes and kinds of similarity with sizes that all differ; zero and tiny vectors, strides, gradients,
other ranks; a large input with its backward pass.
"""

import torch

from sandbox.case import Call, Case


def cases(rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))
    single, double = torch.float32, torch.float64

    def normal(*shape, dtype=double):
        return torch.randn(*shape, generator=generator, dtype=dtype)

    def gradients(name, x, normalize):
        return Case(f"gradients: {name}", (Call({"x": x, "normalize": normalize}, backward="compare"),))

    yield Case.of("default, 4D", x=normal(2, 3, 4, 5))
    yield Case.of("default, 2D, float32", x=normal(5, 7, dtype=single))
    for normalize in (True, False):
        name = f"normalize {normalize}"
        yield Case.of(f"{name}, 4D, float32", x=normal(3, 5, 2, 4, dtype=single), normalize=normalize)
        yield Case.of(f"{name}, 4D", x=normal(2, 6, 5, 3), normalize=normalize)
        yield Case.of(f"{name}, 2D", x=normal(6, 4), normalize=normalize)
        yield Case.of(f"{name}, 2D, more columns than rows", x=normal(3, 8), normalize=normalize)
        yield Case.of(f"{name}, one image", x=normal(1, 4, 3, 2), normalize=normalize)
        yield Case.of(f"{name}, one pixel", x=normal(4, 3, 1, 1), normalize=normalize)
        yield Case.of(f"{name}, one channel", x=normal(2, 1, 3, 4), normalize=normalize)
        yield Case.of(f"{name}, one row", x=normal(1, 5, dtype=single), normalize=normalize)
        yield Case.of(f"{name}, 256 channels, float32", x=normal(2, 256, 2, 3, dtype=single), normalize=normalize)
        last = normal(2, 3, 5, 4).contiguous(memory_format=torch.channels_last)
        yield Case.of(f"{name}, channels last", x=last, normalize=normalize)
        yield Case.of(f"{name}, all axes reversed", x=normal(4, 3, 5, 2).permute(3, 2, 1, 0), normalize=normalize)
        yield Case.of(f"{name}, every other column", x=normal(2, 3, 4, 6)[..., ::2], normalize=normalize)
        yield Case.of(f"{name}, 2D transposed", x=normal(4, 6).T, normalize=normalize)
        some = normal(2, 3, 2, 4)
        some[0, :, 1, 2] = some[1, :, 0, 0] = some[1, :, 0, 3] = 0
        yield Case.of(f"{name}, zero pixels", x=some, normalize=normalize)
        yield Case.of(f"{name}, all zero, float32", x=torch.zeros(3, 4, dtype=single), normalize=normalize)
        yield gradients(f"{name}, 4D", normal(2, 3, 4, 2), normalize)
        yield gradients(f"{name}, 2D", normal(5, 3), normalize)
    yield gradients("not contiguous", normal(5, 2, 3, 4).transpose(0, 3), True)

    directions = torch.nn.functional.normalize(normal(5, 4), dim=1)
    scales = torch.tensor([1e-6, 1e-4, 1.0, 1e3, 3e-6], dtype=double)[:, None]
    yield Case.of("norms from 1e-6 to 1000", x=directions * scales)
    yield Case.of("norms from 1e-6 to 1000, float32", x=(directions * scales).float())
    yield Case.of("pixels with norms of 1e-6", x=(1e-6 * directions).T.reshape(1, 4, 5, 1))
    yield Case.of(
        "norms around 1e-12", x=directions * torch.tensor([1e-9, 5e-13, 2e-13, 1.0, 0.0], dtype=double)[:, None]
    )
    same = normal(1, 6).expand(4, 6) * torch.tensor([[1.0], [-2.0], [0.5], [3.0]], dtype=double)
    yield Case.of("parallel and opposite vectors", x=same)

    for shape in ((4,), (2, 3, 4), (1, 2, 3, 2, 2), ()):
        yield Case.of(f"{len(shape)} dimensions", x=normal(*shape) if shape else torch.tensor(1.0, dtype=double))

    large = torch.rand(2, 256, 32, 32, generator=generator)
    yield Case.of("large", x=large, size="x (2, 256, 32, 32)", backward="run")
