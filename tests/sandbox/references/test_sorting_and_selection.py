"""Sorts against counting, roots against squares, selections against removing one by one; 200 random inputs each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

Reference = Callable[[str, str], Any]


def counted(nums: list[int]) -> list[int]:
    """Sorted, each value as often as it occurs."""
    return [value for value in range(min(nums, default=0), max(nums, default=-1) + 1) for _ in range(nums.count(value))]


def random_lists(rng: np.random.Generator, shortest: int = 0) -> list[list[int]]:
    return [rng.integers(-9, 10, int(rng.integers(shortest, 30))).tolist() for _ in range(200)]


@pytest.mark.parametrize(("slug", "entry"), [("heap-sort", "heap_sort"), ("quicksort", "quick_sort")])
def test_sorts_agree_with_counting(reference: Reference, rng: np.random.Generator, slug: str, entry: str) -> None:
    function = reference(slug, entry)
    for nums in random_lists(rng):
        assert function(nums) == counted(nums)


class Node:
    def __init__(self, val: int, following: Node | None) -> None:
        self.val, self.next = val, following


def chain(nums: list[int]) -> Node | None:
    head = None
    for value in reversed(nums):
        head = Node(value, head)
    return head


def walked(head: Node | None) -> list[Node]:
    return [] if head is None else [head, *walked(head.next)]


def test_linked_lists_keep_their_nodes(reference: Reference, rng: np.random.Generator) -> None:
    sort, reverse = (
        reference("sort-linked-list-quicksort", "sort_list"),
        reference("reverse-linked-list", "reverse_list"),
    )
    for nums in random_lists(rng):
        nodes = walked(chain(nums))
        turned = walked(reverse(nodes[0] if nodes else None))
        assert [id(node) for node in turned] == [id(node) for node in reversed(nodes)]
        again = walked(sort(chain(nums)))
        assert [node.val for node in again] == counted(nums)


def test_root_lies_between_squares(reference: Reference, rng: np.random.Generator) -> None:
    my_sqrt = reference("integer-sqrt", "my_sqrt")
    for x in [*range(100), *rng.integers(0, 2**62, 200).tolist(), *(n * n - 1 for n in range(1, 50))]:
        root = my_sqrt(x)
        assert root * root <= x < (root + 1) * (root + 1)


def test_single_numbers_agree_with_xor(reference: Reference, rng: np.random.Generator) -> None:
    one, two = (
        reference("single-number", "single_number"),
        reference("single-number/variants/two-values", "single_numbers"),
    )
    for _ in range(200):
        values = (rng.permutation(99)[: int(rng.integers(2, 20))] - 50).tolist()
        first, second, *doubled = values
        nums = rng.permutation([first, *doubled, *doubled]).tolist()
        assert one(nums) == int(np.bitwise_xor.reduce(nums))
        assert sorted(two(rng.permutation([first, second, *doubled, *doubled]).tolist())) == sorted([first, second])


def test_majority_outlasts_pairing_off(reference: Reference, rng: np.random.Generator) -> None:
    majority_element = reference("majority-element", "majority_element")
    for _ in range(200):
        others = rng.integers(-5, 6, int(rng.integers(0, 12))).tolist()
        nums = rng.permutation([*others, *[3] * (len(others) + 1)]).tolist()
        left: list[int] = []
        for value in nums:
            if left and left[-1] != value:
                left.pop()
            else:
                left.append(value)
        assert majority_element(nums) == left[0]


def test_largest_agree_with_taking_the_largest_again_and_again(reference: Reference, rng: np.random.Generator) -> None:
    top_k = reference("top-k", "top_k")
    for nums in random_lists(rng):
        left, taken = [*nums], []
        for _ in range(int(rng.integers(0, len(nums) + 1))):
            taken.append(max(left))
            left.remove(taken[-1])
        assert sorted(top_k(nums, len(taken))) == sorted(taken)


def test_triplet_is_there_when_a_search_finds_one(reference: Reference, rng: np.random.Generator) -> None:
    increasing_triplet = reference("increasing-triplet/variants/the-triplet", "increasing_triplet")
    for _ in range(200):
        nums = rng.integers(0, 8, int(rng.integers(0, 9))).tolist()
        places = range(len(nums))
        every = [
            [nums[i], nums[j], nums[k]]
            for i in places
            for j in places[i + 1 :]
            for k in places[j + 1 :]
            if nums[i] < nums[j] < nums[k]
        ]
        found = increasing_triplet(nums)
        assert found in every if every else found == []
