// expect: time_limit
#include <vector>

static bool from(const std::vector<int>& nums, std::size_t at) {
    if (at + 1 >= nums.size()) return true;
    for (int step = nums[at]; step >= 1; --step)
        if (from(nums, at + step)) return true;
    return false;
}

bool can_jump(const std::vector<int>& nums) { return from(nums, 0); }
