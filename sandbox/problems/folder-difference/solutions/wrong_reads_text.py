# expect: runtime_error
import os


def files(root):
    for place, _, names in os.walk(root):
        for name in names:
            if not os.path.islink(path := os.path.join(place, name)):
                yield os.path.relpath(path, root), path


def content(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def folder_difference(big, small, by="name"):
    if by not in ("name", "hash"):
        raise ValueError(by)
    if by == "name":
        return {name for name, _ in files(big)} - {name for name, _ in files(small)}
    known = {content(path) for _, path in files(small)}
    return {name for name, path in files(big) if content(path) not in known}
