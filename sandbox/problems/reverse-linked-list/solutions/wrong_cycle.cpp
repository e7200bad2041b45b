// expect: wrong_answer
ListNode* reverse_list(ListNode* head) {
    if (!head || !head->next) return head;
    ListNode *before = head, *at = head->next;
    while (at) {
        ListNode* next = at->next;
        at->next = before;
        before = at;
        at = next;
    }
    return before;
}
