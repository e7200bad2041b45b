# expect: wrong_answer
# Counts gates without the candidate.
def rnn_params(input_size, hidden_size, kind="rnn", bias="one", num_layers=1, bidirectional=False):
    g = {"rnn": 1, "gru": 2, "lstm": 3}.get(kind)
    b = {"none": 0, "one": 1, "torch": 2}.get(bias)
    if g is None or b is None:
        raise ValueError
    D = 2 if bidirectional else 1
    total, d, h = 0, input_size, hidden_size
    for _ in range(num_layers):
        total += D * g * h * (d + h + b)
        d = h * D
    return total
