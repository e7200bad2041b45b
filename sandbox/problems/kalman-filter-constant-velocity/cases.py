"""The attributes after every step, uneven steps, lost and zero observations, copies, two filters, a long run."""

from sandbox.case import Call, Case, result

X, P = Call(attribute="x"), Call(attribute="P")


def predict(*dt):
    return Call(list(dt), method="predict")


def update(z):
    return Call([z], method="update")


def cases(rng):
    def init():
        names = ("pos_var", "vel_var", "accel_var", "meas_var")
        return {"z0": float(rng.normal(0, 5)), **{name: float(rng.uniform(0.2, 6)) for name in names}}

    def number():
        return float(rng.normal(0, 5))

    yield Case("first frame", (X, P), init=init())
    yield Case("first frame, positional", (X, P), init=[-3.5, 2.0, 0.5, 1.0, 4.0])
    yield Case("predict", (predict(1.0), X, P), init=init())
    yield Case("predict, default dt", (predict(), X, P, predict(), P), init=init())
    yield Case("predict by name", (Call({"dt": 0.25}, method="predict"), X, P), init=init())
    for dt in (0.1, 0.5, 2.0, 3.0):
        yield Case(f"predict with dt {dt}", (predict(dt), P, update(number()), X, P, predict(dt), X, P), init=init())
    yield Case("update first", (update(number()), X, P), init=init())
    yield Case("update by name", (predict(2.0), Call({"z": 1.5}, method="update"), X, P), init=init())
    yield Case("predict and update", (predict(1.0), update(number()), X, P) * 3, init=init())
    yield Case(
        "uneven steps",
        tuple(c for dt in (0.3, 1.7, 0.04, 4.0) for c in (predict(dt), update(number()), P)),
        init=init(),
    )
    yield Case("several predictions", (update(number()), predict(0.5), predict(2.0), predict(1.0), X, P), init=init())
    yield Case(
        "several updates", (predict(1.5), update(number()), update(number()), update(number()), X, P), init=init()
    )

    yield Case("lost observation", (predict(1.0), update(None), X, P, update(2.5), X, P), init=init())
    lost = (
        predict(1.0),
        update(3.0),
        predict(1.0),
        update(None),
        predict(1.0),
        update(None),
        predict(1.0),
        update(-2.0),
    )
    yield Case("lost observations in a row", (*lost, X, P), init=init())
    yield Case("lost observation first", (update(None), X, P, predict(2.0), X, P), init=init())
    yield Case(
        "observation 0.0", (predict(1.0), update(0.0), X, P, predict(1.0), update(0.0), X, P), init=init() | {"z0": 4.0}
    )
    yield Case("observation as predicted", (update(4.0), X, P), init=init() | {"z0": 4.0})

    steps = (predict(0.7), update(number()), P, predict(1.4), update(number()), X, P)
    for name in ("pos_var", "vel_var", "accel_var"):
        yield Case(f"{name} 0", steps, init=init() | {name: 0.0})
    yield Case("nothing is uncertain", steps, init=init() | {"pos_var": 0.0, "vel_var": 0.0, "accel_var": 0.0})
    yield Case("small meas_var", steps, init=init() | {"meas_var": 0.001})
    yield Case("large meas_var", steps, init=init() | {"meas_var": 5000.0})
    yield Case("large accel_var", steps, init=init() | {"accel_var": 300.0})
    yield Case("far away", (predict(1.0), update(1e6), X, predict(0.5), update(1e6 + 3), X, P), init=init())

    # What came back earlier must not move with the filter, nor the filter with it.
    yield Case("results are kept", tuple(c for _ in range(4) for c in (predict(0.5), update(number()))), init=init())
    yield Case(
        "results with lost observations are kept", (update(None), predict(1.0), update(None), update(2.0)), init=init()
    )
    for name, call in (("predict", predict(0.5)), ("update", update(1.5)), ("lost observation", update(None))):
        changed = Call([result(1)], function="overwrite")
        yield Case(f"result of {name} overwritten", (predict(1.0), call, changed, X, P, update(2.0), X), init=init())

    starts = [list(init().values()) for _ in range(2)]
    ops = [
        (int(rng.integers(0, 2)), *(("predict", [0.8]) if rng.random() < 0.5 else ("update", [number()])))
        for _ in range(16)
    ]
    yield Case.ops("two filters in turns", starts, ops)

    steps = []
    position, velocity = 0.0, 1.3
    for index in range(500):
        dt = float(rng.uniform(0.02, 0.2))
        position, velocity = position + velocity * dt, velocity + float(rng.normal(0, 0.1))
        observed = None if index % 7 == 3 else position + float(rng.normal(0, 0.5))
        steps += [predict(dt), update(observed)]
    yield Case("1000 calls", (*steps, X, P), init=[0.0, 1.0, 10.0, 0.5, 0.25], size="1000 calls")
