"""`invoke plan` on files: what it reads, what it writes, whom it writes to."""

import re
from pathlib import Path
from typing import Any

import pytest
from invoke.context import Context

from commands import growth
from plugins.language.problems import ProblemsFound
from plugins.release.planned import planned, readers_of, weeks_of
from tests.sites import forget_plugins, project

SCHEDULE = """slots:
  - key: blog
    rule: FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;BYMINUTE=0
    starts: 2026-11-03
    languages: [ru]
"""
FILES = {
    "data/schedule.yaml": SCHEDULE,
    "ru/blog/soon.md": (
        "Title: Скоро\nDescription: О чём.\nPicture: none\nStatus: ready\n"
        "Date: 2027-01-19 10:00\n\nТекст.\n"
    ),
    "ru/blog/missed.md": (
        "Title: Поздно\nPicture: none\nStatus: ready\nDate: 2027-01-12 10:00\n\nТекст.\n"
    ),
    "ru/blog/thought.md": "Title: Мысль\nStatus: idea\n",
    "ru/keywords.csv": "phrase,document,frequency,group,note\nремонт печи,,900,,\n",
}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    forget_plugins()
    monkeypatch.setenv("VITRINA_NOW", "2027-01-13 12:00")
    monkeypatch.delenv("VITRINA_DIGEST_TO", raising=False)


def test_the_plan_is_read_from_the_files_of_the_site(tmp_path: Path) -> None:
    found, owner = planned(project(tmp_path, FILES), weeks=4)

    assert found.next
    assert found.next.source == "ru/blog/soon.md"
    assert [document.source for document in found.missed] == ["ru/blog/missed.md"]
    assert [document.source for document in found.ideas] == ["ru/blog/thought.md"]
    assert [task.brief.group.head.phrase for task in found.to_write] == ["ремонт печи"]
    assert owner.readers == (owner.sender,)


def test_the_command_writes_the_report_and_nothing_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path, FILES)
    monkeypatch.setattr(growth, "ROOT", tmp_path)
    monkeypatch.setattr(growth, "LANG", "ru")
    monkeypatch.setattr("commands.LANG", "ru")
    growth.plan(Context(), weeks="4")

    said = capsys.readouterr().out
    assert re.search("вт 19 янв. 10:00 +выйдет +Скоро +content/ru/blog/soon.md", said)
    assert "content/ru/blog/missed.md не вышел в срок: нужно: строка «Description: …»" in said
    assert "отчёт: reports/plan/index.html" in said
    assert {file.name for file in (tmp_path / "reports/plan").iterdir()} == {
        *("index.html", "report.css", "plan.ics", "digest.md", "digest.eml", "plan.json")
    }
    assert not (tmp_path / "output").exists()


def test_readers_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITRINA_DIGEST_TO", "a@example.com, b@печи.рф ,")
    _, owner = planned(project(tmp_path, FILES), weeks=4)

    assert owner.readers == ("a@example.com", "b@xn--e1agt7a.xn--p1ai")


@pytest.mark.parametrize(
    "wrong", ["nobody", "a@example.com;b@example.com", "a@b.ru\nBcc: c@d.ru", "заказ@печи.рф", ","]
)
def test_a_wrong_address_is_an_error_in_words(wrong: str) -> None:
    with pytest.raises(ProblemsFound) as problems:
        readers_of(wrong)

    said = problems.value.in_language("en").splitlines()[0]
    assert said.startswith("DIGEST_TO: expected e-mail addresses parted by commas, got '")
    assert "адреса почты через запятую" in problems.value.in_language("ru")


@pytest.mark.parametrize("wrong", ["", "0", "105", "-1", "x", "1.5", "9" * 5000, "٣"])
def test_wrong_weeks_are_an_error_in_words(wrong: str) -> None:
    with pytest.raises(ProblemsFound) as problems:
        weeks_of(wrong)

    assert "weeks: expected a number from 1 to 104" in problems.value.in_language("en")


@pytest.mark.parametrize(("text", "weeks"), [("1", 1), ("104", 104), ("012", 12)])
def test_weeks(text: str, weeks: Any) -> None:
    assert weeks_of(text) == weeks
