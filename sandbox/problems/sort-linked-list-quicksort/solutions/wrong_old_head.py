# expect: wrong_answer
# Sorts by re-linking, and returns the node that used to be first.
import random


def sort_list(head):
    nodes, node = [], head
    while node:
        nodes.append(node)
        node = node.next

    def quick(part):
        if len(part) < 2:
            return part
        p = random.choice(part).val
        same = [n for n in part if n.val == p]
        return quick([n for n in part if n.val < p]) + same + quick([n for n in part if n.val > p])

    nodes = quick(nodes)
    for a, b in zip(nodes, nodes[1:] + [None]):
        a.next = b
    return head
