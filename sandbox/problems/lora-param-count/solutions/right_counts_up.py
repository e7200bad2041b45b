# expect: accepted
class RankError(ValueError):
    pass


def lora_params(d_in, d_out, r):
    if r == 0:
        return 0
    if r != abs(r):
        raise RankError
    total = 0
    for _ in range(r):
        total += d_in  # a row of A
        total += d_out  # a column of B
    return total
