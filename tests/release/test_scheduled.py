"""`invoke schedule` on files: what it writes, what it says, and two writers on two branches."""

import shutil
import subprocess
from pathlib import Path

import pytest

from plugins.language.problems import ProblemsFound
from plugins.release.audited import audited
from plugins.release.scheduled import Change, scheduled
from plugins.reports.schedule import shown_diff, told
from tests.sites import ROOT, forget_plugins, project, run

SCHEDULE = """slots:
  - key: blog
    rule: FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;BYMINUTE=0
    starts: 2026-11-03
    languages: [ru]
"""
CLOCK = "2027-01-13 12:00"
SLOTS = ("2027-01-19 10:00", "2027-01-26 10:00", "2027-02-02 10:00")


def ready(title: str, *lines: str, end: str = "\n") -> bytes:
    keys = [f"Title: {title}", "Description: О чём это.", "Picture: none", "Status: ready", *lines]
    return end.join([*keys, "", "Текст.", ""]).encode()


FILES: dict[str, str | bytes | None] = {
    "data/schedule.yaml": SCHEDULE,
    "ru/blog/первая.md": ready("Первая", "Priority: 9", end="\r\n"),
    "ru/blog/second.md": b"\xef\xbb\xbf" + ready("Вторая", "Date:"),
    "ru/blog/held.md": "Title: Недописана\nStatus: ready\nPicture: none\n\nТекст.\n",
    "ru/blog/draft.md": "Title: Набросок\nStatus: draft\n\nТекст.\n",
}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    forget_plugins()
    monkeypatch.setenv("VITRINA_NOW", CLOCK)


def contents(folder: Path) -> dict[str, bytes]:
    files = sorted(file for file in (folder / "content").rglob("*") if file.is_file())
    return {file.relative_to(folder / "content").as_posix(): file.read_bytes() for file in files}


def said(settings: Path, lang: str = "en", *, dry_run: bool = False) -> list[str]:
    """What the command tells below its diff."""
    found, _, schedule = scheduled(settings, dry_run=dry_run)
    lines = told(found, schedule, dry_run=dry_run, lang=lang)
    return [line.replace("\u00a0", " ") for line in lines]


def test_it_writes_date_lines_and_nothing_else(tmp_path: Path) -> None:
    settings = project(tmp_path, FILES)
    before = contents(tmp_path)

    assert said(settings) == [
        "content/ru/blog/первая.md comes out on 19 January 2027, 10:00",
        "content/ru/blog/second.md comes out on 26 January 2027, 10:00",
        "content/ru/blog/held.md gets no slot, because: content/ru/blog/held.md:1: Description: "
        "expected a line «Description: …», got nothing",
        "2 articles got slots",
    ]
    first = before["ru/blog/первая.md"]
    second = before["ru/blog/second.md"]
    assert contents(tmp_path) == before | {
        "ru/blog/первая.md": first.replace(
            b"Status: ready\r\n", b"Status: ready\r\nDate: 2027-01-19 10:00\r\n"
        ),
        "ru/blog/second.md": second.replace(b"Date:", b"Date: 2027-01-26 10:00"),
    }


def test_running_it_twice_changes_nothing(tmp_path: Path) -> None:
    settings = project(tmp_path, FILES)
    scheduled(settings, dry_run=False)
    before = contents(tmp_path)

    found, changes, _ = scheduled(settings, dry_run=False)

    assert (found.filled, changes) == ((), ())
    assert contents(tmp_path) == before


def test_a_dry_run_writes_nothing_and_says_so_in_both_languages(tmp_path: Path) -> None:
    settings = project(tmp_path, FILES)
    before = contents(tmp_path)

    english, russian = said(settings, dry_run=True), said(settings, "ru", dry_run=True)

    assert contents(tmp_path) == before
    assert english[-1] == "nothing was written: --dry-run only shows"
    assert russian[0] == "content/ru/blog/первая.md выйдет 19 января 2027 г., 10:00"
    assert russian[-2:] == [
        "2 статьи встали в расписание",
        "ничего не записано: --dry-run только показывает",
    ]


