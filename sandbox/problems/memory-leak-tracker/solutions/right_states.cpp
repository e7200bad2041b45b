// expect: accepted
#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

struct Record {
    bool live = false;
    std::size_t bytes = 0;
    std::pair<std::string, int> place;
    std::string kind;
};

class LeakTracker {
public:
    void alloc(std::uintptr_t addr, std::size_t size, std::string file, int line, std::string kind = "new") {
        Record& record = records[addr];
        if (record.live) throw std::invalid_argument("already live");
        record = {true, size, {std::move(file), line}, std::move(kind)};
        bytes += size;
    }

    const char* free(std::uintptr_t addr, std::string_view kind = "delete") {
        if (!addr) return "ok";
        auto it = records.find(addr);
        if (it == records.end()) return "unknown";
        if (!it->second.live) return "double-free";
        it->second.live = false;
        bytes -= it->second.bytes;
        return it->second.kind.substr(3) == kind.substr(6) ? "ok" : "mismatch";
    }

    std::size_t live_bytes() const { return bytes; }

    auto report() const {
        std::map<std::pair<std::string, int>, std::array<std::size_t, 2>> groups;
        for (const auto& [addr, record] : records) {
            if (!record.live) continue;
            auto& [count, sum] = groups[record.place];
            count += 1;
            sum += record.bytes;
        }
        std::vector<std::tuple<std::string, int, std::size_t, std::size_t>> rows;
        for (const auto& [place, sums] : groups) rows.push_back({place.first, place.second, sums[0], sums[1]});
        std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
            return std::make_tuple(std::get<3>(b), std::get<0>(a), std::get<1>(a)) <
                std::make_tuple(std::get<3>(a), std::get<0>(b), std::get<1>(b));
        });
        return rows;
    }

private:
    std::unordered_map<std::uintptr_t, Record> records;
    std::size_t bytes = 0;
};
