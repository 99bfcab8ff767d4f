"""What the database holds, version by version; a file of an older one is brought up to date."""

import sqlite3

from plugins.language.messages import Message, message

# Of files before there were versions; each statement by itself, so that all are one transaction
_FIRST = (
    """CREATE TABLE IF NOT EXISTS orders (
    number TEXT PRIMARY KEY, attempt TEXT NOT NULL UNIQUE, idempotency TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL, sku TEXT NOT NULL, quantity INTEGER NOT NULL, total INTEGER NOT NULL,
    currency TEXT NOT NULL, page TEXT NOT NULL, lang TEXT NOT NULL, attribution TEXT NOT NULL,
    state TEXT NOT NULL, reason TEXT NOT NULL, created INTEGER NOT NULL, answer_at INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE IF NOT EXISTS payments (
    attempt TEXT NOT NULL, number TEXT NOT NULL REFERENCES orders, way TEXT NOT NULL,
    outcome TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (number, attempt)
) STRICT""",
    """CREATE TABLE IF NOT EXISTS notices (
    id TEXT PRIMARY KEY, number TEXT NOT NULL REFERENCES orders, sequence INTEGER NOT NULL,
    state TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, tries INTEGER NOT NULL,
    next_try INTEGER NOT NULL, delivered INTEGER NOT NULL, UNIQUE (number, sequence)
) STRICT""",
)
# Carts: an order has lines; it remembers how it was paid and where its receipt goes
_CARTS = (
    """CREATE TABLE lines (
    number TEXT NOT NULL REFERENCES orders, place INTEGER NOT NULL, sku TEXT NOT NULL,
    quantity INTEGER NOT NULL, price INTEGER NOT NULL, PRIMARY KEY (number, place)
) STRICT""",
    "INSERT INTO lines SELECT number, 0, sku, quantity, total / quantity FROM orders",
    "ALTER TABLE orders ADD COLUMN cart INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE orders ADD COLUMN email TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE orders ADD COLUMN way TEXT NOT NULL DEFAULT ''",
    """UPDATE orders SET way = COALESCE((SELECT way FROM payments
    WHERE payments.number = orders.number AND outcome <> 'paid'
    ORDER BY payments.rowid DESC LIMIT 1), '')""",
    "ALTER TABLE orders DROP COLUMN sku",
    "ALTER TABLE orders DROP COLUMN quantity",
)
VERSIONS = (_FIRST, _CARTS)


def bring_up_to_date(db: sqlite3.Connection) -> Message | None:
    """Within a transaction: what an older file lacks. Why it cannot be, if a newer one made it."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(VERSIONS):
        return message(
            "these orders were kept by a newer version of this program; take that one, or move the"
            " file elsewhere"
        )
    for statements in VERSIONS[version:]:
        for statement in statements:
            db.execute(statement)
    db.execute(f"PRAGMA user_version = {len(VERSIONS)}")
    return None
