// expect: runtime_error
ListNode* reverse_list(ListNode* head) {
    ListNode *before = nullptr, *at = head;
    while (at->next) {
        ListNode* next = at->next;
        at->next = before;
        before = at;
        at = next;
    }
    at->next = before;
    return at;
}
