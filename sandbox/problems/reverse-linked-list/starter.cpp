// 已经给出，不要重新定义 (given, do not define it again):
// struct ListNode {
//     long long val;
//     ListNode* next;
//     ListNode(long long val = 0, ListNode* next = nullptr);
// };

ListNode* reverse_list(ListNode* head) {
    return head;
}
