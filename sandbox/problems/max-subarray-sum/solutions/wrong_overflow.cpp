// expect: wrong_answer
#include <algorithm>
#include <stdexcept>
#include <vector>

int max_subarray_sum(std::vector<int>& nums) {
    if (nums.empty()) throw std::invalid_argument("empty");
    unsigned best = nums[0], here = nums[0];
    for (std::size_t i = 1; i < nums.size(); ++i) {
        here = (static_cast<int>(here) > 0 ? here : 0) + nums[i];
        best = static_cast<int>(here) > static_cast<int>(best) ? here : best;
    }
    return best;
}
