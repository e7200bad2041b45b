# expect: accepted
def pixels(alpha_pred, alpha_gt, fg, bg, mask):
    for y, row in enumerate(alpha_pred.tolist()):
        for x, a in enumerate(row):
            if mask is None or mask[y, x]:
                yield min(1.0, max(0.0, a)), float(alpha_gt[y, x]), fg[y, x].tolist(), bg[y, x].tolist()


def composition_loss(alpha_pred, alpha_gt, fg, bg, mask=None):
    total = count = 0
    for a, g, front, back in pixels(alpha_pred, alpha_gt, fg, bg, mask):
        for f, b in zip(front, back):
            total += abs((a * f + (1 - a) * b) - (g * f + (1 - g) * b))
            count += 1
    return total / count if count else 0.0
