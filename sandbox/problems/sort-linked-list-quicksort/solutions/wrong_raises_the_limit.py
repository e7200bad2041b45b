# expect: rejected
from sys import setrecursionlimit as deeper

deeper(10**6)


def sort_list(head):
    if head is None:
        return None
    less, more, node = None, None, head.next
    while node:
        following = node.next
        if node.val < head.val:
            node.next, less = less, node
        else:
            node.next, more = more, node
        node = following
    left, head.next = sort_list(less), sort_list(more)
    end = left
    while end and end.next:
        end = end.next
    if end is None:
        return head
    end.next = head
    return left
