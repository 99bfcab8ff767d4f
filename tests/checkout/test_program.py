"""`python -m plugins.checkout verify`, as the contract names it."""

import json
from pathlib import Path

import pytest

from plugins.checkout.keys import jwks
from plugins.checkout.tokens import signed
from tests.checkout.examples import CLAIMS, KEY
from tests.sites import run

TOKEN = signed(CLAIMS, KEY)
NOW = ("--now", "2026-11-23 12:00")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "keys.json").write_bytes(jwks([KEY.public]))
    return tmp_path


def test_it_prints_the_claims(folder: Path) -> None:
    done = run(folder, "plugins.checkout", "verify", TOKEN, "--keys", "keys.json", *NOW)

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == json.loads(json.dumps(CLAIMS.payload))


@pytest.mark.parametrize(
    ("arguments", "en", "ru"),
    [
        (
            (f"{TOKEN}==", "--keys", "keys.json", *NOW),
            "encoding: a part is not written as the contract wants; the link was altered",
            "encoding: часть записана не так, как требует договор: ссылку меняли",
        ),
        (
            (TOKEN, "--keys", "keys.json", "--now", "2027-01-01"),
            "expired: the link has expired; take a new one from the page of the product",
            "expired: срок ссылки вышел; новая — на странице товара",
        ),
        (
            (TOKEN, "--keys", "keys.json", "--audience", "pay.example", *NOW),
            "audience: the link is meant for another service",
            "audience: ссылка предназначена другому сервису",
        ),
        (
            (TOKEN, "--keys", "none.json", *NOW),
            "none.json: No such file or directory\n1 problem",
            "none.json: No such file or directory\n1 ошибка",
        ),
        (
            (TOKEN, "--keys", "keys.json", "--now", "soon"),
            "--now: expected a moment such as 2026-11-22 10:00, got 'soon'\n1 problem",
            "--now: ожидалось: момент вида 2026-11-22 10:00; получено: 'soon'\n1 ошибка",
        ),
    ],
)
def test_it_says_why_not_and_exits_1(
    folder: Path, arguments: tuple[str, ...], en: str, ru: str
) -> None:
    for lang, said in (("en", en), ("ru", ru)):
        done = run(folder, "plugins.checkout", "verify", *arguments, LANGUAGE=lang)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.strip() == said


def test_a_late_link_is_told_as_such(folder: Path) -> None:
    late = ("--keys", "keys.json", "--now", "2027-01-02", "--grace", "3")
    done = run(folder, "plugins.checkout", "verify", TOKEN, *late, LANGUAGE="en")

    assert done.returncode == 0
    assert done.stderr == "the link has expired, but is within the grace window\n"
