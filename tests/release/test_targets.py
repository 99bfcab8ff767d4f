"""Targets: in which order files go, a folder, a folder over rsync, a branch of git."""

import shutil
import stat
import subprocess
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.documents.front_matter import MOSCOW
from plugins.language.messages import Message
from plugins.language.problems import ProblemsFound
from plugins.release.branch import Branch
from plugins.release.destinations import (
    BranchTarget,
    Circumstances,
    FolderTarget,
    destination_of,
    is_served,
    target_of,
    warnings_of,
)
from plugins.release.folder import Folder
from plugins.release.holding import LEASE, Holder, held, holder_of
from plugins.release.record import Record, as_bytes, known, record_of
from plugins.release.rsync import RemoteFolder
from plugins.release.targets import Kind, Target, digest_of, publishing_order

NOW = datetime(2027, 1, 12, 10, tzinfo=MOSCOW)
SITE = {"index.html": b"home", "blog/x/index.html": b"x", "pictures/a b.png": b"\x89"}
PATHS = st.sampled_from(["index.html", "a.html", "b/index.html", "b.png", "feed.xml", "c.css"])


def test_what_pages_need_goes_first_and_what_leads_to_them_last() -> None:
    before = {"a.html": "1", "old.html": "1", "old.png": "1", "blog/index.html": "1", "s.css": "1"}
    after = {"a.html": "2", "new.html": "1", "new.png": "1", "blog/index.html": "2", "s.css": "1",
             "index.html": "1", "sitemap.xml": "1", "feed.xml": "1"}  # fmt: skip
    phases = publishing_order(before, after, lists=("blog/index.html",))

    assert [[(step.kind.value, step.path) for step in phase] for phase in phases] == [
        [("put", "new.png")],
        [("put", "new.html")],
        [("put", "a.html")],
        [("put", p) for p in ("blog/index.html", "feed.xml", "index.html", "sitemap.xml")],
        [("remove", "old.html")],
        [("remove", "old.png")],
    ]


DIGESTS = st.dictionaries(PATHS, st.sampled_from("12"))


@given(DIGESTS, DIGESTS)
def test_the_order_makes_the_one_of_the_other_and_touches_nothing_else(
    before: dict[str, str], after: dict[str, str]
) -> None:
    there = dict(before)
    for phase in publishing_order(before, after):
        assert phase
        for step in phase:
            if step.kind is Kind.PUT:
                assert there.get(step.path) != after[step.path]
                there[step.path] = after[step.path]
            else:
                del there[step.path]
    assert there == after


def filled(target: Target) -> None:
    target.read_state()
    target.write_state(b"state")
    for path, data in SITE.items():
        target.put(path, data, {})
    target.settle()
    target.finish()


def digests(site: Mapping[str, bytes]) -> dict[str, str]:
    return {path: digest_of(data) for path, data in site.items()}


def test_a_folder_holds_what_was_put(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "site")
    assert folder.read_state() is None
    assert folder.files() == {}
    filled(folder)

    assert folder.files() == digests(SITE)
    assert folder.read_state() == b"state"
    folder.put("blog/x", b"now a file", {})
    folder.put("index.html/deep.html", b"now a folder", {})
    assert folder.files().keys() == {"blog/x", "index.html/deep.html", "pictures/a b.png"}
    folder.remove("pictures/a b.png")
    folder.remove("pictures/a b.png")
    assert not (tmp_path / "site/pictures").exists()


def test_a_folder_has_one_lock(tmp_path: Path) -> None:
    folder = Folder(tmp_path)

    assert folder.lock(b"first") is None
    assert folder.lock(b"second") == b"first"
    folder.unlock()
    assert folder.lock(b"second") is None


def words(lines: list[Message]) -> str:
    return " ".join(line.in_language("en") for line in lines)


def test_a_lock_ends_by_the_clock_and_that_is_told(tmp_path: Path) -> None:
    folder, said = Folder(tmp_path), list[Message]()
    folder.lock(Holder("elsewhere", NOW + LEASE, "x").as_bytes)
    with (
        pytest.raises(ProblemsFound, match=r"another run publishes here \(elsewhere\)"),
        held(folder, "here", "y", NOW, said.append),
    ):
        raise AssertionError("two runs at once")
    with held(folder, "here", "y", NOW + timedelta(hours=2), said.append):
        assert holder_of(folder.lock(b"") or b"") == Holder("here", NOW + timedelta(hours=3), "y")

    assert "a run that died has left its lock" in words(said)
    assert folder.lock(b"") is None


