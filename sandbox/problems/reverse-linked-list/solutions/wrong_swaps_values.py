# expect: wrong_answer
# Reverses the values and leaves the nodes where they are.
def reverse_list(head):
    values, node = [], head
    while node:
        values.append(node.val)
        node = node.next
    node = head
    while node:
        node.val = values.pop()
        node = node.next
    return head
