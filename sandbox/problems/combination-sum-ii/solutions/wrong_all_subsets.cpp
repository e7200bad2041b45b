// expect: time_limit
#include <algorithm>
#include <set>
#include <vector>

std::vector<std::vector<int>> combination_sum2(std::vector<int>& candidates, int target) {
    std::sort(candidates.begin(), candidates.end());
    std::set<std::vector<int>> found;
    for (unsigned long long mask = 0; mask >> candidates.size() == 0; ++mask) {
        std::vector<int> chosen;
        int sum = 0;
        for (std::size_t i = 0; i < candidates.size(); ++i)
            if (mask >> i & 1) {
                chosen.push_back(candidates[i]);
                sum += candidates[i];
            }
        if (sum == target && !chosen.empty()) found.insert(chosen);
    }
    return {found.begin(), found.end()};
}
