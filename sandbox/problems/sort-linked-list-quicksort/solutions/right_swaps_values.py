# expect: accepted
from random import random


def sort_list(head):
    waiting = [(head, None)]
    while waiting:
        start, stop = waiting.pop()
        if start is stop or start.next is stop:
            continue
        pick, count, node = start, 0, start
        while node is not stop:
            count += 1
            if random() < 1 / count:
                pick = node
            node = node.next
        pivot = pick.val
        # [start, low) is smaller, [low, equal) equal, [equal, node) larger.
        low = equal = node = start
        while node is not stop:
            x = node.val
            if x < pivot:
                node.val = equal.val
                equal.val = low.val
                low.val = x
                low, equal = low.next, equal.next
            elif x == pivot:
                node.val, equal.val = equal.val, x
                equal = equal.next
            node = node.next
        waiting += [(start, low), (equal, stop)]
    return head
