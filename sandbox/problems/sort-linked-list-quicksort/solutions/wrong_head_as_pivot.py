# expect: runtime_error
# As deep as the list is long when it is sorted already.
def sort_list(head):
    if head is None or head.next is None:
        return head
    less, more = ListNode(), ListNode()
    l, m, node = less, more, head.next
    while node:
        if node.val < head.val:
            l.next = l = node
        else:
            m.next = m = node
        node = node.next
    l.next = m.next = None
    head.next = sort_list(more.next)
    left = sort_list(less.next)
    if left is None:
        return head
    end = left
    while end.next:
        end = end.next
    end.next = head
    return left
