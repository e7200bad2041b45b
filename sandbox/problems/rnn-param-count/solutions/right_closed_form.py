# expect: accepted
def rnn_params(d, h, kind="rnn", bias="one", num_layers=1, bidirectional=False):
    try:
        g = (1, 3, 4)[("rnn", "gru", "lstm").index(kind)]
        b = ("none", "one", "torch").index(bias)
    except ValueError as error:
        raise ValueError("kind or bias") from error
    D = 1 + bidirectional
    return g * D * (num_layers * (h * h + b * h) + d * h + (num_layers - 1) * D * h * h)
