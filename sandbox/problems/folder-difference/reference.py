"""From the description of the folders, without touching the file system."""


def folder_difference(big, small, by="name"):
    files = [
        {name: content.encode() if isinstance(content, str) else content for name, content in tree.items()}
        for tree in ({k: v for k, v in tree.items() if isinstance(v, str | bytes)} for tree in (big, small))
    ]
    if by == "name":
        return set(files[0]) - set(files[1])
    if by == "hash":
        return {name for name, content in files[0].items() if content not in set(files[1].values())}
    raise ValueError(f"by must be name or hash, is {by!r}")
