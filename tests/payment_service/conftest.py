"""A service with a clock of its own, and a buyer in front of it."""

from pathlib import Path

import pytest

from plugins.payment_service import Service
from tests.payment_service.shop import Buyer, Clock, service_in


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(tmp_path: Path, clock: Clock) -> Service:
    return service_in(tmp_path, clock)


@pytest.fixture
def buyer(service: Service) -> Buyer:
    return Buyer(service)
