"""What git is asked: the last commit of each text, in repositories of any state."""

import os
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from plugins.audit.history import NO_HISTORY
from plugins.release.committed import committed

DAY = "2026-11-{:02}T10:00:00+03:00"
NAME = "-c", "user.name=Ли Вэй", "-c", "user.email=li@example.com"


def git(folder: Path, *arguments: str, day: int = 1) -> None:
    when = {"GIT_AUTHOR_DATE": DAY.format(day), "GIT_COMMITTER_DATE": DAY.format(28)}
    subprocess.run(
        ["git", *NAME, *arguments],
        cwd=folder,
        env={**os.environ, **when, "GIT_CONFIG_GLOBAL": os.devnull},
        capture_output=True,
        check=True,
    )


def commit(folder: Path, day: int, **files: str) -> None:
    """Commit texts of content/ru; their names lack .md."""
    for name, text in files.items():
        file = folder / "content" / "ru" / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "texts", day=day)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / 'сайт и "кавычки"'
    folder.mkdir()
    git(folder, "init", "-b", "main")
    return folder


def moment(day: int) -> datetime:
    return datetime.fromisoformat(DAY.format(day))


def test_the_last_commit_of_each_text(repository: Path) -> None:
    commit(repository, 1, a="1", б="1", c="1")
    commit(repository, 3, a="2")
    commit(repository, 2, c="2")

    assert committed(repository / "content").commits == {
        "ru/a.md": moment(3),
        "ru/б.md": moment(1),
        "ru/c.md": moment(2),
    }


def test_a_project_below_the_repository(repository: Path) -> None:
    below = repository / "shop"
    below.mkdir()
    commit(below, 4, a="1")

    assert committed(below / "content").commits == {"ru/a.md": moment(4)}


def test_a_cut_history_says_nothing_of_files(repository: Path, tmp_path: Path) -> None:
    commit(repository, 1, a="1")
    commit(repository, 2, a="2")
    git(tmp_path, "clone", "--depth", "1", f"file://{repository}", "cut")
    history = committed(tmp_path / "cut" / "content")

    assert history.cut
    assert history.commits == {}


def test_no_commit_no_repository_no_git(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "content").mkdir()
    assert committed(repository / "content") == NO_HISTORY
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert committed(tmp_path) == NO_HISTORY
    monkeypatch.setenv("PATH", str(tmp_path))
    assert committed(repository / "content") == NO_HISTORY
