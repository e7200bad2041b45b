"""Goes back from outputs 0 and 1 of the last layer to the interval of inputs that each of them sees."""


def receptive_field(layers):
    def seen_by(output):
        first = last = output
        for k, s, d in reversed(layers):
            first, last = first * s, last * s + (k - 1) * d
        return first, last

    first, last = seen_by(0)
    return last - first + 1, seen_by(1)[0] - first
