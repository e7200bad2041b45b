# expect: runtime_error
def lora_params(d_in, d_out, r):
    if r <= 0:
        raise ValueError("rank must be positive")
    return r * (d_in + d_out)
