"""The lengths of the rows of A and of B, one after another."""


def lora_params(d_in, d_out, r):
    if r < 0:
        raise ValueError(f"the rank is {r}, but must not be negative")
    a = [d_in for _row in range(r)]
    b = [r for _row in range(d_out)]
    return sum(a) + sum(b)
