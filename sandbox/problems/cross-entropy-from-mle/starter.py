def cross_entropy(
    logits: list[list[float]], targets: list[int] | list[list[float]]
) -> tuple[float, list[list[float]]]:
    # targets: N class indices, or N rows of probabilities; returns (loss, gradient)
    ...
