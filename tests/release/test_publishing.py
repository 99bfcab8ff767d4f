"""A site from its publishing build to what engines would be told, by commands people run."""

import subprocess
from pathlib import Path

import pytest

from tests.sites import ROOT, real_firm, run

KEY = "0123456789abcdef"
STATE = "state/published.json"


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return real_firm(tmp_path_factory.mktemp("firm"))


def command(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "invoke", *arguments, VITRINA_INDEXNOW_KEY=KEY, LC_ALL="C.UTF-8")


def test_only_a_publishing_build_is_told_of(firm: Path) -> None:
    built = command(firm, "build")
    assert built.returncode == 0, built.stderr
    untold = command(firm, "indexnow", "--all")
    assert untold.returncode == 2
    assert f"{STATE}: what is published is unknown" in untold.stderr

    published = command(firm, "build", "--publish")
    assert published.returncode == 0, published.stderr
    assert (firm / "output" / f"{KEY}.txt").read_text() == KEY
    assert '"/products/"' in (firm / STATE).read_text("utf-8")

    first = command(firm, "indexnow")
    assert first.returncode == 2
    assert "indexnow-yandex.com.json: what https://yandex.com/indexnow was last told" in (
        first.stderr
    )
    everything = command(firm, "indexnow", "--all", "--dry-run")
    assert everything.returncode == 0, everything.stderr
    assert "new: https://firm.ru/products/\n" in everything.stdout

    assert command(firm, "indexnow", "--begin").returncode == 0
    nothing = command(firm, "indexnow", "--dry-run", "--lang", "ru")
    assert nothing.returncode == 0
    assert "с прошлого раза ничего не изменилось" in nothing.stdout


def test_of_the_example_company_nobody_is_told(tmp_path: Path) -> None:
    done = command(ROOT, "indexnow", "--all")

    assert done.returncode == 2
    assert "content/data/company.yaml: example: the company is the shipped example" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("other", ["--all", "--dry-run"])
def test_begin_stands_alone(other: str) -> None:
    done = command(ROOT, "indexnow", "--begin", other)

    assert done.returncode == 2
    assert "invoke indexnow: --begin: --begin stands alone" in done.stderr
