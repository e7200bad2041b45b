# expect: wrong_answer
def sort_list(head):
    if head is None or head.next is None:
        return head
    slow, fast = head, head.next
    while fast and fast.next:
        slow, fast = slow.next, fast.next.next
    pivot = slow.val
    chains = [ListNode(), ListNode(), ListNode()]
    tails = chains[:]
    while head:
        at = (head.val > pivot) - (head.val < pivot) + 1
        tails[at].next = tails[at] = head
        head = head.next
    for tail in tails:
        tail.next = None
    low, high = sort_list(chains[0].next), sort_list(chains[2].next)
    tails[1].next = high
    if low is None:
        return chains[1].next
    end = low
    while end.next:
        end = end.next
    end.next = chains[1]
    return low
