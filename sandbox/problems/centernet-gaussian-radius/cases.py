"""Boxes of every size and shape with overlaps over the whole range, in batches; results that are known; both ends of
each argument.
"""

from sandbox.case import Case


def cases(rng):
    def calls(count, low, high):
        """Boxes of sizes between 10^low and 10^high, high and wide ones."""
        for _ in range(count):
            h, w = (10 ** rng.uniform(low, high, 2)).tolist()
            yield h, w, float(rng.uniform(0.01, 1))

    yield Case.batch("ordinary boxes", calls(60, 0.7, 2.5), size="60 calls")
    yield Case.batch("from tiny to 4096", calls(60, 0, 3.6), size="60 calls")
    yield Case.batch("smaller than a pixel", calls(20, -3, 0), size="20 calls")
    for overlap in (0.05, 0.1, 0.25, 0.3, 0.5, 0.7, 0.9, 0.99):
        yield Case.batch(f"overlap {overlap}", [(h, w, overlap) for h, w, _ in calls(12, 0, 3)], size="12 calls")
    yield Case.batch("default overlap", [(h, w) for h, w, _ in calls(15, 0, 3)], size="15 calls")
    yield Case.of("by name", w=30.0, h=75.5, min_overlap=0.6)
    yield Case.of("square", 100.0, 100.0, 0.64)
    for h, w in ((3.0, 5.0), (1.0, 4096.0), (4096.0, 1.0), (4096.0, 4000.0)):
        yield Case.of(f"{h:g} x {w:g}", h, w)
        yield Case.of(f"{h:g} x {w:g}, overlap 1", h, w, 1.0)
        yield Case.of(f"{h:g} x {w:g}, overlap almost 1", h, w, 0.9999)
        yield Case.of(f"{h:g} x {w:g}, overlap almost 0", h, w, 0.0001)

    for h, w in ((0.0, 3.0), (3.0, 0.0), (-2.0, 3.0), (3.0, -2.0), (-2.0, -3.0), (0.0, 0.0)):
        yield Case.of(f"{h:g} x {w:g}", h, w)
    for overlap in (0.0, -0.1, 1.0001, 2.0):
        yield Case.of(f"overlap {overlap}", 10.0, 7.0, overlap)
