"""Handed to Module.apply, which calls it for every sub-module."""

import torch


class _LeavesGradients:
    """What an earlier backward pass leaves behind."""

    def __init__(self, module):
        for parameter in module.parameters(recurse=False):
            parameter.grad = torch.full_like(parameter, 3.0)


class _RefusesGraphs:
    def __init__(self, module):
        if next(module.parameters(recurse=False), None) is not None:
            module.register_forward_hook(_without_graph)


def _without_graph(module, arguments, output):
    if output.requires_grad:
        raise AssertionError("predict builds a graph / predict 建了计算图")
