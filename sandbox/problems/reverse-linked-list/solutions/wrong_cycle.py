# expect: wrong_answer
# The old head keeps its next: the last two nodes point at each other.
def reverse_list(head):
    if head is None or head.next is None:
        return head
    previous, current = head, head.next
    while current:
        following = current.next
        current.next = previous
        previous, current = current, following
    return previous
