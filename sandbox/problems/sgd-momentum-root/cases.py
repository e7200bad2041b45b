"""No step, few steps and many; without momentum and with much; both basins; the hilltop at -1 and close to it."""

from sandbox.case import Case


def cases(rng):
    yield Case.of("只给 x0|x0 alone", 0.5)
    yield Case.of("另一侧，只给 x0|the other side, x0 alone", x0=-2.5)
    yield Case.of("默认 lr|default lr", x0=1.7, momentum=0.8, steps=15)
    yield Case.of("默认 momentum|default momentum", x0=-3.9, lr=1.5e-3, steps=15)
    yield Case.of("默认 steps|default steps", x0=1.7, lr=1e-6, momentum=0.7)
    yield Case.batch("0 步|no step", [(x0, 1e-3, 0.9, 0) for x0 in (2.0, -4.0, 0.0, -0.25)])
    yield Case.batch("1 步|one step", [(x0, 1e-3, 0.9, 1) for x0 in (2.0, -4.0, 0.0, -1.5)])
    yield Case.batch("2 到 8 步|2 to 8 steps", [(x0, 1e-3, 0.9, n) for n in range(2, 9) for x0 in (1.8, -3.7, -0.4)])
    yield Case.batch("没有动量|no momentum", [(x0, 1e-3, 0.0, n) for n in (1, 2, 5, 40) for x0 in (1.5, -2.0)])
    yield Case.batch("lr 很小|small learning rate", [(x0, 1e-6, 0.95, n) for n in (30, 300) for x0 in (2.0, -1.7)])
    rows = [
        (
            float(rng.uniform(-4, 2)),
            float(rng.uniform(1e-4, 2e-3)),
            float(rng.uniform(0, 0.95)),
            int(rng.integers(1, 9)),
        )
        for _ in range(60)
    ]
    yield Case.batch("60 组随机参数，步数少|60 random settings, few steps", rows)
    rows = [(x0, lr, mu, 40) for x0 in (1.9, -3.1, 0.2) for lr in (2e-3, 3e-4) for mu in (0.95, 0.5)]
    yield Case.batch("还在振荡|still swinging", rows)
    yield Case.batch("从根出发|started at a root", [(1.0, 1e-3, 0.9, 50), (-3.0, 1e-3, 0.9, 50), (1.0, 2e-3, 0.0, 1)])
    yield Case.batch("x0 = -1", [(-1.0, 1e-3, 0.9, n) for n in (0, 1, 5000)])
    # The gradient here is so small that stopping early stays on the hilltop; the full run reaches a root.
    rows = [(-1 + side * 1e-11, 1e-3, 0.9, 10_000) for side in (1, -1)]
    yield Case.batch("离 -1 极近|very close to -1", rows, size="10000 steps")
    yield Case.of("走远再看|on the way from the hilltop", -1.0 + 2.0**-10, 1e-3, 0.9, 60)
    yield Case.of("收敛|converged", x0=-0.9, lr=2e-3, momentum=0.95, steps=3000)
    yield Case.of("步数最多|most steps", x0=2.0, lr=1e-7, momentum=0.3, steps=100_000, size="100000 steps")
