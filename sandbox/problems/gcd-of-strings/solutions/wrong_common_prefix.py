# expect: wrong_answer
from os.path import commonprefix


def gcd_of_strings(a, b):
    return commonprefix([a, b])
