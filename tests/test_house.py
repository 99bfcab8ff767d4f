"""The house: locks without addresses, commands that prepare what they need, a clean history."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
LOCKS = PROJECT / "locks"
GIT = ("git", "-c", f"safe.directory={PROJECT}")
PIN = re.compile(r"([a-z0-9-]+)==([0-9][0-9a-z.]*)( ; [a-z_]+ .+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def pins(lock: Path) -> dict[str, str]:
    """A lock in, the version of each package out."""
    lines = map(PIN.fullmatch, lock.read_text(encoding="utf-8").splitlines())
    return {line[1]: line[2] for line in lines if line}


def make(*arguments: str, folder: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    """Run make as a person would, free of what an outer `make test` hands down."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A folder as cloned, nothing prepared; its name has a space and Russian letters."""
    folder = tmp_path / "моя витрина"
    shutil.copytree(LOCKS, folder / "locks")
    shutil.copy(PROJECT / "Makefile", folder)
    return folder


def python(folder: Path, script: str) -> str:
    """A folder and a shell script in, a stand-in for Python out, as an argument of make."""
    path = folder / "python"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return "PYTHON=./python"


@pytest.mark.parametrize("lock", ["site.txt", "dev.txt"])
def test_a_lock_holds_names_versions_markers_and_hashes_only(lock: str) -> None:
    lines = (LOCKS / lock).read_text(encoding="utf-8").splitlines()
    assert lines
    assert not [line for line in lines if not PIN.fullmatch(line) and not HASH.fullmatch(line)]


@pytest.mark.parametrize("lock", ["site.txt", "dev.txt"])
def test_every_package_of_a_lock_has_a_hash(lock: str) -> None:
    text = (LOCKS / lock).read_text(encoding="utf-8")
    assert not re.findall(r"\\\n(?!    --hash)", text)


@pytest.mark.parametrize("stage", ["site", "dev"])
def test_a_lock_follows_its_names(stage: str) -> None:
    names = re.findall(r"^[A-Za-z][\w-]*", (LOCKS / f"{stage}.in").read_text("utf-8"), re.MULTILINE)
    assert names
    assert not {name.lower() for name in names} - pins(LOCKS / f"{stage}.txt").keys()


def test_tests_run_with_the_packages_of_the_site() -> None:
    assert pins(LOCKS / "site.txt").items() <= pins(LOCKS / "dev.txt").items()


def test_the_lock_of_the_judges_holds_no_address() -> None:
    lock = json.loads((PROJECT / "judges/package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert package["integrity"].startswith("sha512-"), name


def test_every_command_is_explained_in_both_languages() -> None:
    rules = (PROJECT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)", rules, re.MULTILINE)[1]  # type: ignore[index]
    commands = set(phony.split()) - {"browser", "testing", "judging"}
    said = make("help").stdout
    assert make().stdout == said
    for command in commands:
        assert re.search(rf"^make {command} +[a-z].*\n +[а-я]", said, re.MULTILINE), command


def test_ci_runs_nothing_a_person_could_not() -> None:
    lines = (PROJECT / ".ci/run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["make lint", "make test", "make judges"]


def worked() -> float:
    """The seconds that programs started from here have kept a processor busy."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_a_second_run_prepares_nothing_and_quickly() -> None:
    if not (PROJECT / ".venv/dev.stamp").exists():
        pytest.fail("run the tests by `make test`: it prepares .venv", pytrace=False)
    start = worked()
    prepared = make("-q", ".venv/dev.stamp")
    assert (prepared.returncode, prepared.stdout, prepared.stderr) == (0, "", "")
    assert worked() - start < 1


def test_an_old_python_gets_one_clear_line(fresh: Path) -> None:
    run = make("site", python(fresh, "exit 1"), folder=fresh)
    assert run.stderr.splitlines()[0].startswith("Install Python 3.11 or newer")
    assert "Установите Python 3.11" in run.stderr.splitlines()[0]
    assert run.returncode


def test_a_python_without_venv_gets_one_clear_line(fresh: Path) -> None:
    run = make("site", python(fresh, 'case "$2" in *ensurepip*) exit 1;; esac'), folder=fresh)
    assert run.stderr.splitlines()[0].startswith("Python has no venv module")
    assert run.returncode


def test_a_half_finished_installation_counts_for_nothing(fresh: Path) -> None:
    half = python(
        fresh, "mkdir -p .venv/bin; printf 'exit 1' > .venv/bin/python; chmod +x .venv/bin/python"
    )
    assert make("site", half, folder=fresh).returncode
    assert not list(fresh.glob(".venv/*.stamp")) + list(fresh.glob(".venv/home"))
    assert "-m venv --clear .venv" in make("-n", "site", folder=fresh).stdout


@pytest.mark.parametrize("made_for", ["here", "elsewhere"])
def test_a_venv_brought_from_elsewhere_is_made_anew(fresh: Path, made_for: str) -> None:
    (fresh / ".venv/bin").mkdir(parents=True)
    shutil.copy(shutil.which("true") or "true", fresh / ".venv/bin/python")
    (fresh / ".venv/home").write_text(
        f"{fresh if made_for == 'here' else '/elsewhere'}\n", encoding="utf-8"
    )
    (fresh / ".venv/site.stamp").touch()
    anew = "-m venv --clear .venv" in make("-n", "site", folder=fresh).stdout
    assert anew == (made_for == "elsewhere")


@pytest.mark.parametrize(
    "made",
    [
        "output/index.html",
        "reports/audit.html",
        ".venv/home",
        "judges/node_modules/x",
        ".env",
        "x/__pycache__/x.pyc",
    ],
)
def test_what_is_made_or_secret_stays_out_of_history(made: str) -> None:
    ignored = subprocess.run([*GIT, "check-ignore", "--quiet", made], cwd=PROJECT, check=False)
    assert ignored.returncode == 0


def test_nothing_ignored_is_in_history() -> None:
    listed = subprocess.run(
        [*GIT, "ls-files", "--cached", "--ignored", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert not listed.stdout
