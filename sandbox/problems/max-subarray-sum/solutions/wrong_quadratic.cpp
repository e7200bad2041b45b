// expect: time_limit
#include <algorithm>
#include <climits>
#include <stdexcept>
#include <vector>

long long max_subarray_sum(const std::vector<int>& nums) {
    if (nums.empty()) throw std::invalid_argument("empty");
    long long best = LLONG_MIN;
    for (std::size_t i = 0; i < nums.size(); ++i) {
        long long sum = 0;
        for (std::size_t j = i; j < nums.size(); ++j) {
            sum += nums[j];
            best = std::max(best, sum);
        }
    }
    return best;
}
