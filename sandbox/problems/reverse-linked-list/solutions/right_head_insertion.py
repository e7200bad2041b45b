# expect: accepted
def reverse_list(head: "ListNode | None") -> "ListNode | None":
    dummy = ListNode()
    while head is not None:
        node, head = head, head.next
        node.next, dummy.next = dummy.next, node
    return dummy.next
