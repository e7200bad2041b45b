// expect: wrong_answer
#include <bits/stdc++.h>
using namespace std;

class LeakTracker {
    struct Block {
        long long size;
        string file;
        int line;
        bool array;
    };
    unordered_map<long long, Block> live;
    unordered_set<long long> ever;
    long long total = 0;

public:
    void alloc(long long addr, long long size, const string& file, int line, const string& kind = "new") {
        if (!live.emplace(addr, Block{size, file, line, kind == "new[]"}).second) throw runtime_error("live");
        ever.insert(addr);
        total += size;
    }
    string free(long long addr, const string& kind = "delete") {
        if (addr == 0) return "ok";
        auto found = live.find(addr);
        if (found == live.end()) return ever.count(addr) ? "double-free" : "unknown";
        bool matches = found->second.array == (kind == "delete[]");
        total -= found->second.size;
        live.erase(found);
        return matches ? "ok" : "mismatch";
    }
    long long live_bytes() const { return total; }
    vector<tuple<string, int, long long, long long>> report() const {
        map<pair<string, int>, pair<long long, long long>> groups;
        for (auto& [addr, block] : live) {
            auto& group = groups[{block.file, block.line}];
            ++group.first;
            group.second += block.size;
        }
        vector<tuple<string, int, long long, long long>> rows;
        for (auto& [place, group] : groups) rows.emplace_back(place.first, place.second, group.first, group.second);
        stable_sort(rows.begin(), rows.end(), [](auto& a, auto& b) { return get<3>(a) > get<3>(b); });
        return rows;
    }
};
