# expect: accepted
import torch
import torch.nn.functional as F


def conv_transpose2d(x, w, stride=1, padding=0, output_padding=0):
    tx, tw = torch.tensor(x.copy()), torch.tensor(w.copy())
    n, cin, h, wid = tx.shape
    _, cout, kh, kw = tw.shape
    columns = tw.reshape(cin, -1).T @ tx.reshape(n, cin, -1)
    full = F.fold(columns, ((h - 1) * stride + kh, (wid - 1) * stride + kw), (kh, kw), stride=stride)
    full = F.pad(full, (-padding, output_padding - padding, -padding, output_padding - padding))
    return full.numpy()
