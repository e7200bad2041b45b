# expect: wrong_answer
class NumMatrix:
    def __init__(self, matrix):
        self.p = matrix
        for i in range(len(matrix)):
            for j in range(len(matrix[0])):
                matrix[i][j] += (
                    (matrix[i - 1][j] if i else 0)
                    + (matrix[i][j - 1] if j else 0)
                    - (matrix[i - 1][j - 1] if i and j else 0)
                )

    def sum_region(self, r1, c1, r2, c2):
        p = self.p
        return (
            p[r2][c2]
            - (p[r1 - 1][c2] if r1 else 0)
            - (p[r2][c1 - 1] if c1 else 0)
            + (p[r1 - 1][c1 - 1] if r1 and c1 else 0)
        )
