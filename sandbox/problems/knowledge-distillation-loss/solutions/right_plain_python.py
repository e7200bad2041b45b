# expect: accepted
import math


def log_probabilities(row, T):
    scaled = [v / T for v in row]
    top = max(scaled)
    log_sum = top + math.log(math.fsum(math.exp(v - top) for v in scaled))
    return [v - log_sum for v in scaled]


def divergences(students, teachers, T):
    for s, t in zip(students, teachers):
        lq, lp = log_probabilities(s, T), log_probabilities(t, T)
        yield sum(math.exp(a) * (a - b) for a, b in zip(lp, lq))


def kd_loss(student_logits, teacher_logits, T=4.0):
    values = list(divergences(student_logits.tolist(), teacher_logits.tolist(), T))
    return T * T * sum(values) / len(values)