def test_a_run_that_dies_half_way_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = project(tmp_path, FILES)
    before = contents(tmp_path)
    replace = Path.replace

    def full(file: Path, target: Path) -> Path:
        if "second" in target.name:
            raise OSError(28, "No space left on device", str(target))
        return replace(file, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        scheduled(settings, dry_run=False)
    after = contents(tmp_path)
    assert [path for path in after if after[path] != before.get(path)] == ["ru/blog/первая.md"]

    monkeypatch.undo()
    monkeypatch.setenv("VITRINA_NOW", CLOCK)
    assert said(settings)[0] == "content/ru/blog/second.md comes out on 26 January 2027, 10:00"


def test_a_link_stays_a_link_and_a_mode_stays_a_mode(tmp_path: Path) -> None:
    settings = project(tmp_path, FILES)
    file, elsewhere = tmp_path / "content/ru/blog/second.md", tmp_path / "texts.md"
    file.rename(elsewhere)
    elsewhere.chmod(0o640)
    file.symlink_to(elsewhere)

    scheduled(settings, dry_run=False)

    assert file.is_symlink()
    assert "Date: 2027-01-26 10:00" in elsewhere.read_text("utf-8")
    assert elsewhere.stat().st_mode & 0o777 == 0o640


def test_without_a_schedule_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as found:
        scheduled(project(tmp_path), dry_run=False)
    assert found.value.in_language("en").splitlines()[0] == (
        "content/data/schedule.yaml: expected this file, got nothing; "
        "describe there when articles come out: docs/reference.md, schedule.yaml"
    )


def test_a_rule_that_never_fires_ends_every_command_with_its_line(tmp_path: Path) -> None:
    never = SCHEDULE.replace("BYDAY=TU", "BYMONTH=2;BYMONTHDAY=30")
    settings = project(tmp_path, {**FILES, "data/schedule.yaml": never})
    before = contents(tmp_path)

    with pytest.raises(ProblemsFound) as found:
        scheduled(settings, dry_run=False)

    assert found.value.in_language("en").startswith(
        "content/data/schedule.yaml:3: slots[1].rule: expected a rule that fires within 10 years"
    )
    assert contents(tmp_path) == before


def test_the_diff_is_taken_back_by_git_apply(tmp_path: Path) -> None:
    settings = repository(tmp_path)
    before = contents(tmp_path)
    _, changes, _ = scheduled(settings, dry_run=False)
    patch = "".join(f"{line}\n" for change in changes for line in change.diff)

    git(tmp_path, "apply", "--reverse", "-", given=patch)

    assert contents(tmp_path) == before


def test_a_diff_of_a_file_without_a_last_line_end() -> None:
    change = Change("content/x.md", b"Status: ready", b"Status: ready\nDate: x")
    assert change.diff == (
        "--- a/content/x.md",
        "+++ b/content/x.md",
        "@@ -1 +1,2 @@",
        "-Status: ready",
        "\\ No newline at end of file",
        "+Status: ready",
        "+Date: x",
        "\\ No newline at end of file",
    )
    assert list(shown_diff(change.diff, coloured=False)) == list(change.diff)
    assert "\x1b[32m+Date: x\x1b[0m" in shown_diff(change.diff, coloured=True)


def git(folder: Path, *arguments: str, given: str | None = None, fails: bool = False) -> str:
    """A git command of a writer."""
    who = ["-c", "user.name=W", "-c", "user.email=w@example.com", "-c", "core.autocrlf=false"]
    done = subprocess.run(
        ["git", *who, *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert bool(done.returncode) == fails, done.stderr
    return done.stdout


def repository(folder: Path) -> Path:
    """A project in git, everything committed."""
    settings = project(folder, FILES)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "start")
    return settings


def commit(folder: Path, branch: str, files: dict[str, bytes], settings: Path) -> None:
    """A writer takes a branch, adds texts, schedules them and commits."""
    git(folder, "checkout", "--quiet", "-b", branch, "main")
    for path, data in files.items():
        (folder / "content" / path).write_bytes(data)
    scheduled(settings, dry_run=False)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", branch)


def test_two_writers_who_date_one_article_differently_get_a_conflict(tmp_path: Path) -> None:
    settings = repository(tmp_path)
    commit(tmp_path, "anna", {}, settings)
    urgent = {"ru/blog/urgent.md": ready("Срочная", "Priority: 9", "Deadline: 2027-01-20")}
    commit(tmp_path, "boris", urgent, settings)

    told_by_git = git(tmp_path, "merge", "anna", fails=True)

    assert "CONFLICT (content)" in told_by_git
    text = (tmp_path / "content/ru/blog/second.md").read_text("utf-8")
    assert "<<<<<<<" in text
    assert "Date: 2027-01-26 10:00" in text
    assert "Date: 2027-02-02 10:00" in text


def test_two_articles_in_one_slot_merge_silently_and_are_told_of(tmp_path: Path) -> None:
    settings = repository(tmp_path)
    scheduled(settings, dry_run=False)
    git(tmp_path, "commit", "--quiet", "--all", "--message", "planned")
    commit(tmp_path, "anna", {"ru/blog/anna.md": ready("От Анны")}, settings)
    commit(tmp_path, "boris", {"ru/blog/boris.md": ready("От Бориса")}, settings)
    git(tmp_path, "merge", "--quiet", "--no-edit", "anna")
    before = contents(tmp_path)

    line = said(settings)[-2]
    forget_plugins()
    _, findings = audited(settings, lambda *_: None, publishing=False)

    assert line == (
        "content/ru/blog/boris.md:5: content/ru/blog/anna.md has the slot of 2 February 2027, "
        "10:00 already, and both would come out; write another Date in one of them, or delete "
        "that line of a ready text and run invoke schedule again"
    )
    assert [(f.file, f.line) for f in findings if f.rule == "slot-taken-twice"] == [
        ("content/ru/blog/boris.md", 5)
    ]
    assert contents(tmp_path) == before

    file = tmp_path / "content/ru/blog/boris.md"
    file.write_bytes(file.read_bytes().replace(b"Date: 2027-02-02 10:00\n", b""))
    assert said(settings)[0] == "content/ru/blog/boris.md comes out on 9 February 2027, 10:00"
    assert "already" not in "".join(said(settings))


def test_the_command_prints_the_diff_and_git_checkout_takes_it_back(tmp_path: Path) -> None:
    repository(tmp_path)
    shutil.copy(ROOT / "tasks.py", tmp_path)
    before = contents(tmp_path)

    done = run(tmp_path, "invoke", "schedule", "--lang", "en", VITRINA_NOW=CLOCK)

    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[:3] == [
        "--- a/content/ru/blog/первая.md",
        "+++ b/content/ru/blog/первая.md",
        "@@ -2,6 +2,7 @@",
    ]
    assert "+Date: 2027-01-26 10:00" in lines
    assert lines[-1] == "2 articles got slots"
    assert "\x1b[" not in done.stdout
    git(tmp_path, "checkout", "--", "content")
    assert contents(tmp_path) == before
