"""The folder that a build replaces: whether it may be, and by one build at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.language.messages import Message, message, verbatim
from plugins.language.problems import Problem, ProblemsFound, expected

OURS = ("content", "theme", "plugins", "locales", "tests", "docs")
OF_ITS_OWN = message("a folder of its own for the built site")
REPLACEABLE = message("an empty folder or one that holds a built site (index.html)")


def replaceable(settings_file: Path, output: Path) -> Path:
    """The full path of an output that nobody would miss; raises ProblemsFound for any other.

    Everything in an output is deleted by the next build, so a slip in its name must not cost a
    folder of somebody's work.
    """
    folder, root = output.resolve(), settings_file.resolve().parent
    if root.is_relative_to(folder):
        raise _refused(output, expected(OF_ITS_OWN, message("a folder that holds the project")))
    for name in OURS:
        if folder.is_relative_to(root / name):
            got = message("a folder of the project's own, %(name)s/", name=name)
            raise _refused(output, expected(OF_ITS_OWN, got))
    for place in (folder, *folder.parents):
        if place.exists() and not place.is_dir():
            got = message("%(path)s, which is a file", path=place)
            raise _refused(output, expected(message("a folder"), got))
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "index.html").is_file():
        got = message("a folder with other files")
        advice = message("choose another folder, or empty this one yourself")
        raise _refused(output, expected(REPLACEABLE, got, advice))
    return folder


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of an output, `.NAME.lock` beside it; waits while another build holds it.

    The file stays: removing it would let a third build in beside one that has waited.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock = folder.with_name(f".{folder.name}.lock").open("w")
    except OSError as error:
        raise _refused(folder, verbatim(str(error.strerror))) from None
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _refused(output: Path, why: Message) -> ProblemsFound:
    return ProblemsFound([Problem("invoke build", 0, f"--output {output}", why)])
