// expect: time_limit
#include <algorithm>
#include <string>
#include <unordered_set>

int length_of_longest_substring(const std::u32string& s) {
    std::size_t best = 0;
    for (std::size_t begin = 0; begin < s.size(); ++begin) {
        std::unordered_set<char32_t> seen;
        std::size_t end = begin;
        while (end < s.size() && seen.insert(s[end]).second) ++end;
        best = std::max(best, end - begin);
    }
    return best;
}
