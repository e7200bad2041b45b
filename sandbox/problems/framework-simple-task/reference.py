"""The loop of the contract; cross-entropy as the log-sum-exp minus the logit of the class, momentum by hand."""

import torch
from torch import nn


class Classifier(nn.Module):
    def __init__(self, in_dim, hidden, num_classes, dropout=0.0):
        super().__init__()
        self.fc1 = nn.Linear(in_dim, hidden)
        self.drop = nn.Dropout(dropout)
        self.fc2 = nn.Linear(hidden, num_classes)

    def forward(self, x):
        return self.fc2(self.drop(self.fc1(x).relu()))

    def fit(self, X, y, epochs, lr, batch_size, generator=None):
        self.train()
        weights = list(self.parameters())
        velocities = [torch.zeros_like(weight) for weight in weights]
        losses = []
        for _ in range(epochs):
            order = torch.arange(len(X)) if generator is None else torch.randperm(len(X), generator=generator)
            total = 0.0
            for batch in order.split(batch_size):
                logits = self(X[batch])
                each = logits.logsumexp(dim=1) - logits.gather(1, y[batch, None])[:, 0]
                for weight, velocity, gradient in zip(
                    weights, velocities, torch.autograd.grad(each.mean(), weights), strict=True
                ):
                    velocity.mul_(0.9).add_(gradient)
                    weight.data -= lr * velocity
                total += float(each.detach().double().sum())
            losses.append(total / len(X))
        self.eval()
        return losses

    def predict(self, X):
        self.eval()
        with torch.no_grad():
            return self(X).argmax(dim=1)
