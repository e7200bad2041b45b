"""Both dtypes, oblong images, patches with and without a rest, flat parts, every direction, borders, size."""

import numpy as np

from sandbox.case import Case


def cases(rng):
    def grey(*shape, dtype=np.uint8, low=0, high=256):
        return rng.integers(low, high, shape).astype(dtype)

    double = np.float64
    yield Case.of("正好切完|nothing left over", img=grey(6, 9), k=3)
    yield Case.of("按位置传参|positional", grey(8, 12, dtype=double), 4)
    yield Case.of("有剩余的行列|rows and columns left over", img=grey(11, 9), k=4)
    yield Case.of("只有列有剩余，float64|columns left over, float64", img=grey(6, 11, dtype=double), k=3)
    yield Case.of("只有行有剩余|rows left over", img=grey(14, 5), k=5)
    yield Case.of("k = 1", img=grey(3, 5), k=1)
    yield Case.of("k = min(H, W)", img=grey(5, 17), k=5)
    yield Case.of("一块占不满一半|the patch takes up less than half", img=grey(7, 20, dtype=double), k=7)
    yield Case.of("最小的图|smallest image", img=grey(2, 2), k=2)
    yield Case.of("两行|two rows", img=grey(2, 9), k=2)
    yield Case.of("两列，float64|two columns, float64", img=grey(9, 2, dtype=double), k=1)
    yield Case.of("k 为偶数且小|small even patches", img=grey(8, 10), k=2)

    yield Case.of("全平|flat", img=np.full((6, 8), 200, dtype=np.uint8), k=3)
    yield Case.of("大片平坦|flat parts", img=(grey(12, 18) > 230).astype(np.uint8) * 255, k=3)
    # Differences that leave uint8 on both sides, and sums of neighbours above 255.
    yield Case.of("只有 0 和 255|0 and 255 only", img=grey(9, 12, high=2) * np.uint8(255), k=3)
    yield Case.of("同上，float64|the same, float64", img=grey(8, 12, dtype=double, high=2) * 255, k=4)
    ramp = np.arange(12) * 20.0
    yield Case.of("向右变暗|darker to the right", img=np.tile(ramp[::-1], (8, 1)), k=4)
    yield Case.of("向下变亮|brighter downwards", img=np.tile(ramp[:8, None], (1, 12)).astype(np.uint8), k=4)
    yield Case.of("向下变暗|darker downwards", img=np.tile(ramp[7::-1, None], (1, 12)).astype(np.uint8), k=4)
    # Planes in all directions: each puts a whole patch into one bin.
    y, x = np.mgrid[-10:11, -10:11].astype(double)
    for angle in rng.permutation(np.arange(10, 360, 20))[:6]:
        a, b = np.round(5 * np.cos(np.radians(angle))), np.round(5 * np.sin(np.radians(angle)))
        yield Case.of(f"{angle}° 附近的斜面|plane at about {angle}°", img=np.clip(128 + a * x + b * y, 0, 255), k=6)
    # Gradients that differ within a patch border: a bright stripe just outside the last whole patch.
    striped = grey(9, 10, high=20)
    striped[8], striped[:, 8:] = 250, 130
    yield Case.of("剩余部分影响梯度|what is left over matters for the gradient", img=striped, k=4)
    yield Case.of("内存不连续|not contiguous", img=grey(20, 27)[::2, ::-3], k=2)
    yield Case.of("转置|transposed", img=grey(9, 14, dtype=double).T, k=3)

    ramps = np.add.outer(np.arange(1536), 3 * np.arange(1536)) // 5 % 200
    img = (ramps + rng.integers(0, 56, ramps.shape)).astype(np.uint8)
    yield Case.of("大图|large", img=img, k=16, size="1536 x 1536, k = 16")
