"""All substrings where the text is short; otherwise the window that starts after the last repetition."""


def length_of_longest_substring(s):
    n = len(s)
    if n <= 30:
        slices = (s[start:end] for start in range(n) for end in range(start + 1, n + 1))
        return max((len(part) for part in slices if len(set(part)) == len(part)), default=0)
    seen, start, longest = {}, 0, 0
    for index, character in enumerate(s):
        start = max(start, seen.get(character, -1) + 1)
        seen[character] = index
        longest = max(longest, index + 1 - start)
    return longest
