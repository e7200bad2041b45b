// expect: wrong_answer
#include <bits/stdc++.h>
using namespace std;

vector<vector<int>> found;
vector<int> path;

void search(const vector<int>& numbers, size_t begin, int left) {
    if (left == 0) found.push_back(path);
    for (size_t i = begin; i < numbers.size() && numbers[i] <= left; ++i) {
        if (i > begin && numbers[i] == numbers[i - 1]) continue;
        path.push_back(numbers[i]);
        search(numbers, i + 1, left - numbers[i]);
        path.pop_back();
    }
}

vector<vector<int>> combination_sum2(vector<int>& candidates, int target) {
    sort(candidates.begin(), candidates.end());
    search(candidates, 0, target);
    return found;
}
