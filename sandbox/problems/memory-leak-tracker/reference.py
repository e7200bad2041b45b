class LeakTracker:
    def __init__(self):
        self.live = {}
        self.seen = set()
        self.total = 0

    def alloc(self, addr, size, file, line, kind="new"):
        if addr in self.live:
            raise ValueError(f"{addr} is live")
        self.live[addr] = (size, file, line, kind)
        self.seen.add(addr)
        self.total += size

    def free(self, addr, kind="delete"):
        if addr == 0:
            return "ok"
        if addr not in self.live:
            return "double-free" if addr in self.seen else "unknown"
        size, _, _, made = self.live.pop(addr)
        self.total -= size
        return "ok" if kind == made.replace("new", "delete") else "mismatch"

    def live_bytes(self):
        return self.total

    def report(self):
        groups = {}
        for size, file, line, _ in self.live.values():
            blocks, total = groups.get((file, line), (0, 0))
            groups[file, line] = blocks + 1, total + size
        rows = [(file, line, *sums) for (file, line), sums in groups.items()]
        return sorted(rows, key=lambda row: (-row[3], row[0], row[1]))
