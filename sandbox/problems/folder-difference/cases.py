"""Links of every kind, equal names and equal contents in other places, bytes that are no text; many files."""

from sandbox.case import Call, Case, folder

FILES = 9000
# Equal beginnings of 800 characters: comparing names one by one takes its time, and planting few files does not.
DEEP = "/".join(name * 20 for name in ("训练数据", "前视相机", "夜间雨天", "高速公路", "第一批次") * 2)


def cases(rng):
    def both(big, small):
        """The same folders by name and by content."""
        return tuple(Call([folder(big), folder(small), by]) for by in ("name", "hash"))

    def some_bytes(count):
        return rng.integers(0, 256, count).astype("uint8").tobytes()

    few = {"a.jpg": "1", "b.jpg": "2", "sub/a.jpg": "3"}
    yield Case.of("by name unless something else is said", folder(few), folder({"b.jpg": "9", "c.jpg": "1"}))
    yield Case("empty folders", (*both({}, {}), *both({}, few), *both(few, {}), *both({"x/": None}, {"y/": None})))
    yield Case("no difference", both(few, few))
    yield Case("only in small", both({"a.jpg": "1"}, {"a.jpg": "1", "z.jpg": "5", "sub/b.jpg": "6"}))
    moved = {"one/a.jpg": "A", "two/b.jpg": "B", "c.jpg": "C"}
    yield Case("the same file in another folder", both(moved, {"a.jpg": "A", "two/c.jpg": "C", "one/b.jpg": "B"}))
    yield Case("contents swapped", both({"a": "1", "b": "2", "c": "3"}, {"a": "2", "b": "1", "d": "3"}))
    yield Case("a file here, a folder there", both({"a": "x", "b": "y"}, {"a/b": "x", "b/": None}))
    yield Case("empty folders inside", both({"e/": None, "f/g/": None, "f/h": "1"}, {"e": "", "f/": None}))
    yield Case("case matters", both({"IMG.JPG": "1", "Sub/x": "2"}, {"img.jpg": "3", "sub/x": "4"}))
    hidden = {".a": "1", ".git/config": "2", "sub/.b": "3", ".c/.d/e": "4"}
    yield Case(
        "hidden files",
        (*both(hidden, {"a": "5"}), *both(hidden, {".a": "1", ".c/.d/e": "9"}), *both({"a": "1"}, hidden)),
    )
    yield Case(
        "names of every kind",
        both({"a b.jpg": "1", "图/一.png": "2", "-x": "3", "no-extension": "4", "a.tar.gz": "5"}, {"图/二.png": "2"}),
    )
    tricky = ["empty/0.jpg", "0", "1-0/1", "a/a/a", "tmp/e", "name", "e", "m/p/t/y"]
    yield Case("names like parts of paths", both({name: name for name in tricky}, {"a/a": "a/a/a", "y": "0"}))

    linked = {
        "a.jpg": "1",
        "b.jpg": {"link": "a.jpg"},
        "sub/c.jpg": "2",
        "d": {"link": "sub"},
        "gone": {"link": "nowhere"},
    }
    yield Case("links in big", both(linked, {"x": "9"}))
    yield Case("links in small", both({"b.jpg": "1", "d/c.jpg": "2", "gone": "3", "a.jpg": "4"}, linked))
    yield Case("links in both", both(linked, {"b.jpg": {"link": "a.jpg"}, "a.jpg": "7", "sub/": None}))
    for loop in ({"a": "1", "sub/b": "2", "sub/up": {"link": ".."}}, {"a": "1", "here": {"link": "."}}):
        inside = {"sub/up/a": "1", "here/a": "2"}
        yield Case("a link that goes round in a circle", (*both(loop, {"a": "5"}), *both(inside, loop)))

    yield Case("empty files", (*both({"a": "", "b": "", "c": "1"}, {"x": ""}), *both({"a": "", "b": "1"}, {"x": "1"})))
    yield Case("equal contents in big", both({"a": "1", "b": "1", "c/d": "1", "e": "2"}, {"e": "3"}))
    yield Case("same size, same letters", both({"a": "abc", "b": "acb", "c": "cab"}, {"x": "bca", "y": "acb"}))
    yield Case(
        "no text",
        both({"a": b"\xff\xfe\x00", "b": b"\x00", "c": b"\xff"}, {"x": b"\xff\xfe", "y": b"\x00\x00", "z": b"\xff"}),
    )
    yield Case(
        "line ends and spaces",
        both(
            {"a": b"x\r\ny", "b": b"x\ny", "c": b"x \n", "d": "A"},
            {"x": b"x\ny\n", "y": b"x\n", "z": b"x\ry", "w": "a"},
        ),
    )
    long = some_bytes(200_000)
    twins = {
        "first": b"#" + long,
        "last": long + b"#",
        "middle": long[:100_000] + b"##" + long[100_002:],
        "whole": long,
    }
    other = {"first": b"!" + long, "last": long + b"!", "middle": long[:100_000] + b"!!" + long[100_002:]}
    yield Case(
        "one byte of 200000 differs", (*both(twins, other), *both(twins, {"x": twins["whole"], "y": twins["last"]}))
    )
    yield Case(
        "other ways to compare",
        tuple(Call([folder(few), folder(few), by]) for by in ("size", "", "Name", "names", "md5")),
    )
    yield Case(
        "other ways to compare, empty folders",
        (Call([folder({}), folder(few), "size"]), Call([folder({}), folder({}), "md5"])),
    )
    for _ in range(3):
        trees = []
        for _ in range(2):
            numbers = rng.permutation(30)[:15].tolist()
            trees.append({f"{'sub/' * (number % 3)}{number}.jpg": str(rng.integers(20)) for number in numbers})
        yield Case("a few files", both(*trees))

    start = some_bytes(290)
    contents = [start + number.to_bytes(4, "big") for number in rng.permutation(1200).tolist()]
    big = {f"{number % 10}/{number}.jpg": content for number, content in enumerate(contents[:800])}
    small = {f"{number}.png": content for number, content in enumerate(contents[700:])}
    yield Case.of("large, contents", folder(big), folder(small), "hash", size="800 and 500 files")
    names = [f"{DEEP}/{number % 50:02d}/image-{number:07d}.jpg" for number in rng.permutation(2 * FILES).tolist()]
    sides = names[: FILES + 500], names[FILES - 500 :]
    yield Case.of(
        "large, names", *(folder(dict.fromkeys(side, b"")) for side in sides), size=f"{FILES + 500} files each"
    )
