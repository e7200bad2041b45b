# expect: runtime_error
def lora_params(d_in, d_out, r):
    if not 0 <= r <= min(d_in, d_out):
        raise ValueError("rank out of range")
    return r * (d_in + d_out)
