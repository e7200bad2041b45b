# expect: wrong_answer
def lora_params(d_in, d_out, r):
    return max(r, 0) * (d_in + d_out)
