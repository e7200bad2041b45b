def total(x):
    return float(x.sum())
