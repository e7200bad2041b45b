# expect: rejected
from math import *


def my_sqrt(x):
    return isqrt(x)
