"""Writes down the shape of every weight and bias, and adds up their sizes."""

from math import prod

GATES = {
    "rnn": ("hidden",),
    "gru": ("reset", "update", "candidate"),
    "lstm": ("input", "forget", "cell", "output"),
}
BIASES = {"none": (), "one": ("b",), "torch": ("b_ih", "b_hh")}


def rnn_params(input_size, hidden_size, kind="rnn", bias="one", num_layers=1, bidirectional=False):
    if kind not in GATES:
        raise ValueError(f"kind is {kind!r}, not one of {', '.join(GATES)}")
    if bias not in BIASES:
        raise ValueError(f"bias is {bias!r}, not one of {', '.join(BIASES)}")
    directions = ("forward", "backward") if bidirectional else ("forward",)
    shapes = {}
    width = input_size
    for layer in range(num_layers):
        for place in ((layer, direction, gate) for direction in directions for gate in GATES[kind]):
            shapes[*place, "w_ih"] = (hidden_size, width)
            shapes[*place, "w_hh"] = (hidden_size, hidden_size)
            for name in BIASES[bias]:
                shapes[*place, name] = (hidden_size,)
        width = hidden_size * len(directions)
    return sum(prod(shape) for shape in shapes.values())
