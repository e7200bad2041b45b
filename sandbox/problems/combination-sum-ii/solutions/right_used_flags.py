# expect: accepted
# No break on large values, which is slower but enough.
class Solution:
    def combinationSum2(self, candidates, target):
        self.result = []
        self.nums = sorted(candidates)
        self.used = [False] * len(self.nums)
        self.dfs(0, 0, [], target)
        return self.result

    def dfs(self, start, total, path, target):
        if total >= target:
            if total == target:
                self.result.append(list(path))
            return
        for i in range(start, len(self.nums)):
            if i > 0 and self.nums[i] == self.nums[i - 1] and not self.used[i - 1]:
                continue
            self.used[i] = True
            path.append(self.nums[i])
            self.dfs(i + 1, total + self.nums[i], path, target)
            path.pop()
            self.used[i] = False


def combination_sum2(candidates, target):
    return Solution().combinationSum2(candidates, target)
