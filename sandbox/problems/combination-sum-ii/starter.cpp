#include <stdexcept>
#include <vector>
using namespace std;

vector<vector<int>> combination_sum2(vector<int>& candidates, int target) {
    throw logic_error("TODO");
}
