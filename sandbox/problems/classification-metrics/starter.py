import numpy as np


def classification_metrics(y_true: np.ndarray, y_pred: np.ndarray, num_classes: int) -> dict[str, object]:
    # y_true, y_pred: (N,) with labels 0 .. num_classes - 1
    ...
