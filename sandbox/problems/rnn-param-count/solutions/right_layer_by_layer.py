# expect: accepted
def rnn_params(
    input_size: int,
    hidden_size: int,
    kind: str = "rnn",
    bias: str = "one",
    num_layers: int = 1,
    bidirectional: bool = False,
) -> int:
    gates = {"rnn": 1, "gru": 3, "lstm": 4}
    biases = {"none": 0, "one": 1, "torch": 2}
    if kind not in gates or bias not in biases:
        raise ValueError("unknown kind or bias")
    directions = 2 if bidirectional else 1
    total = 0
    d, h = input_size, hidden_size
    for _ in range(num_layers):
        total += directions * gates[kind] * h * (d + h + biases[bias])
        d = h * directions
    return total
