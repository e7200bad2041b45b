# expect: wrong_answer
# The number of inputs that are used, without the holes.
def receptive_field(layers):
    used, stride = {0}, 1
    for k, s, d in reversed(layers):
        used = {x * s + i * d for x in used for i in range(k)}
        if len(used) > 20_000:
            used = set(range(min(used), max(used) + 1)) if max(used) < 200_000 else {0, max(used)}
        stride *= s
    return len(used), stride
