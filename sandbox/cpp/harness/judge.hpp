// What is included before every C++ submission: the usual standard headers, then the judge's own end of the
// conversation. Read and compiled as trusted code, but it runs in the submission's process, where nothing can be
// believed.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cassert>
#include <cctype>
#include <cfloat>
#include <climits>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <forward_list>
#include <functional>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <limits>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <queue>
#include <set>
#include <sstream>
#include <stack>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include <cxxabi.h>
#include <unistd.h>

/// A node of a singly linked list, given to submissions of problems with the driver linked_list.
struct ListNode {
    long long val;
    ListNode* next;
    ListNode(long long val = 0, ListNode* next = nullptr) : val(val), next(next) {}
};

// The judge's own end is compiled with less care: a fifth of what a candidate waits for.
#pragma GCC push_options
#pragma GCC optimize("O1")
#include "values.hpp"
#include "answers.hpp"
#include "crashes.hpp"
#include "functions.hpp"
#include "operations.hpp"

#pragma GCC pop_options
