"""What all tests share: a still clock, English messages, sites that are built once."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest
from filelock import FileLock

NOW = "2026-11-22 12:00"
Once = Callable[[str, Callable[[Path], None]], Path]


@pytest.fixture(autouse=True)
def still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITRINA_NOW", NOW)
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """A folder that whoever asks first fills for all workers of a run: `once("name", fill)`."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def made(name: str, fill: Callable[[Path], None]) -> Path:
        folder, done = shared / name, shared / f"{name}.made"
        with FileLock(shared / f"{name}.lock"):
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                fill(folder)
                done.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def shipped(once: Once) -> dict[str, bytes]:
    """The output of the shipped site at the still clock, path to bytes: to be read, not changed."""
    from tests.sites import build_shipped, files_in

    def fill(folder: Path) -> None:
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("VITRINA_NOW", NOW)
            build_shipped(folder)

    return files_in(once("shipped", fill))


# Neither a busy machine nor luck is a reason for a test to fail: the same examples every time.
# `make test ARGS=--hypothesis-profile=hunting` tries many others.
slow = [hypothesis.HealthCheck.too_slow]
hypothesis.settings.register_profile(
    "ours", deadline=None, suppress_health_check=slow, derandomize=True
)
hypothesis.settings.register_profile(
    "hunting", hypothesis.settings.get_profile("ours"), derandomize=False, max_examples=2000
)
hypothesis.settings.load_profile("ours")
