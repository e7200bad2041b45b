# expect: accepted
import torch


class Patchify(torch.nn.Module):
    def __init__(self, p):
        super().__init__()
        if p < 1:
            raise ValueError("p has to be positive")
        self.p = p

    def forward(self, x):
        p = self.p
        if x.shape[2] % p or x.shape[3] % p:
            raise ValueError("image size not divisible by p")
        tiles = x.unfold(2, p, p).unfold(3, p, p)
        b, c, h, w = tiles.shape[:4]
        return tiles.permute(0, 2, 3, 4, 5, 1).reshape(b, h * w, p * p * c)


def patchify(img, p):
    return Patchify(p)(torch.from_numpy(img.copy())).numpy()
