# expect: accepted
import random


def quick_sort(nums: list[int]) -> list[int]:
    def sort_range(low, high):
        while low < high:
            pivot = nums[random.randint(low, high)]
            less, i, greater = low, low, high
            while i <= greater:
                if nums[i] < pivot:
                    nums[less], nums[i] = nums[i], nums[less]
                    less += 1
                    i += 1
                elif nums[i] > pivot:
                    nums[greater], nums[i] = nums[i], nums[greater]
                    greater -= 1
                else:
                    i += 1
            if less - low < high - greater:
                sort_range(low, less - 1)
                low = greater + 1
            else:
                sort_range(greater + 1, high)
                high = less - 1

    sort_range(0, len(nums) - 1)
    return nums
