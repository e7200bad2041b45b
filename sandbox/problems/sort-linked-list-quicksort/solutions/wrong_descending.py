# expect: wrong_answer
import random


def sort_list(head):
    nodes, waiting = [], []
    while head:
        waiting.append(head)
        head = head.next
    stack = [waiting]
    while stack:
        part = stack.pop()
        if not part:
            continue
        p = random.choice(part).val
        same = [n for n in part if n.val == p]
        if len(same) == len(part):
            nodes += same
        else:
            stack += [[n for n in part if n.val < p], same, [n for n in part if n.val > p]]
    for a, b in zip(nodes, nodes[1:] + [None]):
        a.next = b
    return nodes[0] if nodes else None
