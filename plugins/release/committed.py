"""When each text was last committed, asked of git once."""

import subprocess
from datetime import datetime
from pathlib import Path

from plugins.audit.history import NO_HISTORY, History

MARK = "\x01"


def committed(content: Path) -> History:
    """The history of a folder; empty without git, without a repository and without commits."""
    if _git(content, "rev-parse", "--is-shallow-repository").strip() == "true":
        return History(cut=True)
    told = ("--format=%x01%aI", "--name-only", "--no-renames", "--relative", "-z", "--", ".")
    commits: dict[str, datetime] = {}
    moment: datetime | None = None
    for word in _git(content, "log", *told).split("\0"):
        name = word.lstrip("\n")
        if name.startswith(MARK):
            moment = datetime.fromisoformat(name.removeprefix(MARK))
        elif name and moment:
            commits[name] = max(moment, commits.get(name, moment))
    return History(commits) if commits else NO_HISTORY


def _git(folder: Path, *arguments: str) -> str:
    """What git says; nothing where it cannot be asked."""
    try:
        done = subprocess.run(
            ["git", "-c", "log.showSignature=false", *arguments],
            cwd=folder,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
