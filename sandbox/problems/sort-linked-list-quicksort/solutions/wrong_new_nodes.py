# expect: wrong_answer
import random


def quick(values):
    if not values:
        return []
    p = random.choice(values)
    return quick([v for v in values if v < p]) + [v for v in values if v == p] + quick([v for v in values if v > p])


def sort_list(head):
    values = []
    while head:
        values.append(head.val)
        head = head.next
    new = None
    for value in reversed(quick(values)):
        new = ListNode(value, new)
    return new
