"""Every kind with every bias, sizes that differ, several layers in one and in both directions, and unknown words."""

from sandbox.case import Case

KINDS = ("rnn", "gru", "lstm")
BIASES = ("none", "one", "torch")


def cases(rng):
    def sizes():
        return rng.integers(1, 40, 2).tolist()

    def any_network(layers):
        return [*sizes(), str(rng.choice(KINDS)), str(rng.choice(BIASES)), layers, bool(rng.integers(2))]

    yield Case.batch("only the sizes", [sizes() for _ in range(30)])
    yield Case.batch("kind named", [[*sizes(), kind] for kind in KINDS for _ in range(8)])
    yield Case.batch("bias named", [[*sizes(), "rnn", bias] for bias in BIASES for _ in range(8)])
    yield Case.batch("every kind with every bias", [[7, 5, kind, bias] for kind in KINDS for bias in BIASES])
    yield Case.batch(
        "sizes of 1",
        [[1, 1, kind, bias, n, two] for kind in KINDS for bias in BIASES for n in (1, 3) for two in (False, True)],
    )
    yield Case.batch("input and hidden of one size", [[6, 6, kind, "one", n] for kind in KINDS for n in (1, 2)])
    yield Case.batch(
        "several layers", [[*sizes(), kind, bias, n] for kind in KINDS for bias in BIASES for n in (2, 3, 4)]
    )
    yield Case.batch(
        "one layer, both directions", [[*sizes(), kind, bias, 1, True] for kind in KINDS for bias in BIASES]
    )
    yield Case.batch(
        "two layers, both directions", [[*sizes(), kind, bias, 2, True] for kind in KINDS for bias in BIASES]
    )
    yield Case.batch("one direction, as said", [[*sizes(), kind, "torch", 3, False] for kind in KINDS])
    yield Case.of("no such kind", 3, 4, "transformer")
    yield Case.of("kind in capitals", 3, 4, "LSTM")
    yield Case.of("kind is empty", 3, 4, "", "none")
    yield Case.of("no such bias", 3, 4, "rnn", "two")
    yield Case.of("bias in capitals", 3, 4, "gru", "None")
    yield Case.of("bias is empty", 3, 4, "lstm", "", 2, True)
    yield Case.of("neither is known", 3, 4, "one", "rnn")
    yield Case.batch("200 random ones", [any_network(int(rng.integers(1, 6))) for _ in range(200)])
    yield Case.batch(
        "bounds",
        [[4096, 4096, "lstm", "torch", 12, True], [4096, 1, "gru", "one", 12], [1, 4096, "rnn", "none", 12, True]],
    )
