# expect: accepted
class BitCounter:
    def __init__(self, width=32):
        self.width = width

    def odd_bits(self, nums):
        for bit in range(self.width):
            if sum(x >> bit & 1 for x in nums) % 2:
                yield bit


def single_number(nums):
    value = sum(1 << bit for bit in BitCounter().odd_bits(nums))
    return value - 2**32 if value >= 2**31 else value
