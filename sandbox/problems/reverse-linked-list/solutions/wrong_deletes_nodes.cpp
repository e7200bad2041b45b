// expect: wrong_answer
ListNode* reverse_list(ListNode* head) {
    ListNode* reversed = nullptr;
    while (head) {
        reversed = new ListNode(head->val, reversed);
        ListNode* next = head->next;
        delete head;
        head = next;
    }
    return reversed;
}
