# expect: accepted
from hashlib import md5
from pathlib import Path


def regular(root: str) -> dict[str, Path]:
    base = Path(root)
    return {
        path.relative_to(base).as_posix(): path
        for path in base.rglob("*")
        if not path.is_symlink() and path.is_file()
    }


def folder_difference(big: str, small: str, by: str = "name") -> set[str]:
    match by:
        case "name":
            return set(regular(big).keys() - regular(small).keys())
        case "hash":
            seen = frozenset(md5(path.read_bytes()).hexdigest() for path in regular(small).values())
            return {n for n, path in regular(big).items() if md5(path.read_bytes()).hexdigest() not in seen}
        case _:
            raise ValueError(f"unknown way to compare: {by}")
