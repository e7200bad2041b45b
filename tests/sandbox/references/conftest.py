"""What the tests of single references share."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from sandbox.library import SHIPPED


@pytest.fixture
def reference() -> Callable[[str, str], Any]:
    """reference(folder, name): a function of the folder's reference.py; a variant is slug/variants/name."""

    def load(folder: str, name: str) -> Any:
        spec = importlib.util.spec_from_file_location("reference", SHIPPED / folder / "reference.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return getattr(module, name)

    return load


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20_240_229)
