# expect: accepted
def mha_cost(n: int, d: int, heads: int) -> tuple[int, int, int]:
    if d % heads != 0:
        raise ValueError("heads must divide d")
    return 4 * d * d, 4 * n * d * d + 2 * n * n * d, heads * n * n
