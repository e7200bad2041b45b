# expect: accepted
class LeakTracker:
    PAIR = {"new": "delete", "new[]": "delete[]"}

    def __init__(self):
        self.live, self.ever, self.groups = {}, set(), {}

    def alloc(self, addr, size, file, line, kind="new"):
        if addr in self.live:
            raise ValueError(addr)
        self.ever.add(addr)
        self.live[addr] = (file, line), size, kind
        self._add((file, line), 1, size)

    def _add(self, place, blocks, size):
        entry = self.groups.setdefault(place, [0, 0])
        entry[0] += blocks
        entry[1] += size
        self.total = getattr(self, "total", 0) + size

    def free(self, addr, kind="delete"):
        if not addr:
            return "ok"
        if addr in self.live:
            place, size, made = self.live.pop(addr)
            self._add(place, -1, -size)
            return "ok" if self.PAIR[made] == kind else "mismatch"
        return "double-free" if addr in self.ever else "unknown"

    def live_bytes(self):
        return getattr(self, "total", 0)

    def report(self):
        rows = [[*place, *entry] for place, entry in self.groups.items() if entry[0]]
        rows.sort(key=lambda row: (row[0], row[1]))
        rows.sort(key=lambda row: row[3], reverse=True)
        return rows
