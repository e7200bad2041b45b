# expect: runtime_error
# Does not think of the empty list.
def reverse_list(head):
    previous = None
    while head.next:
        following = head.next
        head.next = previous
        previous, head = head, following
    head.next = previous
    return head
