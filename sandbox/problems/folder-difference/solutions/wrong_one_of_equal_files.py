# expect: wrong_answer
# A table from content to name keeps one name of several.
import os


def files(root):
    for place, _, names in os.walk(root):
        for name in names:
            if not os.path.islink(path := os.path.join(place, name)):
                yield os.path.relpath(path, root), path


def content(path):
    with open(path, "rb") as file:
        return file.read()


def folder_difference(big, small, by="name"):
    if by not in ("name", "hash"):
        raise ValueError(by)
    if by == "name":
        return {name for name, _ in files(big)} - {name for name, _ in files(small)}
    left, right = ({content(path): name for name, path in files(root)} for root in (big, small))
    return {left[data] for data in left.keys() - right.keys()}
