# expect: rejected
import sys as system

system.setrecursionlimit(10**6)


def reverse_list(head):
    if head is None or head.next is None:
        return head
    new_head = reverse_list(head.next)
    head.next.next = head
    head.next = None
    return new_head
