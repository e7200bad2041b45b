# expect: accepted
import torch
from torch import nn, optim


class Classifier(nn.Module):
    def __init__(self, in_dim, hidden, num_classes, dropout=0.0):
        super().__init__()
        self.add_module("fc1", nn.Linear(in_dim, hidden))
        self.add_module("drop", nn.Dropout(dropout))
        self.add_module("fc2", nn.Linear(hidden, num_classes))

    def forward(self, x):
        hidden = torch.clamp(self.fc1(x), min=0)
        return self.fc2(self.drop(hidden))

    def _epoch(self, X, y, order, batch_size, step):
        for index in torch.split(order, batch_size):
            log_p = torch.log_softmax(self(X[index]), dim=1)
            loss = -log_p[torch.arange(len(index)), y[index]].mean()
            yield step(loss) * len(index)

    def fit(self, X, y, epochs, lr, batch_size, generator=None):
        optimizer = optim.SGD(self.parameters(), lr=lr, momentum=0.9)

        def step(loss):
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            return float(loss.detach())

        try:
            self.train(True)
            results = []
            for _ in range(epochs):
                order = torch.arange(len(X)) if generator is None else torch.randperm(len(X), generator=generator)
                results += [sum(self._epoch(X, y, order, batch_size, step)) / len(X)]
            return results
        finally:
            self.train(False)

    def predict(self, X):
        self.train(False)
        with torch.set_grad_enabled(False):
            logits = self(X)
        return logits.argmax(-1)
