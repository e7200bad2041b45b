// expect: wrong_answer
ListNode* reverse_list(ListNode* head) {
    ListNode* reversed = nullptr;
    for (; head; head = head->next) reversed = new ListNode(head->val, reversed);
    return reversed;
}
