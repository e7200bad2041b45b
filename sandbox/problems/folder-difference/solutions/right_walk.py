# expect: accepted
import hashlib
import os


def files(root):
    for place, _, names in os.walk(root):
        for name in names:
            path = os.path.join(place, name)
            if not os.path.islink(path) and os.path.isfile(path):
                yield os.path.relpath(path, root).replace(os.sep, "/"), path


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def folder_difference(big, small, by="name"):
    if by not in {"name", "hash"}:
        raise ValueError(by)
    if by == "name":
        return {name for name, _ in files(big)} - {name for name, _ in files(small)}
    known = {digest(path) for _, path in files(small)}
    return {name for name, path in files(big) if digest(path) not in known}
