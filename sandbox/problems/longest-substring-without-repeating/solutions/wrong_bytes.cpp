// expect: wrong_answer
#include <algorithm>
#include <string>
#include <vector>

int length_of_longest_substring(std::string s) {
    std::vector<int> last(256, -1);
    int best = 0, begin = 0;
    for (int i = 0; i < static_cast<int>(s.size()); ++i) {
        begin = std::max(begin, last[static_cast<unsigned char>(s[i])] + 1);
        last[static_cast<unsigned char>(s[i])] = i;
        best = std::max(best, i - begin + 1);
    }
    return best;
}
