# expect: accepted
import torch
import torch.nn as nn
from torch.utils.data import BatchSampler, DataLoader, Sampler, TensorDataset


class _Order(Sampler):
    def __init__(self, n, generator):
        self.n, self.generator = n, generator

    def __iter__(self):
        if self.generator is None:
            yield from range(self.n)
        else:
            yield from torch.randperm(self.n, generator=self.generator).tolist()

    def __len__(self):
        return self.n


class Classifier(nn.Module):
    def __init__(self, in_dim: int, hidden: int, num_classes: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.fc1 = nn.Linear(in_dim, hidden)
        self.act = nn.ReLU()
        self.drop = nn.Dropout(p=dropout)
        self.fc2 = nn.Linear(hidden, num_classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.drop(self.act(self.fc1(x)))
        return self.fc2(x)

    def fit(self, X, y, epochs, lr, batch_size, generator=None):
        batches = BatchSampler(_Order(len(X), generator), batch_size, drop_last=False)
        loader = DataLoader(TensorDataset(X, y), batch_sampler=batches)
        criterion = nn.CrossEntropyLoss()
        opt = torch.optim.SGD(self.parameters(), lr=lr, momentum=0.9)
        history = []
        for epoch in range(epochs):
            self.train()
            running = 0.0
            for xb, yb in loader:
                loss = criterion(self(xb), yb)
                opt.zero_grad(set_to_none=True)
                loss.backward()
                opt.step()
                running += loss.item() * xb.size(0)
            history.append(running / len(X))
        self.eval()
        return history

    @torch.inference_mode()
    def predict(self, X):
        self.eval()
        return torch.max(self(X), dim=-1).indices
