// expect: wrong_answer
#include <stdexcept>
#include <vector>

class Stack {
public:
    bool empty() const { return items.empty(); }
    void push(long long x) { items.push_back(x); }
    void pop() {
        top();
        items.pop_back();
    }
    long long top() const { return items.at(items.size() - 1); }
    const int& operator[](std::size_t i) const { return items.at(i); }
    int& operator[](std::size_t i) { return items.at(i); }

private:
    std::vector<int> items;
};
