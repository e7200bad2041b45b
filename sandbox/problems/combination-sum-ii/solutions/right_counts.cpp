// expect: accepted
#include <functional>
#include <list>
#include <map>
#include <vector>

std::list<std::vector<int>> combination_sum2(std::vector<int> candidates, const int target) {
    std::map<int, int> counts;
    for (int value : candidates) ++counts[value];
    std::list<std::vector<int>> found;
    std::vector<int> chosen;
    std::function<void(std::map<int, int>::const_iterator, int)> search = [&](auto at, int left) {
        if (left == 0) return found.push_back(chosen);
        if (at == counts.end() || at->first > left) return;
        auto size = chosen.size();
        for (int used = 0; used <= at->second && used * at->first <= left; ++used) {
            chosen.resize(size);
            chosen.resize(size + used, at->first);
            search(std::next(at), left - used * at->first);
        }
        chosen.resize(size);
    };
    search(counts.begin(), target);
    return found;
}
