# expect: accepted
def majority_element(nums):
    def among(low, high):
        if high - low == 1:
            return nums[low]
        middle = (low + high) // 2
        a, b = among(low, middle), among(middle, high)
        if a == b:
            return a
        part = nums[low:high]
        return a if part.count(a) > part.count(b) else b

    return among(0, len(nums))
