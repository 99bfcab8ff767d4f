"""The database of the stand-in: SQLite with a write-ahead log, a connection for each request."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import connect

# Fifty buyers at once wait their turn for milliseconds; nobody waits so long
BUSY_SECONDS = 30
SCHEMA = """
CREATE TABLE IF NOT EXISTS orders (
    number TEXT PRIMARY KEY, attempt TEXT NOT NULL UNIQUE, idempotency TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL, sku TEXT NOT NULL, quantity INTEGER NOT NULL, total INTEGER NOT NULL,
    currency TEXT NOT NULL, page TEXT NOT NULL, lang TEXT NOT NULL, attribution TEXT NOT NULL,
    state TEXT NOT NULL, reason TEXT NOT NULL, created INTEGER NOT NULL, answer_at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS payments (
    attempt TEXT NOT NULL, number TEXT NOT NULL REFERENCES orders, way TEXT NOT NULL,
    outcome TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (number, attempt)
) STRICT;
CREATE TABLE IF NOT EXISTS notices (
    id TEXT PRIMARY KEY, number TEXT NOT NULL REFERENCES orders, sequence INTEGER NOT NULL,
    state TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, tries INTEGER NOT NULL,
    next_try INTEGER NOT NULL, delivered INTEGER NOT NULL, UNIQUE (number, sequence)
) STRICT;
"""


def prepare(file: Path) -> None:
    """Make the database, if there is none; what is in it stays."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(_connected(file)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.executescript(SCHEMA)


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
