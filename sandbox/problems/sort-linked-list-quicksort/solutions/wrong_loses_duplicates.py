# expect: wrong_answer
import random


def quick(nodes):
    if not nodes:
        return []
    p = random.choice(nodes)
    return quick([n for n in nodes if n.val < p.val]) + [p] + quick([n for n in nodes if n.val > p.val])


def sort_list(head):
    nodes = []
    while head:
        nodes.append(head)
        head = head.next
    nodes = quick(nodes)
    for a, b in zip(nodes, nodes[1:] + [None]):
        a.next = b
    return nodes[0] if nodes else None
