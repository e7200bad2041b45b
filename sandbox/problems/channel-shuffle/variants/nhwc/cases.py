"""C and groups such that the inverse order differs, heights and widths that groups divides too; dtypes, layouts,
no samples, gradients, groups that do not divide; a large input with its backward pass.
"""

import torch

from sandbox.case import Case


def cases(rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))

    def normal(*shape, dtype=torch.float32):
        return torch.randn(*shape, generator=generator, dtype=dtype)

    for channels, groups in ((6, 2), (6, 3), (12, 4), (15, 5), (9, 3), (20, 10)):
        yield Case.of(f"C {channels}, groups {groups}", normal(2, 3, 5, channels), groups)
    yield Case.of("groups divides every size", normal(2, 4, 6, 8), 2)
    yield Case.of("as many groups as channels", normal(3, 2, 4, 6), 6)
    yield Case.of("one group", normal(2, 3, 4, 6), 1)
    yield Case.of("one pixel", normal(2, 1, 1, 10), 5)
    yield Case.of("no samples", torch.zeros(0, 4, 5, 6), 3)
    whole = torch.randint(-100, 100, (2, 3, 4, 6), generator=generator)
    yield Case.of("int64", whole, 2)
    yield Case.of("bool", whole > 0, 3)
    yield Case.of("float16", whole.half(), 3)
    yield Case.of("permuted from NCHW", normal(2, 8, 3, 5).permute(0, 2, 3, 1), 2)
    yield Case.of("every other channel", normal(2, 3, 4, 12)[..., ::2], 3)
    yield Case.of("gradients", normal(2, 3, 4, 6, dtype=torch.float64), 3, backward="compare")
    yield Case.of(
        "gradients, permuted", normal(2, 8, 3, 5, dtype=torch.float64).permute(0, 2, 3, 1), 2, backward="compare"
    )
    for channels, groups in ((6, 4), (7, 2), (4, 8), (6, 0), (6, -1)):
        # The height is such that groups divides it.
        yield Case.of(f"C {channels}, groups {groups}", normal(2, 8, 3, channels), groups)
    large = torch.rand(8, 28, 28, 240, generator=generator)
    yield Case.of("large", large, 3, size="x (8, 28, 28, 240), 3 groups", backward="run")
