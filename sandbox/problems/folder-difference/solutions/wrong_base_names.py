# expect: wrong_answer
import hashlib
import os


def files(root):
    for place, _, names in os.walk(root):
        for name in names:
            if not os.path.islink(os.path.join(place, name)):
                yield name, os.path.join(place, name)


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).digest()


def folder_difference(big, small, by="name"):
    if by == "name":
        return {name for name, _ in files(big)} - {name for name, _ in files(small)}
    if by == "hash":
        known = {digest(path) for _, path in files(small)}
        return {name for name, path in files(big) if digest(path) not in known}
    raise ValueError(by)
