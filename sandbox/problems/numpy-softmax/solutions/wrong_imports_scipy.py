# expect: rejected
from scipy.special import softmax
