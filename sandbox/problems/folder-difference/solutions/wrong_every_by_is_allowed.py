# expect: wrong_answer
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
    if by == "name":
        return {name for name, _ in files(big)} - {name for name, _ in files(small)}
    known = {content(path) for _, path in files(small)}
    return {name for name, path in files(big) if content(path) not in known}
