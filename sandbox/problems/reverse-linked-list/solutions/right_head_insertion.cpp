// expect: accepted
#include <utility>

ListNode* reverse_list(ListNode* head) {
    ListNode dummy(0, nullptr);
    while (head) std::swap(dummy.next, head->next), std::swap(dummy.next, head);
    return dummy.next;
}
