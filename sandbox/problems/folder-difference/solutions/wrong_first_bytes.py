# expect: wrong_answer
# Size and the first 64 bytes.
import os


def files(root):
    for place, _, names in os.walk(root):
        for name in names:
            if not os.path.islink(path := os.path.join(place, name)):
                yield os.path.relpath(path, root), path


def key(path):
    with open(path, "rb") as file:
        return os.path.getsize(path), file.read(64)


def folder_difference(big, small, by="name"):
    if by not in ("name", "hash"):
        raise ValueError(by)
    if by == "name":
        return {name for name, _ in files(big)} - {name for name, _ in files(small)}
    known = {key(path) for _, path in files(small)}
    return {name for name, path in files(big) if key(path) not in known}
