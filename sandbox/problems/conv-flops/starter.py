def conv_flops(
    n: int, cin: int, cout: int, k: int | list[int], h_out: int, w_out: int, groups: int = 1
) -> tuple[int, int]:
    # returns (MACs, FLOPs)
    ...
