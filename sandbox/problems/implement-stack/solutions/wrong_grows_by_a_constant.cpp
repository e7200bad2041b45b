// expect: time_limit
#include <bits/stdc++.h>
using namespace std;

class Stack {
    long long* data_;
    int top_, capacity_;

    void check(long long i) const {
        if (i < 0 || i > top_) throw out_of_range("index");
    }

public:
    Stack() : data_(new long long[2]), top_(-1), capacity_(2) {}
    Stack(const Stack&) = delete;
    Stack& operator=(const Stack&) = delete;
    ~Stack() { delete[] data_; }

    bool empty() const { return top_ == -1; }
    void push(long long x) {
        if (top_ + 1 == capacity_) {
            capacity_ += 1;
            long long* larger = new long long[capacity_];
            copy(data_, data_ + top_ + 1, larger);
            delete[] data_;
            data_ = larger;
        }
        data_[++top_] = x;
    }
    void pop() {
        check(top_);
        --top_;
    }
    long long& top() {
        check(top_);
        return data_[top_];
    }
    long long& operator[](long long i) {
        check(i);
        return data_[i];
    }
};
