// expect: accepted
#include <bits/stdc++.h>
using namespace std;
#define int long long

int max_subarray_sum(vector<int> nums) {
    if (!nums.size()) throw domain_error("no slice");
    int best = LLONG_MIN, smallest = 0, sum = 0;
    for (int x : nums) {
        sum += x;
        best = max(best, sum - smallest);
        smallest = min(smallest, sum);
    }
    return best;
}

signed main() { cout << max_subarray_sum({1, -2, 3}) << endl; }
