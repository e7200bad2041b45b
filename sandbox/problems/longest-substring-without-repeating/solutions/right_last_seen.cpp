// expect: accepted
#include <algorithm>
#include <string>
#include <unordered_map>

int length_of_longest_substring(const std::u32string& s) {
    std::unordered_map<char32_t, int> last;
    int best = 0, begin = 0;
    for (int i = 0; i < static_cast<int>(s.size()); ++i) {
        auto [seen, fresh] = last.try_emplace(s[i], i);
        if (!fresh) {
            begin = std::max(begin, seen->second + 1);
            seen->second = i;
        }
        best = std::max(best, i - begin + 1);
    }
    return best;
}
