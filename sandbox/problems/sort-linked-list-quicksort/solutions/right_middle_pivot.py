# expect: accepted
# Middle node as pivot, three chains, tails handed back so that joining costs nothing.
def middle(head):
    slow = fast = head
    while fast.next and fast.next.next:
        slow, fast = slow.next, fast.next.next
    return slow


def quick(head):
    if head is None:
        return None, None
    pivot = middle(head).val
    heads, tails = [None] * 3, [None] * 3
    while head is not None:
        head, node = head.next, head
        node.next = None
        at = (node.val > pivot) - (node.val < pivot) + 1
        if tails[at] is None:
            heads[at] = node
        else:
            tails[at].next = node
        tails[at] = node
    first, last = heads[1], tails[1]
    low, low_tail = quick(heads[0])
    high, high_tail = quick(heads[2])
    if low is not None:
        low_tail.next, first = first, low
    if high is not None:
        last.next, last = high, high_tail
    return first, last


def sort_list(head: "ListNode | None") -> "ListNode | None":
    return quick(head)[0]
