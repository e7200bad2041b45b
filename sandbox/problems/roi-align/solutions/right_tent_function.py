# expect: accepted
import torch


def _tent(low, high, bins, sampling, length):
    """(R, bins, length) weights: a place counts 1 - distance, where that is positive."""
    steps = (torch.arange(bins * sampling, dtype=torch.float64) + 0.5) / (bins * sampling)
    at = low[:, None] + steps * (high - low)[:, None]
    inside = ((at >= -1) & (at <= length)).double()
    places = torch.arange(length, dtype=torch.float64)
    weight = (1 - (at.clamp(0, length - 1)[..., None] - places).abs()).clamp(min=0) * inside[..., None]
    return weight.unflatten(1, (bins, sampling)).mean(dim=2)


def roi_align(
    feat: torch.Tensor, rois: torch.Tensor, out_size: tuple[int, int], scale: float = 1.0, sampling: int = 2
) -> torch.Tensor:
    with torch.no_grad():
        x1, y1, x2, y2 = (rois * scale - 0.5).T
        wy = _tent(y1, y2, out_size[0], sampling, feat.shape[1])
        wx = _tent(x1, x2, out_size[1], sampling, feat.shape[2])
    return torch.einsum("chw,rih,rjw->rcij", feat, wy, wx)
