# expect: accepted
def conv_params(cin: int, cout: int, k: int | list[int], groups: int = 1, bias: bool = True) -> int:
    if cin % groups != 0 or cout % groups != 0:
        raise ValueError("groups must divide cin and cout")
    kh, kw = (k, k) if isinstance(k, int) else k
    return cout * (cin // groups) * kh * kw + (cout if bias else 0)
