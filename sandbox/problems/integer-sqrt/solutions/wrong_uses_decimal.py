# expect: rejected
import decimal


def my_sqrt(x):
    with decimal.localcontext(prec=60):
        return int(decimal.Decimal(x).sqrt())
