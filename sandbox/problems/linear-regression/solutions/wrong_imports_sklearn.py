# expect: rejected
from sklearn.linear_model import LinearRegression as Base


class LinearRegression(Base):
    pass
