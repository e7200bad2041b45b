# expect: accepted
# Returns a list.
def receptive_field(layers):
    size, stride = 1, 1
    for layer in layers[::-1]:
        span = (layer[0] - 1) * layer[2] + 1
        size = (size - 1) * layer[1] + span
        stride *= layer[1]
    return [size, stride]
