def rnn_params(
    input_size: int,
    hidden_size: int,
    kind: str = "rnn",
    bias: str = "one",
    num_layers: int = 1,
    bidirectional: bool = False,
) -> int:
    # kind: "rnn", "gru" or "lstm"; bias: "none", "one" or "torch"
    ...
