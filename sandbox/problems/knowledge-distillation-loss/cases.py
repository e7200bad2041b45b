"""Temperatures below and above 1, oblong batches, logits so far apart that probabilities underflow, one class, size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def normal(*shape, scale=2.0):
        return rng.standard_normal(shape) * scale

    yield Case.of("defaults", normal(3, 5), normal(3, 5))
    yield Case.of("by name", student_logits=normal(4, 3), teacher_logits=normal(4, 3), T=2.0)
    yield Case.of("T is an int", normal(2, 6), normal(2, 6), 3)
    for T in (0.25, 0.5, 1.0, 1.5, 8.0, 20.0):
        yield Case.of(f"T = {T}", normal(5, 7), normal(5, 7), T)
    yield Case.of("one sample", normal(1, 4), normal(1, 4), 2.0)
    yield Case.of("many samples, two classes", normal(30, 2), normal(30, 2), 2.0)
    yield Case.of("as many samples as classes", normal(6, 6), normal(6, 6), 2.0)
    yield Case.of("one class", normal(5, 1), normal(5, 1), 2.0)
    same = normal(4, 6)
    yield Case.of("equal logits", same, same.copy(), 3.0)
    # A constant added to a row changes nothing.
    yield Case.of("rows shifted by constants", normal(4, 5) + normal(4, 1, scale=300.0), normal(4, 5) - 700.0, 2.0)
    yield Case.of("uniform teacher", normal(3, 4), np.zeros((3, 4)), 2.0)
    yield Case.of("uniform student", np.full((3, 4), 7.0), normal(3, 4), 2.0)
    yield Case.of("close to each other", same, same + normal(4, 6, scale=1e-3), 4.0)

    yield Case.of("large logits", normal(4, 5, scale=300.0), normal(4, 5, scale=300.0), 1.0)
    ends = np.array([[2e4, -2e4, 0.0], [-2e4, 2e4, 2e4]])
    yield Case.of("largest logits", ends, ends[:, ::-1].copy(), 1.0)
    yield Case.of("largest logits, default T", ends[:, [1, 2, 0]], ends, 4.0)
    yield Case.of("largest logits, small T", ends, np.zeros((2, 3)), 0.5)
    # The teacher is certain, its other classes underflow; and the student is, of another class.
    yield Case.of("teacher certain", normal(2, 4), np.array([[900.0, 0, -900, 5], [0, -2e4, 0, 2e4]]), 1.0)
    yield Case.of("student certain", np.array([[900.0, 0, -900, 5], [0, -2e4, 0, 2e4]]), normal(2, 4), 1.0)
    yield Case.of("teacher and student certain of the same", np.array([[800.0, 0, 1]]), np.array([[900.0, 3, 0]]), 1.0)
    # q underflows or is tiny where p is not: any epsilon inside the logarithm shows.
    yield Case.of(
        "unlikely for the student", np.array([[0.0, -60.0], [-200.0, 0.0]]), np.array([[0.0, 0.0], [1.0, 0.0]]), 1.0
    )

    yield Case.of("not contiguous", normal(12, 8)[::3, ::2], normal(4, 4).T, 2.0)
    yield Case.of("large", normal(1000, 600), normal(1000, 600), 4.0, size="N = 1000, C = 600")
