# expect: accepted
import torch


class SelfSimilarity(torch.nn.Module):
    def __init__(self, normalize, eps=1e-12):
        super().__init__()
        self.normalize, self.eps = normalize, eps

    def forward(self, columns):
        # columns: (N, C, P)
        gram = torch.bmm(columns.permute(0, 2, 1), columns)
        if not self.normalize:
            return gram
        norms = torch.linalg.vector_norm(columns, dim=1).clamp_min(self.eps)  # (N, P)
        return gram / norms[:, :, None] / norms[:, None, :]


def self_similarity(x, normalize=True):
    layer = SelfSimilarity(normalize)
    match x.dim():
        case 2:
            return layer(x.t().unsqueeze(0)).squeeze(0)
        case 4:
            return layer(x.reshape(x.size(0), x.size(1), -1))
    raise ValueError(f"{x.dim()} dimensions")
