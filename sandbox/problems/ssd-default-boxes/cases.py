"""Layers of equal and different sizes, no, few and many ratios, below and above 1, other scales, with and without
clipping (most boxes of the last layers stick out); wrong numbers of layers; the sizes of the paper.
"""

from sandbox.case import Case


def cases(rng):
    def numbers(count):
        return rng.uniform(0.2, 4, count).round(3).tolist()

    yield Case.of("defaults", [3, 2], [[2.0], [2.0, 3.0]])
    yield Case.of("by name", fm_sizes=[2, 4], ratios=[[0.5], []], clip=False, s_max=0.8, s_min=0.3)
    for clip in (True, False):
        yield Case.of(f"no ratios, clip={clip}", [3, 1, 2], [[], [], []], 0.2, 0.9, clip)
        yield Case.of(f"one cell each, clip={clip}", [1, 1, 1], [[2.0], [], [3.0, 5.0]], 0.2, 0.9, clip)
        yield Case.of(f"growing maps, clip={clip}", [1, 2, 5], [[4.0], [2.0], []], 0.15, 0.75, clip)
        yield Case.of(f"ratios below 1, clip={clip}", [4, 3], [[0.5, 0.25], [0.75]], 0.1, 0.6, clip)
        yield Case.of(f"last scale above 1, clip={clip}", [2, 2], [[9.0], [16.0, 0.1]], 0.3, 1.0, clip)
        yield Case.of(f"small boxes, clip={clip}", [5, 3, 2], [[2.0]] * 3, 0.02, 0.05, clip)
        yield Case.of(f"equal scales, clip={clip}", [3, 4, 1], [[2.0], [3.0], []], 0.4, 0.4, clip)
    yield Case.of("ratios in no order", [2, 3], [[3.0, 0.5, 2.0, 1.5], [0.3, 6.0, 5.0]])
    yield Case.of("whole numbers", [2, 3, 1], [[2, 3], [2], []], 0.25, 0.75)
    for layers in (2, 3, 4, 7):
        sizes = rng.integers(1, 5, layers).tolist()
        ratios = [numbers(int(count)) for count in rng.integers(0, 4, layers)]
        low = float(rng.uniform(0.05, 0.4))
        yield Case.of(f"{layers} layers", sizes, ratios, low, low + float(rng.uniform(0.1, 0.6)), bool(layers % 2))

    yield Case.of("one layer", [3], [[2.0]])
    yield Case.of("no layer", [], [])
    yield Case.of("too few lists of ratios", [3, 2, 1], [[2.0], [2.0]])
    yield Case.of("too many lists of ratios", [3, 2], [[2.0], [2.0], []])
    yield Case.of("two layers, one list", [3, 2], [[2.0]])
    yield Case.of("one layer, two lists", [3], [[2.0], [3.0]])
    yield Case.of("no ratios at all", [3, 2], [])

    paper = [[2.0], [2.0, 3.0], [2.0, 3.0], [2.0, 3.0], [2.0], [2.0]]
    yield Case.of("large", [38, 19, 10, 5, 3, 1], paper, size="8732 boxes")
