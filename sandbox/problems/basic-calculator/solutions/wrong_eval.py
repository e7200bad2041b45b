# expect: rejected
def calculate(s):
    return int(eval(s.replace("/", "//")))
