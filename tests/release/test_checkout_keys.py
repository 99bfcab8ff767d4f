"""`invoke keys`: what it writes, what it refuses, and that secrets stay out of the project."""

import json
import subprocess
from pathlib import Path

import pytest

from plugins.checkout.key_source import read_key_file
from plugins.language.problems import ProblemsFound
from plugins.release.checkout_keys import keyring, listed, new_key, retire
from plugins.release.leaked import holding_key
from tests.checkout.test_keys import OWN
from tests.sites import project

FIRST, SECOND = "first.jwk", "second.jwk"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VITRINA_NOW", "2026-11-23")
    return project(tmp_path / "project")


def made(settings: Path, name: str) -> str:
    """A new key in a file beside the project; its name."""
    file = settings.parent.parent / name
    list(new_key(keyring(settings), str(file)))
    return read_key_file(file, settings.parent).public.kid


def lines(settings: Path) -> list[str]:
    return [line.in_language("en") for line in listed(keyring(settings))]


def test_a_key_is_made_listed_followed_by_a_second_and_retired(settings: Path) -> None:
    assert lines(settings) == ["no keys; make one with `invoke keys new --to FILE`"]
    first, second = made(settings, FIRST), made(settings, SECOND)
    assert lines(settings) == [f"{first}: may sign", f"{second}: signs from 2026-11-25"]

    said = [line.in_language("en") for line in retire(keyring(settings), first, False)]
    assert said[-1] == "no other key may sign now; make one with `invoke keys new --to FILE`"
    assert lines(settings)[0] == (
        f"{first}: retired on 2026-11-23, published until its last link has died"
    )
    list(retire(keyring(settings), first, True))
    assert lines(settings)[0] == f"{first}: gone: neither signs nor is published"


def test_the_private_half_stands_in_its_file_alone_and_nobody_else_reads_it(settings: Path) -> None:
    made(settings, FIRST)
    file = settings.parent.parent / FIRST
    secret = json.loads(file.read_text())["d"]

    assert file.stat().st_mode & 0o777 == 0o600
    texts = [f.read_bytes() for f in settings.parent.rglob("*") if f.is_file()]
    assert not any(secret.encode() in text for text in texts)


def test_a_file_that_is_there_keeps_its_key(settings: Path) -> None:
    first = made(settings, FIRST)
    keys = settings.parent / "content/data/checkout-keys.csv"
    before = keys.read_text()
    assert made(settings, FIRST) == first
    assert keys.read_text() == before

    keys.unlink()
    assert made(settings, FIRST) == first
    assert keys.read_text() == before


@pytest.mark.parametrize("to", ["", "key.jwk", "content/key.jwk"])
def test_a_key_is_never_written_into_the_repository(
    settings: Path, to: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(settings.parent)
    with pytest.raises(ProblemsFound) as problems:
        list(new_key(keyring(settings), to))
    assert "expected a file outside of the repository" in problems.value.in_language("en")
    assert not (settings.parent / "key.jwk").exists()


def test_an_unknown_kid(settings: Path) -> None:
    first = made(settings, FIRST)
    with pytest.raises(ProblemsFound) as problems:
        list(retire(keyring(settings), "x", False))
    said = problems.value.in_language("en")
    assert f"invoke keys: --kid: expected one of {first}, got 'x'" in said


def test_a_wrong_key_in_the_environment_hinders_no_list(
    settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VITRINA_CHECKOUT_KEY", "rubbish")
    assert len(lines(settings)) == 1


def test_git_is_asked_for_the_key(tmp_path: Path) -> None:
    assert holding_key(tmp_path, OWN) == ()
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / "notes.md").write_text("d: AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n")
    (tmp_path / "other.md").write_text("nothing\n")
    assert holding_key(tmp_path, OWN) == ()
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    assert holding_key(tmp_path, OWN) == ("notes.md",)
