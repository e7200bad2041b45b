"""Adds up the matrix products, (rows x inner) times (inner x columns), head by head."""


def mha_cost(n, d, heads):
    if d % heads:
        raise ValueError(f"{heads} heads do not divide a width of {d}")
    width = d // heads
    projections = [(n, d, d)] * 4
    attention = [product for _head in range(heads) for product in ((n, width, n), (n, n, width))]
    macs = sum(rows * inner * columns for rows, inner, columns in projections + attention)
    params = sum(inner * columns for _, inner, columns in projections)
    entries = sum(n * n for _head in range(heads))
    return params, macs, entries
