# expect: accepted
def length_of_longest_substring(s):
    ends = [0] * 0x110000
    start = longest = 0
    for i in range(len(s)):
        code = ord(s[i])
        start = max(start, ends[code])
        ends[code] = i + 1
        longest = max(longest, i + 1 - start)
    return longest
