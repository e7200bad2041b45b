# expect: accepted
import random


def sort_list(head):
    if head is None or head.next is None:
        return head
    values = []
    node = head
    while node and len(values) < 50:
        values.append(node.val)
        node = node.next
    pivot = random.choice(values) if node is None else pick(head)
    less, same, more = ListNode(), ListNode(), ListNode()
    tails = [less, same, more]
    while head:
        which = 0 if head.val < pivot else 1 if head.val == pivot else 2
        tails[which].next = head
        tails[which] = head
        head = head.next
    for tail in tails:
        tail.next = None
    left, right = sort_list(less.next), sort_list(more.next)
    tails[1].next = right
    if left is None:
        return same.next
    end = left
    while end.next:
        end = end.next
    end.next = same.next
    return left


def pick(head):
    chosen, seen = None, 0
    while head:
        seen += 1
        if random.random() * seen < 1:
            chosen = head.val
        head = head.next
    return chosen
