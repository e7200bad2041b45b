# expect: accepted
import numpy as np


def patch_orientation_hist(img, k):
    h, w = img.shape[0] // k * k, img.shape[1] // k * k
    dy, dx = np.gradient(np.asarray(img, np.float64))
    index = np.digitize(np.degrees(np.arctan2(dy, dx)) % 360, np.arange(40, 360, 40))
    onehot = np.eye(9)[index[:h, :w]]
    return onehot.reshape(h // k, k, w // k, k, 9).mean(axis=(1, 3))
