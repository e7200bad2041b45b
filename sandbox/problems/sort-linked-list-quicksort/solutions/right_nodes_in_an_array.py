# expect: accepted
import random


class NodeSorter:
    def __init__(self, head):
        self.nodes = []
        while head:
            self.nodes.append(head)
            head = head.next

    def run(self):
        a, stack = self.nodes, [(0, len(self.nodes) - 1)]
        while stack:
            low, high = stack.pop()
            if low >= high:
                continue
            pivot = a[random.randint(low, high)].val
            lt, i, gt = low, low, high
            while i <= gt:
                if a[i].val < pivot:
                    a[lt], a[i] = a[i], a[lt]
                    lt += 1
                    i += 1
                elif a[i].val > pivot:
                    a[gt], a[i] = a[i], a[gt]
                    gt -= 1
                else:
                    i += 1
            stack += [(low, lt - 1), (gt + 1, high)]
        for i in range(len(a)):
            a[i].next = a[i + 1] if i + 1 < len(a) else None
        return a[0] if a else None


def sort_list(head):
    return NodeSorter(head).run()
