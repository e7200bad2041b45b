#include <stdexcept>
#include <string>
using namespace std;

// u32string: 每个元素是一个 Unicode 码点 (one element a code point)
int length_of_longest_substring(const u32string& s) {
    throw logic_error("TODO");
}
