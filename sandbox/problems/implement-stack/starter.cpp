#include <stdexcept>
#include <vector>

// IndexError 对应 std::out_of_range (stands for IndexError)
class Stack {
public:
    bool empty() const {
        throw std::logic_error("TODO");
    }

    void push(long long x) {
    }

    void pop() {
    }

    long long top() const {
        throw std::logic_error("TODO");
    }

    long long operator[](long long i) const {
        throw std::logic_error("TODO");
    }
};
