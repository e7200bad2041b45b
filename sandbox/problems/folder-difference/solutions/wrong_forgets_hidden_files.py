# expect: wrong_answer
import glob
import os


def files(root):
    for path in glob.glob(os.path.join(root, "**"), recursive=True):
        if os.path.isfile(path) and not os.path.islink(path):
            yield os.path.relpath(path, root), path


def content(path):
    with open(path, "rb") as file:
        return file.read()


def folder_difference(big, small, by="name"):
    if by not in ("name", "hash"):
        raise ValueError(by)
    if by == "name":
        return {name for name, _ in files(big)} - {name for name, _ in files(small)}
    known = {content(path) for _, path in files(small)}
    return {name for name, path in files(big) if content(path) not in known}
