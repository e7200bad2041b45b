from sandbox.case import Failed


def check(case, got, want):
    """Every result is [] exactly where there is no triplet, and otherwise one that the list holds in this order."""
    for call, found, expected in zip(case["calls"], got, want, strict=True):
        nums, found = call["args"][0], list(found)
        if not expected:
            if found:
                return [Failed("none", zh="没有三元组时应返回 []", en="[] where there is no triplet")]
            continue
        if len(found) != 3 or any(type(x) is not int for x in found):
            return [Failed("three", zh="应为三个整数的列表", en="a list of three ints")]
        if not found[0] < found[1] < found[2]:
            return [Failed("increasing", zh="三个数严格递增", en="three numbers that increase strictly")]
        # Each is looked for behind the last: the walk goes on where it stopped.
        walk = iter(nums)
        if not all(any(x == y for y in walk) for x in found):
            return [
                Failed(
                    "subsequence",
                    zh="三个数按这个先后顺序出现在 nums 里",
                    en="three numbers that nums holds in this order",
                )
            ]
    return []
