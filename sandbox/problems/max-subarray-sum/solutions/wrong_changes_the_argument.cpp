// expect: wrong_answer
#include <algorithm>
#include <stdexcept>
#include <vector>

long long max_subarray_sum(std::vector<long long>& nums) {
    if (nums.empty()) throw std::invalid_argument("empty");
    for (std::size_t i = 1; i < nums.size(); ++i) nums[i] += std::max(nums[i - 1], 0LL);
    return *std::max_element(nums.begin(), nums.end());
}
