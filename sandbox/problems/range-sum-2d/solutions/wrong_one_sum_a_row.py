# expect: time_limit
# Prefix sums of each row; a query goes through the rows.
class NumMatrix:
    def __init__(self, matrix):
        self.rows = []
        for row in matrix:
            sums = [0]
            for cell in row:
                sums.append(sums[-1] + cell)
            self.rows.append(sums)

    def sum_region(self, r1, c1, r2, c2):
        return sum(row[c2 + 1] - row[c1] for row in self.rows[r1 : r2 + 1])
