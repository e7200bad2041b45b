"""Collects the nodes, then links them from the back."""


def reverse_list(head):
    nodes = []
    while head is not None:
        nodes.append(head)
        head = head.next
    following = None
    for node in nodes:
        node.next = following
        following = node
    return following
