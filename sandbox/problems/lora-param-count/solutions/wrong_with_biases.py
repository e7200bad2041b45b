# expect: wrong_answer
# Two nn.Linear with biases.
def lora_params(d_in, d_out, r):
    if r < 0:
        raise ValueError
    return r * d_in + r + d_out * r + d_out if r else 0
