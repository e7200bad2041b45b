// expect: accepted
ListNode* reverse_list(ListNode* head) {
    ListNode* reversed = nullptr;
    while (head) {
        ListNode* next = head->next;
        head->next = reversed;
        reversed = head;
        head = next;
    }
    return reversed;
}
