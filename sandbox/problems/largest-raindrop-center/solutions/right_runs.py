# expect: accepted
def largest_blob_center(img, thr=128):
    """Joins horizontal runs instead of pixels; every component is a dict of sums."""
    drops = {}
    names = {}

    def name_of(run):
        while names[run] != run:
            run = names[run]
        return run

    above = []
    for r, line in enumerate((img >= thr).tolist()):
        runs, start = [], None
        for c, wet in enumerate([*line, False]):
            if wet and start is None:
                start = c
            elif not wet and start is not None:
                runs.append((start, c))
                start = None
        for start, end in runs:
            me = (r, start)
            names[me] = me
            drops[me] = [end - start, r * (end - start), (start + end - 1) * (end - start) / 2]
            for other_start, other_end in above:
                if other_start < end and start < other_end:
                    a, b = sorted((name_of(me), name_of((r - 1, other_start))))
                    if a != b:
                        names[b] = a
                        drops[a] = [u + v for u, v in zip(drops[a], drops.pop(b))]
        above = runs
    if not drops:
        return None
    first = min(drops, key=lambda name: (-drops[name][0], name))
    size, rows, columns = drops[first]
    return rows / size, columns / size
