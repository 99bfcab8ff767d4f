"""The database of the stand-in: SQLite with a write-ahead log, a connection for each request."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import connect

from plugins.language.messages import message, verbatim
from plugins.language.problems import Problem, ProblemsFound, expected
from plugins.payment_service.schema import bring_up_to_date

# Fifty buyers at once wait their turn for milliseconds; nobody waits so long
BUSY_SECONDS = 30


def prepare(file: Path) -> None:
    """Make the database, if there is none; one of an older version is brought up to date.

    Raises ProblemsFound for a file that is none or cannot be read; it stays as it is.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(_connected(file)) as db:
            db.execute("PRAGMA journal_mode = WAL")
        with writing(file) as db:
            wrong = bring_up_to_date(db)
    except sqlite3.DatabaseError as error:
        advice = message("move the file elsewhere and start again, nothing in it is touched")
        wrong = expected(message("a database of orders"), verbatim(f"«{error}»"), advice)
    if wrong:
        raise ProblemsFound([Problem(str(file), 0, "", wrong)])


@contextmanager
def reading(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only asks."""
    with closing(_connected(file)) as db:
        yield db


@contextmanager
def writing(file: Path) -> Iterator[sqlite3.Connection]:
    """A transaction: everything that happens in it, or nothing; one writer after the other."""
    with closing(_connected(file)) as db:
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")


def _connected(file: Path) -> sqlite3.Connection:
    db = connect(file, timeout=BUSY_SECONDS, isolation_level=None)
    db.row_factory = sqlite3.Row
    # What has been answered must not be lost, not even with the power
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    return db
