# expect: wrong_answer
def gcd_of_strings(a, b):
    short, long = sorted((a, b), key=len)
    return short if short * (len(long) // len(short)) == long else ""
