// expect: accepted
#include <bits/stdc++.h>
using namespace std;

size_t length_of_longest_substring(u32string s) {
    unordered_set<char32_t> window;
    size_t best = 0, begin = 0;
    for (size_t i = 0; i < s.size(); ++i) {
        while (window.count(s[i])) window.erase(s[begin++]);
        window.insert(s[i]);
        best = max(best, window.size());
    }
    return best;
}
