# expect: accepted
# Another heap altogether: children in lists, merged in pairs.
def merge(a, b):
    if a[0] > b[0]:
        a, b = b, a
    a[1].append(b)
    return a


def drain(nums):
    heaps = [(x, []) for x in nums]
    while heaps:
        while len(heaps) > 1:
            heaps = [merge(*heaps[i : i + 2]) if i + 1 < len(heaps) else heaps[i] for i in range(0, len(heaps), 2)]
        value, heaps = heaps[0]
        yield value


def heap_sort(nums):
    return tuple(drain(nums))
