# expect: wrong_answer
# A matrix of singular values between the two.
def lora_params(d_in, d_out, r):
    if r < 0:
        raise ValueError
    return r * d_in + r * r + d_out * r
