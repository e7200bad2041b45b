# expect: rejected
import filecmp


def folder_difference(big, small, by="name"):
    if by not in ("name", "hash"):
        raise ValueError(by)

    def only(node, prefix=""):
        yield from (prefix + name for name in node.left_only)
        for name, child in node.subdirs.items():
            yield from only(child, f"{prefix}{name}/")

    return set(only(filecmp.dircmp(big, small)))
