// expect: rejected
#include <stack>
using namespace std;

class Stack {
    stack<long long> items;

public:
    bool empty() const { return items.empty(); }
    void push(long long x) { items.push(x); }
    void pop() { items.pop(); }
    long long top() const { return items.top(); }
    long long operator[](int i) const { return 0; }
};
