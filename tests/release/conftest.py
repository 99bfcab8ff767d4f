"""Nobody cuts the power of these tests: nothing need be on the disk."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest


@pytest.fixture(autouse=True, scope="session")
def quick() -> Iterator[None]:
    with patch("os.fsync"):
        yield