@pytest.mark.parametrize("left", [b"{", b"\xff\x00", b'{"place": 1}', b'{"place":"a"}'])
def test_a_broken_lock_and_one_of_our_own_are_a_dead_runs(tmp_path: Path, left: bytes) -> None:
    for data in (left, Holder("here", NOW + LEASE, "dead").as_bytes):
        folder = Folder(tmp_path)
        folder.lock(data)
        with held(folder, "here", "y", NOW, lambda _: None):
            pass
        assert not list(tmp_path.iterdir())


def test_a_record_is_read_as_it_was_written() -> None:
    record = Record(NOW, "r", ("a.html",), {"verify": "r"}, ("a.html",))

    assert record_of(as_bytes(record)) == record
    assert known(record, record.with_done("social")) == record.with_done("social")
    later = Record(NOW + LEASE, "s")
    assert known(later, record) == Record(NOW + LEASE, "s", ("a.html",), {}, ("a.html",))


@pytest.mark.parametrize(
    "broken",
    [b"", b"\xff", b"[]", b"{}", b'{"version": 1, "at": "x"}', b'{"version": 2}', b"null",
     as_bytes(Record(NOW, "r")).replace(b"+03:00", b""),
     as_bytes(Record(NOW, "r", ("a",))).replace(b'"a"', b"7")],
)  # fmt: skip
def test_a_broken_record_is_told_in_words(broken: bytes) -> None:
    assert isinstance(record_of(broken), Message)


def git(folder: Path, *arguments: str) -> str:
    named = ("-c", "user.name=Tests", "-c", "user.email=tests@localhost")
    command = ["git", *named, *arguments]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A project with a remote."""
    remote, project = tmp_path / "remote.git", tmp_path / "project"
    git(tmp_path, "init", "--quiet", "--bare", str(remote))
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(project))
    git(project, "remote", "add", "origin", str(remote))
    git(project, "commit", "--quiet", "--allow-empty", "-m", "begin")
    return project


def branch(project: Path, name: str = "room", host: str = "firm.ru") -> Branch:
    room = project.parent / name
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir()
    return Branch(("origin", "gh-pages"), project, room, host=host, now=NOW)


def test_a_branch_gets_one_commit_a_release(repository: Path) -> None:
    target = branch(repository)
    assert target.read_state() is None
    assert target.files() == {}
    filled(target)
    remote = repository.parent / "remote.git"

    there = git(remote, "ls-tree", "-r", "--name-only", "-z", "gh-pages").split("\0")
    assert set(there) - {""} == {*SITE, ".nojekyll", "CNAME"}
    assert git(remote, "show", "gh-pages:CNAME") == "firm.ru"
    assert git(remote, "rev-list", "--count", "gh-pages") == "1"
    assert git(remote, "log", "-1", "--format=%cI %s", "gh-pages") == (
        "2027-01-12T10:00:00+03:00 Release of 2027-01-12 10:00"
    )
    again = branch(repository, "again")
    assert again.read_state() == b"state"
    assert {path: again.files()[path] for path in SITE} == digests(SITE)
    again.remove("blog/x/index.html")
    again.put("new.html", b"new", {})
    again.finish()
    assert git(remote, "rev-list", "--count", "gh-pages") == "2"
    assert "blog/x/index.html" not in git(remote, "ls-tree", "-r", "--name-only", "gh-pages")


def test_a_branch_has_one_lock_for_all_machines(repository: Path) -> None:
    first, second = branch(repository, "first"), branch(repository, "second")

    assert first.lock(b"first") is None
    assert second.lock(b"second") == b"first"
    first.unlock()
    first.unlock()
    assert second.lock(b"second") is None


def test_what_somebody_pushed_meanwhile_is_not_lost(repository: Path) -> None:
    filled(branch(repository))
    remote, elsewhere = repository.parent / "remote.git", repository.parent / "elsewhere/project"
    elsewhere.parent.mkdir()
    git(repository.parent, "clone", "--quiet", str(remote), str(elsewhere))
    slow, quick = branch(elsewhere), branch(repository)
    slow.files()
    quick.files()
    quick.put("quick.html", b"quick", {})
    quick.finish()
    slow.put("slow.html", b"slow", {})
    with pytest.raises(ProblemsFound, match="origin/gh-pages"):
        slow.finish()
    assert "quick.html" in git(remote, "ls-tree", "-r", "--name-only", "gh-pages")

    again = branch(elsewhere, "again")
    assert again.files().keys() >= {"quick.html"}
    again.put("slow.html", b"slow", {})
    again.finish()
    assert {"quick.html", "slow.html"} <= {
        *git(remote, "ls-tree", "--name-only", "gh-pages").split()
    }


def test_a_remote_that_refuses_is_said(repository: Path) -> None:
    hook = repository.parent / "remote.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho no more room >&2\nexit 1\n")
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
    target = branch(repository)
    target.put("index.html", b"home", {})
    with pytest.raises(ProblemsFound, match="origin/gh-pages"):
        target.finish()


def test_a_remote_that_is_not_there_is_said(repository: Path) -> None:
    git(repository, "remote", "set-url", "origin", str(repository.parent / "gone.git"))
    with pytest.raises(ProblemsFound, match="origin/gh-pages"):
        branch(repository).read_state()


@pytest.fixture
def remote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another machine: ssh that runs what it is told here."""
    if shutil.which("rsync") is None:
        pytest.fail("These tests need rsync: apt-get install rsync", pytrace=False)
    ssh = tmp_path / "ssh"
    ssh.write_text('#!/bin/sh\nshift\nexec sh -c "$*"\n')
    ssh.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(ssh))
    (tmp_path / "www").mkdir()
    return tmp_path / "www"


