#include <stdexcept>
#include <vector>
using namespace std;

// ValueError 对应 std::invalid_argument (stands for ValueError)
long long max_subarray_sum(const vector<int>& nums) {
    throw logic_error("TODO");
}
