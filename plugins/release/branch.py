"""A branch of git as a target, for hosts that publish one: a commit a release, by ghp-import.

The record and the lock stand under refs/vitrina/, where no visitor sees them. Nothing is forced:
if somebody has pushed meanwhile, the next run begins with what he pushed.
"""

import sys
from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path

from plugins.language.messages import message
from plugins.release.folder import Folder
from plugins.release.programs import Programs

STATE_REF, LOCK_REF = "refs/vitrina/release", "refs/vitrina/lock"
_FILE = "said"


class Branch:
    """A branch of a remote of the project's own repository.

    `room` is an empty folder for its files; `host` goes into CNAME unless it is empty; `now` is
    the clock of the commit.
    """

    def __init__(
        self, where: tuple[str, str], root: Path, room: Path, *, host: str, now: datetime
    ) -> None:
        self._remote, self._branch = where
        self.name = f"{self._remote}/{self._branch}"
        self._room, self._host, self._now = room, host, now
        at = f"{int(now.timestamp())} {now:%z}"
        dates = {"GIT_COMMITTER_DATE": at, "GIT_AUTHOR_DATE": at}
        self._programs = Programs(self.name, root, dates | _author(root))

    def files(self) -> Mapping[str, str]:
        """What the branch holds at the remote now."""
        return self._tree.files()

    def put(self, path: str, data: bytes, headers: Mapping[str, str]) -> None:
        """Into the next commit."""
        self._tree.put(path, data, headers)

    def remove(self, path: str) -> None:
        """Not in the next commit."""
        self._tree.remove(path)

    def settle(self) -> None:
        """A commit is seen whole or not at all: it needs no phases."""

    def finish(self) -> None:
        """Commit and push everything at once."""
        named = ("-r", self._remote, "-b", self._branch, *(("-c", self._host) * bool(self._host)))
        words = f"Release of {self._now:%Y-%m-%d %H:%M}"
        before = self._at(f"refs/heads/{self._branch}")
        command = (sys.executable, "-m", "ghp_import", "-n", "-p", *named, "-m", words)
        self._programs.run(*command, str(self._tree.folder))
        after = self._at(f"refs/heads/{self._branch}")
        if before == after:
            raise self._programs.failed(message("the commit did not arrive at the remote"))

    def read_state(self) -> bytes | None:
        """What the last run pushed."""
        return self._said(STATE_REF)

    def write_state(self, data: bytes) -> None:
        """Push it to a reference of its own."""
        self._git("push", "--force", self._remote, f"{self._commit(data)}:{STATE_REF}")

    def lock(self, mine: bytes) -> bytes | None:
        """The remote takes the reference only if there is none."""
        push = ("push", f"--force-with-lease={LOCK_REF}:", self._remote)
        pushed = self._programs.tried("git", *push, f"{self._commit(mine)}:{LOCK_REF}")
        if pushed.returncode == 0:
            return None
        if (there := self._said(LOCK_REF)) is None:
            self._git(*push, f"{self._commit(mine)}:{LOCK_REF}")
        return there

    def unlock(self) -> None:
        """Take the reference away."""
        if self._at(LOCK_REF):
            self._git("push", self._remote, f":{LOCK_REF}")

    @cached_property
    def _tree(self) -> Folder:
        """The files of the branch in a folder; none where it does not exist yet."""
        folder, tracking = self._room / "branch", f"refs/remotes/{self.name}"
        folder.mkdir()
        if self._git("branch", "--show-current").strip() == self._branch.encode():
            raise self._programs.failed(message("this branch is checked out; check out another"))
        if self._at(f"refs/heads/{self._branch}"):
            self._git(*_FETCH, self._remote, f"+refs/heads/{self._branch}:{tracking}")
            index = {"GIT_INDEX_FILE": str(self._room / "index")}
            git = Programs(self.name, self._programs.folder, index)
            git.run("git", "read-tree", tracking)
            out = ("checkout-index", "--all", f"--prefix={folder.resolve()}/")
            git.run("git", "-c", "core.autocrlf=false", *out)
        return Folder(folder, self.name)

    def _at(self, reference: str) -> str:
        """The commit of a reference at the remote; empty where there is none."""
        return self._git("ls-remote", self._remote, reference).decode().partition("\t")[0]

    def _said(self, reference: str) -> bytes | None:
        if not self._at(reference):
            return None
        self._git(*_FETCH, self._remote, f"+{reference}:{reference}")
        return self._git("cat-file", "blob", f"{reference}:{_FILE}")

    def _commit(self, data: bytes) -> str:
        """A commit of one file, whose parent is none."""
        blob = self._git("hash-object", "-w", "--stdin", data=data).decode().strip()
        entry = f"100644 blob {blob}\t{_FILE}\n".encode()
        tree = self._git("mktree", data=entry).decode().strip()
        return self._git("commit-tree", tree, "-m", "Vitrina").decode().strip()

    def _git(self, *arguments: str, data: bytes | None = None) -> bytes:
        return self._programs.run("git", *arguments, data=data)


_FETCH = ("fetch", "--no-tags", "--quiet")


def _author(root: Path) -> dict[str, str]:
    """Who commits: whoever git says, else Vitrina (a scheduler has no name)."""
    git = Programs("git", root)
    given = {key: git.tried("git", "config", f"user.{key}").stdout.strip() for key in _NOBODY}
    known = {key: given[key].decode() or nobody for key, nobody in _NOBODY.items()}
    roles = ("COMMITTER", "AUTHOR")
    return {f"GIT_{role}_{key.upper()}": name for role in roles for key, name in known.items()}


_NOBODY = {"name": "Vitrina", "email": "vitrina@localhost"}
