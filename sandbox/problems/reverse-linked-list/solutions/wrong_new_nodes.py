# expect: wrong_answer
# Builds new nodes instead of re-linking the given ones.
def reverse_list(head):
    result = None
    while head:
        result = ListNode(head.val, result)
        head = head.next
    return result
