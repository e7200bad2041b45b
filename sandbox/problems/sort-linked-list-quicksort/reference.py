"""The given nodes, in the order that Python's own sort puts them."""


def sort_list(head):
    nodes = []
    while head is not None:
        nodes.append(head)
        head = head.next
    nodes.sort(key=lambda node: node.val)
    following = None
    for node in reversed(nodes):
        node.next, following = following, node
    return following
