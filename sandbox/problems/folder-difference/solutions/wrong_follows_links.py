# expect: wrong_answer
import hashlib
from pathlib import Path


def files(root):
    return {p.relative_to(root).as_posix(): p for p in Path(root).rglob("*") if p.is_file()}


def folder_difference(big, small, by="name"):
    if by not in ("name", "hash"):
        raise ValueError(by)
    left, right = files(big), files(small)
    if by == "name":
        return set(left) - set(right)
    known = {hashlib.sha256(p.read_bytes()).digest() for p in right.values()}
    return {name for name, p in left.items() if hashlib.sha256(p.read_bytes()).digest() not in known}
