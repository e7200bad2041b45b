"""Six dimensions, reordered."""


def patchify(img, p):
    B, C, H, W = img.shape
    if p < 1 or H % p or W % p:
        raise ValueError(f"patches of side {p} do not tile {H} x {W}")
    h, w = H // p, W // p
    return img.reshape(B, C, h, p, w, p).transpose(0, 2, 4, 3, 5, 1).reshape(B, h * w, p * p * C)
