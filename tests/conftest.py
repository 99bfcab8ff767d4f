"""What all tests share: a still clock and English messages."""

import hypothesis
import pytest

NOW = "2026-11-22 12:00"


@pytest.fixture(autouse=True)
def still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITRINA_NOW", NOW)
    monkeypatch.setenv("LANGUAGE", "en")


# A busy machine is no reason for a test to fail
hypothesis.settings.register_profile("ours", deadline=None)
hypothesis.settings.load_profile("ours")
