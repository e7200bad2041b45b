# expect: wrong_answer
# Doubles the hidden size instead of the cells.
def rnn_params(input_size, hidden_size, kind="rnn", bias="one", num_layers=1, bidirectional=False):
    g = {"rnn": 1, "gru": 3, "lstm": 4}.get(kind)
    b = {"none": 0, "one": 1, "torch": 2}.get(bias)
    if g is None or b is None:
        raise ValueError
    h = hidden_size * (2 if bidirectional else 1)
    total, d = 0, input_size
    for _ in range(num_layers):
        total += g * h * (d + h + b)
        d = h
    return total
