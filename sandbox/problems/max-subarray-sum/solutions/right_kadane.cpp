// expect: accepted
#include <algorithm>
#include <stdexcept>
#include <vector>

long long max_subarray_sum(const std::vector<int>& nums) {
    if (nums.empty()) throw std::invalid_argument("empty");
    long long best = nums[0], here = nums[0];
    for (std::size_t i = 1; i < nums.size(); ++i) {
        here = std::max<long long>(here, 0) + nums[i];
        best = std::max(best, here);
    }
    return best;
}
