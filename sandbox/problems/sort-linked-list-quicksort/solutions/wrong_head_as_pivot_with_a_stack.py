# expect: time_limit
# No recursion, but quadratic on sorted lists.
def sort_list(head):
    nodes = []
    while head:
        nodes.append(head)
        head = head.next
    waiting = [(0, len(nodes) - 1)]
    while waiting:
        low, high = waiting.pop()
        if low >= high:
            continue
        pivot, border = nodes[low].val, low
        for i in range(low + 1, high + 1):
            if nodes[i].val < pivot:
                border += 1
                nodes[i], nodes[border] = nodes[border], nodes[i]
        nodes[low], nodes[border] = nodes[border], nodes[low]
        waiting += [(low, border - 1), (border + 1, high)]
    for a, b in zip(nodes, nodes[1:] + [None]):
        a.next = b
    return nodes[0] if nodes else None
