# expect: time_limit
from collections import defaultdict


class LeakTracker:
    def __init__(self):
        self.blocks = {}
        self.bytes = 0

    def alloc(self, addr, size, file, line, kind="new"):
        if self.blocks.get(addr) is not None:
            raise ValueError("live")
        self.blocks[addr] = (size, file, line, kind)
        self.bytes += size

    def free(self, addr, kind="delete"):
        if addr == 0:
            return "ok"
        if addr not in self.blocks:
            return "unknown"
        block = self.blocks[addr]
        if block is None:
            return "double-free"
        self.blocks[addr] = None
        self.bytes -= block[0]
        return "ok" if (block[3] == "new[]") == (kind == "delete[]") else "mismatch"

    def live_bytes(self):
        return sum(block[0] for block in self.blocks.values() if block)

    def report(self):
        found = defaultdict(lambda: [0, 0])
        for block in filter(None, self.blocks.values()):
            entry = found[block[1:3]]
            entry[0] += 1
            entry[1] += block[0]
        return sorted(((f, l, n, b) for (f, l), (n, b) in found.items()), key=lambda r: (-r[3], r[0], r[1]))