def test_a_folder_over_rsync_holds_what_was_put(remote: Path, tmp_path: Path) -> None:
    (remote / "proof[1].html").write_text("somebody else's")
    target = RemoteFolder(f"machine:{remote}", tmp_path / "mirror")
    assert target.read_state() is None
    filled(target)

    there = {f.relative_to(remote).as_posix() for f in remote.rglob("*") if f.is_file()}
    assert there == {*SITE, "proof[1].html", ".vitrina-release.json"}
    again = RemoteFolder(f"machine:{remote}", tmp_path / "another")
    assert again.read_state() == b"state"
    assert again.files() == digests({**SITE, "proof[1].html": b"somebody else's"})
    again.remove("blog/x/index.html")
    again.put("new*.html", b"new", {})
    again.finish()
    assert not (remote / "blog").exists()
    assert (remote / "new*.html").read_bytes() == b"new"
    assert (remote / "proof[1].html").exists()


def test_a_folder_over_rsync_has_one_lock(remote: Path, tmp_path: Path) -> None:
    first, second = (RemoteFolder(f"m:{remote}", tmp_path / name) for name in "ab")

    assert first.lock(b"first") is None
    assert second.lock(b"second") == b"first"
    second.unlock()
    assert second.lock(b"second") is None
    assert first.lock(b"first") == b"second"


def test_a_folder_that_is_not_there_over_rsync_is_said(remote: Path, tmp_path: Path) -> None:
    target = RemoteFolder(f"machine:{remote}/gone", tmp_path / "mirror")
    with pytest.raises(ProblemsFound, match="machine:"):
        target.files()


def test_without_rsync_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ProblemsFound, match="the program rsync is not on this machine"):
        RemoteFolder("machine:/srv", tmp_path / "mirror").read_state()


def test_a_setting_means_a_target(tmp_path: Path) -> None:
    around = Circumstances(tmp_path, tmp_path, "https://firm.ru", NOW)

    assert isinstance(target_of(FolderTarget("released"), around), Folder)
    assert isinstance(target_of(FolderTarget("u@host:/srv"), around), RemoteFolder)
    assert target_of(BranchTarget(), around).name == "origin/gh-pages"
    for wrong in (".", "..", "", "content"):
        with pytest.raises(ProblemsFound, match="RELEASE"):
            target_of(FolderTarget(wrong), around)


def test_the_environment_may_name_another_folder() -> None:
    default = BranchTarget()

    assert destination_of("X", {"X": " /srv "}, default=default) == FolderTarget("/srv", True)
    assert destination_of("X", {}, default=default) is default
    assert is_served(default)
    assert not is_served(FolderTarget("released"))
    assert is_served(FolderTarget("u@host:/srv"))


def test_hosts_abroad_are_warned_of_in_both_languages() -> None:
    (warning,) = warnings_of(BranchTarget())

    assert "152-FZ" in warning.in_language("en")
    assert "152-ФЗ" in warning.in_language("ru")
    assert not list(warnings_of(FolderTarget("/srv", served=True)))
