# expect: runtime_error
import random


def quick(nodes):
    if len(nodes) < 2:
        return nodes
    p = random.choice(nodes).val
    same = [n for n in nodes if n.val == p]
    return quick([n for n in nodes if n.val < p]) + same + quick([n for n in nodes if n.val > p])


def sort_list(head):
    nodes = []
    while head:
        nodes.append(head)
        head = head.next
    nodes = quick(nodes)
    for a, b in zip(nodes, nodes[1:] + [None]):
        a.next = b
    return nodes[0]
