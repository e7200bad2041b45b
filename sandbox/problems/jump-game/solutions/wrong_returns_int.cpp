// expect: wrong_answer
#include <algorithm>
#include <vector>

int can_jump(std::vector<int> nums) {
    int farthest = 0, size = nums.size();
    for (int i = 0; i < size && i <= farthest; ++i) farthest = std::max(farthest, i + nums[i]);
    return farthest >= size - 1;
}
