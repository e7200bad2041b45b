# expect: wrong_answer
def lora_params(d_in, d_out, r):
    if r < 0:
        raise ValueError
    return d_in * d_out + r * (d_in + d_out)
