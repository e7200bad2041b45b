# expect: accepted
from dataclasses import dataclass


@dataclass
class Cell:
    inputs: int
    hidden: int
    gates: int
    biases: int

    def size(self):
        return self.gates * self.hidden * (self.inputs + self.hidden) + self.gates * self.biases * self.hidden


def rnn_params(input_size, hidden_size, kind="rnn", bias="one", num_layers=1, bidirectional=False):
    match kind:
        case "rnn":
            gates = 1
        case "gru":
            gates = 3
        case "lstm":
            gates = 4
        case _:
            raise ValueError(kind)
    match bias:
        case "none":
            biases = 0
        case "one":
            biases = 1
        case "torch":
            biases = 2
        case _:
            raise ValueError(bias)
    cells = []
    for layer in range(num_layers):
        inputs = input_size if layer == 0 else hidden_size * (bidirectional + 1)
        cells += [Cell(inputs, hidden_size, gates, biases)] * (bidirectional + 1)
    return sum(cell.size() for cell in cells)
