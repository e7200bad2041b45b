"""Many small images, in which ties, corners and borders abound; shapes that trip up labelling in two passes; thresholds
at both ends; a snake and a full image, both too long for recursion.
"""

import numpy as np

from sandbox.case import Case


def picture(*rows):
    return np.array([[200 if pixel == "#" else 30 for pixel in row] for row in rows], dtype=np.uint8)


def snake(height, width):
    """One component of about half of the pixels, a single pixel wide."""
    image = np.zeros((height, width), dtype=np.uint8)
    image[::2] = 255
    image[1::4, -1] = 255
    image[3::4, 0] = 255
    return image


def cases(rng):
    def noise(height, width, share):
        """Grey values around the threshold 128."""
        wet = rng.random((height, width)) < share
        return (rng.integers(0, 128, (height, width)) + 128 * wet).astype(np.uint8)

    for share in (0.25, 0.45, 0.6):
        images = [noise(*rng.integers(1, 8, 2), share) for _ in range(60)]
        yield Case.batch(f"small images, {share} wet", [(image,) for image in images], size="60 images")

    yield Case.of("by name", img=noise(6, 9, 0.5), thr=128)
    grey = rng.integers(0, 256, (12, 17)).astype(np.uint8)
    for thr in (1, 2, 100, 127, 129, 200, 254, 255):
        yield Case.of(f"threshold {thr}", grey, thr)
    yield Case.of("exactly the threshold", np.array([[127, 128, 129, 127, 128]], dtype=np.uint8))
    yield Case.of("zeros at threshold 1", np.zeros((3, 4), dtype=np.uint8), 1)
    yield Case.of("dry", np.full((5, 3), 127, dtype=np.uint8))
    yield Case.of("wet below 255", np.full((3, 5), 254, dtype=np.uint8), 255)
    for shape in ((1, 1), (1, 7), (6, 1)):
        yield Case.of(f"all wet, {shape}", np.full(shape, 128, dtype=np.uint8))
        yield Case.of(f"dry, {shape}", np.zeros(shape, dtype=np.uint8))
        yield Case.of(f"noise, {shape}", noise(*shape, 0.5))

    drawn = {
        "corners": picture("##...", "..##.", "##..#", "..#.#"),
        "diagonal": picture("#.....", ".#....", "..#...", "...##."),
        "first in scan order, not leftmost": picture("....##", "##....", "......", ".##..."),
        "first in scan order, not topmost by label": picture("...#..", "##.#..", ".#.#.#", "...###", "##...."),
        "tie": picture("#.##", "#...", "..##"),
        "U": picture("#...#.##", "#...#.##", "#####.##", "......##"),
        "comb": picture("#.#.#.#", "#.#.#.#", "#######", ".......", "#######"),
        "ring": picture("#####.", "#...#.", "#.#.#.", "#...#.", "#####."),
        "border": picture("...##", "#..##", "#....", "##..#", "##..#"),
        "around the border": picture("##..##", "#....#", "......", "#....#"),
        "bridge of one pixel": picture("###..###", "###..###", "########", "........", "######.."),
        "ends of neighbouring rows": picture("..###", "##...", "...##"),
    }
    for name, image in drawn.items():
        yield Case.of(name, image)
    shades = np.full((3, 5), 140, dtype=np.uint8)
    shades[:, 3:] = 255
    yield Case.of("brightness does not count", shades)
    few = np.zeros((4, 6), dtype=np.uint8)
    few[0, 0] = few[3, 2:4] = 255
    few[1, 3:6] = 130
    yield Case.of("larger but darker", few)

    yield Case.of("not contiguous", noise(24, 15, 0.6)[::-2, ::3], 128)
    yield Case.of("transposed", noise(9, 14, 0.55).T)
    yield Case.of("noise", noise(40, 55, 0.58))
    yield Case.of("snake", snake(81, 60), 255)
    yield Case.of("large", np.full((200, 230), 128, dtype=np.uint8), size="200 x 230, all wet")
