# expect: accepted
def lora_params(d_in: int, d_out: int, r: int) -> int:
    if r < 0:
        raise ValueError("rank must not be negative")
    return r * (d_in + d_out)
