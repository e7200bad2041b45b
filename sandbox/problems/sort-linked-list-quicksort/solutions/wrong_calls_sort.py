# expect: rejected
def sort_list(head):
    nodes = []
    while head:
        nodes.append(head)
        head = head.next
    nodes.sort(key=lambda n: n.val)
    for a, b in zip(nodes, nodes[1:] + [None]):
        a.next = b
    return nodes[0] if nodes else None
