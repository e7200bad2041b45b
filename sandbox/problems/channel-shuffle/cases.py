"""C and groups such that the inverse order differs; both ends of groups; dtypes, layouts, no samples, gradients,
groups that do not divide; a large input with its backward pass.
"""

import torch

from sandbox.case import Call, Case


def cases(rng):
    generator = torch.Generator().manual_seed(int(rng.integers(2**31)))

    def normal(*shape, dtype=torch.float32):
        return torch.randn(*shape, generator=generator, dtype=dtype)

    for channels, groups in ((6, 2), (6, 3), (12, 3), (12, 4), (8, 2), (15, 5), (9, 3), (20, 10)):
        yield Case.of(f"C {channels}, groups {groups}", normal(2, channels, 3, 5), groups)
    yield Case.of("one group", normal(2, 6, 3, 4), 1)
    yield Case.of("as many groups as channels", normal(3, 6, 2, 4), 6)
    yield Case.of("one channel", normal(2, 1, 3, 4), 1)
    yield Case.of("one sample of one pixel", normal(1, 10, 1, 1), 5)
    yield Case.of("no samples", torch.zeros(0, 6, 4, 5), 3)

    whole = torch.randint(-100, 100, (2, 6, 3, 4), generator=generator)
    for dtype in (torch.int64, torch.int32, torch.uint8, torch.float64, torch.float16, torch.bfloat16):
        yield Case.of(f"{dtype}".removeprefix("torch."), whole.to(dtype), 2)
    yield Case.of("bool", whole > 0, 3)
    special = normal(1, 4, 2, 2)
    special[0, 1] = float("nan")
    special[0, 2] = float("inf")
    yield Case.of("NaN and infinity", special, 2)

    yield Case.of("channels last", normal(2, 6, 3, 5).contiguous(memory_format=torch.channels_last), 2)
    yield Case.of("transposed", normal(5, 3, 8, 2).permute(3, 2, 1, 0), 4)
    yield Case.of("every other channel", normal(2, 12, 3, 4)[:, ::2], 3)
    yield Case.of("expanded", normal(1, 6, 1, 4).expand(3, 6, 2, 4), 2)

    for channels, groups in ((6, 3), (8, 2), (5, 1)):
        x = normal(2, channels, 3, 4, dtype=torch.float64)
        yield Case.of(f"gradients, C {channels}, groups {groups}", x, groups, backward="compare")
    turned = normal(4, 3, 6, 2, dtype=torch.float64).transpose(1, 2)
    yield Case("gradients, transposed", (Call([turned, 2], backward="compare"),))

    for channels, groups in ((6, 4), (7, 2), (4, 8), (6, 0), (6, -1), (6, -2), (6, 7)):
        yield Case.of(f"C {channels}, groups {groups}", normal(2, channels, 2, 3), groups)
    yield Case.of("no samples, groups 4 of 6 channels", torch.zeros(0, 6, 2, 3), 4)

    large = torch.rand(16, 240, 28, 28, generator=generator)
    yield Case.of("large", large, 3, size="x (16, 240, 28, 28), 3 groups", backward="run")
