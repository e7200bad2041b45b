# expect: runtime_error
# Equal elements all go to one side.
import random


def quick_sort(nums):
    def partition(low, high):
        k = random.randint(low, high)
        nums[k], nums[high] = nums[high], nums[k]
        pivot, i = nums[high], low
        for j in range(low, high):
            if nums[j] <= pivot:
                nums[i], nums[j] = nums[j], nums[i]
                i += 1
        nums[i], nums[high] = nums[high], nums[i]
        return i

    def sort_range(low, high):
        if low < high:
            middle = partition(low, high)
            sort_range(low, middle - 1)
            sort_range(middle + 1, high)

    sort_range(0, len(nums) - 1)
    return nums
