"""`invoke links` hands what is known of the links to the report; the plan here is made up."""

from pathlib import Path

import pytest
from invoke.context import Context

from commands import growth
from plugins.language.problems import ProblemsFound
from tests.reports.links.sample import linked


@pytest.fixture(autouse=True)
def made_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The task finds the sample instead of the site, and writes below a folder of its own."""
    monkeypatch.setattr("plugins.release.linked.linked", lambda *_: linked())
    monkeypatch.setattr(growth, "ROOT", tmp_path)
    monkeypatch.setattr(growth, "LANG", "en")
    monkeypatch.setattr("commands.LANG", "en")


def links(**options: object) -> None:
    growth.links(Context(), **options)


def test_it_writes_the_report_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    links()

    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("content/ru: links made by themselves: 52")
    assert said[-1] == "report: reports/links/index.html"
    assert (tmp_path / "reports/links/links.json").is_file()


def test_why_and_suggest_write_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    links(why="ru/blog/article-0004.md")
    links(suggest=True)

    said = capsys.readouterr().out
    assert "«модель 1006» → ru/blog/article-0006.md: a link" in said
    assert "[модель 1007]({filename}/ru/blog/article-0007.md)" in said
    assert not (tmp_path / "reports").exists()


def test_a_wrong_path_is_an_error_with_exit_code_one() -> None:
    with pytest.raises(ProblemsFound) as problems:
        links(why="ru/nope.md")

    assert problems.value.code
