# expect: accepted
def receptive_field(layers: list[tuple[int, int, int]]) -> tuple[int, int]:
    rf, jump = 1, 1
    for k, s, d in layers:
        rf += (k - 1) * d * jump
        jump *= s
    return rf, jump
