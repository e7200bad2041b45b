# expect: time_limit
import hashlib
import os


def files(root):
    found = []
    for place, _, names in os.walk(root):
        for name in names:
            path = os.path.join(place, name)
            if not os.path.islink(path):
                found.append(os.path.relpath(path, root))
    return found


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha1(file.read()).hexdigest()


def folder_difference(big, small, by="name"):
    if by not in ("name", "hash"):
        raise ValueError(by)
    left, right = files(big), files(small)
    if by == "name":
        return set(name for name in left if name not in right)
    known = [digest(os.path.join(small, name)) for name in right]
    return set(name for name in left if digest(os.path.join(big, name)) not in known)
