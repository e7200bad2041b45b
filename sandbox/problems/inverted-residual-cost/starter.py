def inverted_residual_cost(
    cin: int, cout: int, t: int, h: int, w: int, k: int = 3, stride: int = 1
) -> tuple[int, int]:
    # returns (params, MACs)
    ...
