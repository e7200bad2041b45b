# expect: runtime_error
# A pivot from the middle, but all nodes equal to it go to one side.
def sort_list(head):
    if head is None or head.next is None:
        return head
    before, fast = head, head.next.next
    while fast and fast.next:
        before, fast = before.next, fast.next.next
    pivot, before.next = before.next, before.next.next
    less = more = None
    while head:
        following = head.next
        if head.val < pivot.val:
            head.next, less = less, head
        else:
            head.next, more = more, head
        head = following
    pivot.next = sort_list(more)
    first = end = sort_list(less)
    while end and end.next:
        end = end.next
    if end is None:
        return pivot
    end.next = pivot
    return first
