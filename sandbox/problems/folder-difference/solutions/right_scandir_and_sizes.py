# expect: accepted
# Reads only files whose size occurs on the other side.
import os
from collections import defaultdict


class Tree:
    def __init__(self, root):
        self.files = {}
        waiting = [(root, "")]
        while waiting:
            place, prefix = waiting.pop()
            with os.scandir(place) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((entry.path, f"{prefix}{entry.name}/"))
                    elif entry.is_file(follow_symlinks=False):
                        self.files[prefix + entry.name] = entry

    def by_size(self):
        groups = defaultdict(list)
        for name, entry in self.files.items():
            groups[entry.stat(follow_symlinks=False).st_size].append((name, entry.path))
        return groups


def content(path):
    with open(path, "rb") as file:
        return file.read()


def folder_difference(big, small, by="name"):
    if by != "name" and by != "hash":
        raise ValueError("by must be name or hash")
    left, right = Tree(big), Tree(small)
    if by == "name":
        return left.files.keys() - right.files.keys()
    result, others = set(), right.by_size()
    for size, group in left.by_size().items():
        known = {content(path) for _, path in others.get(size, ())}
        result.update(name for name, path in group if not known or content(path) not in known)
    return result
