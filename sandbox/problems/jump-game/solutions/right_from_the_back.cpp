// expect: accepted
#include <bits/stdc++.h>
using namespace std;

static bool reach(const int* from, const int* last) {
    const int* goal = last;
    for (const int* at = last; at >= from; --at)
        if (at + *at >= goal) goal = at;
    return goal == from;
}
bool can_jump(vector<int>& nums) { return reach(nums.data(), nums.data() + nums.size() - 1); }
