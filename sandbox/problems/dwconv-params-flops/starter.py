def dwconv_cost(
    n: int,
    c: int,
    h: int,
    w: int,
    k: int = 3,
    stride: int = 1,
    pad: int = 1,
    bias: bool = False,
    multiplier: int = 1,
) -> tuple[int, int]:
    # returns (params, MACs)
    ...
