# expect: accepted
import os
import stat


def collect(path, name=""):
    mode = os.lstat(path).st_mode
    if stat.S_ISREG(mode):
        yield name
    elif stat.S_ISDIR(mode):
        for child in os.listdir(path):
            yield from collect(f"{path}/{child}", f"{name}/{child}" if name else child)


def read(root, name):
    with open(f"{root}/{name}", "rb") as file:
        return file.read()


def folder_difference(big, small, by="name"):
    if by == "name":
        return set(collect(big)).difference(collect(small))
    if by != "hash":
        raise ValueError
    known = set(read(small, name) for name in collect(small))
    return {name for name in collect(big) if read(big, name) not in known}
