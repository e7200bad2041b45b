# expect: wrong_answer
def remove_kdigits(num, k):
    drop = set(sorted(range(len(num)), key=lambda i: (num[i], -i), reverse=True)[:k])
    return "".join(c for i, c in enumerate(num) if i not in drop).lstrip("0") or "0"
