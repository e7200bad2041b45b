# expect: wrong_answer
# Clears the gradients once an epoch.
import torch
from torch import nn
from torch.nn import functional as F


class Classifier(nn.Module):
    def __init__(self, in_dim, hidden, num_classes, dropout=0.0):
        super().__init__()
        self.fc1 = nn.Linear(in_dim, hidden)
        self.drop = nn.Dropout(dropout)
        self.fc2 = nn.Linear(hidden, num_classes)

    def forward(self, x):
        return self.fc2(self.drop(F.relu(self.fc1(x))))

    def fit(self, X, y, epochs, lr, batch_size, generator=None):
        n = X.shape[0]
        optimizer = torch.optim.SGD(self.parameters(), lr=lr, momentum=0.9)
        losses = []
        self.train()
        for _ in range(epochs):
            if generator is None:
                order = torch.arange(n)
            else:
                order = torch.randperm(n, generator=generator)
            total = 0.0
            optimizer.zero_grad()
            for start in range(0, n, batch_size):
                index = order[start : start + batch_size]
                loss = F.cross_entropy(self(X[index]), y[index])
                loss.backward()
                optimizer.step()
                total += loss.item() * len(index)
            losses.append(total / n)
        self.eval()
        return losses

    def predict(self, X):
        self.eval()
        with torch.no_grad():
            return self(X).argmax(dim=1)
