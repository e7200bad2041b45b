# expect: wrong_answer
def my_sqrt(x):
    if x < 0:
        raise ValueError
    return int(x**0.5)
