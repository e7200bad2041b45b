# expect: runtime_error
# The default recursion limit ends this at a thousand nodes.
def reverse_list(head):
    if head is None or head.next is None:
        return head
    new_head = reverse_list(head.next)
    head.next.next = head
    head.next = None
    return new_head
