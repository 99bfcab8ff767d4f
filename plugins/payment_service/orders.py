"""Orders: made when a buyer confirms, once however often that comes; found and listed."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import timedelta
from hashlib import sha256
from typing import Any

from plugins.checkout.claims import Claims
from plugins.payment_service.database import reading, writing
from plugins.payment_service.service import Service

# The bank has not answered yet; no state of the contract, notices do not tell it
WAITING = "waiting"


@dataclass(frozen=True)
class Order:
    """An order; `total` in minor units, times in Unix seconds.

    `attempt` names the confirmation that made it, `idempotency` is its key in notices;
    `answer_at` is when a slow bank will answer.
    """

    number: str
    attempt: str
    idempotency: str
    site: str
    sku: str
    quantity: int
    total: int
    currency: str
    page: str
    lang: str
    attribution: Mapping[str, str]
    state: str
    reason: str
    created: int
    answer_at: int

    def is_stale(self, moment: int, patience: timedelta) -> bool:
        """Whether it was left unpaid for too long."""
        open_yet = self.state not in ("paid", WAITING, "refunded")
        return open_yet and moment >= self.created + patience.total_seconds()


@dataclass(frozen=True)
class Wish:
    """What a buyer confirms: a link, how many, from which opened page (`visit`)."""

    token: str
    claims: Claims
    quantity: int
    visit: str
    attribution: Mapping[str, str]

    @property
    def attempt(self) -> str:
        """The same for a double click, a repeat after a lost answer, a step back and again."""
        said = "\n".join((self.token, str(self.quantity), self.visit))
        return sha256(said.encode()).hexdigest()


def minted(service: Service, wish: Wish) -> Order:
    """The order of a confirmation: a new one the first time, the same one ever after."""
    with writing(service.database) as db:
        known = db.execute("SELECT * FROM orders WHERE attempt = ?", [wish.attempt]).fetchone()
        if known:
            return _order(known)
        order = _new(service, wish)
        _insert(db, order)
        told(db, service, order)
        return order


def _new(service: Service, wish: Wish) -> Order:
    claims = wish.claims
    return Order(
        number=service.draw()[:12].upper(),
        attempt=wish.attempt,
        idempotency=service.draw(),
        site=claims.issuer,
        sku=claims.sku,
        quantity=wish.quantity,
        total=claims.price * wish.quantity,
        currency=claims.currency,
        page=claims.page,
        lang=claims.lang,
        attribution=wish.attribution,
        state="created",
        reason="",
        created=service.moment,
        answer_at=0,
    )


def _insert(db: sqlite3.Connection, order: Order) -> None:
    values = {**asdict(order), "attribution": json.dumps(order.attribution, ensure_ascii=False)}
    places = ", ".join(f":{name}" for name in values)
    db.execute(f"INSERT INTO orders ({', '.join(values)}) VALUES ({places})", values)


def changed(db: sqlite3.Connection, order: Order) -> None:
    """Write the state of an order."""
    values = (order.state, order.reason, order.answer_at, order.number)
    db.execute("UPDATE orders SET state = ?, reason = ?, answer_at = ? WHERE number = ?", values)


def told(db: sqlite3.Connection, service: Service, order: Order) -> None:
    """Put a notice of the order's state into the post, in the same transaction."""
    after = "SELECT COALESCE(MAX(sequence), 0) + 1 FROM notices WHERE number = ?"
    sequence = db.execute(after, [order.number]).fetchone()[0]
    values = (service.draw(), order.number, sequence, order.state, order.reason, service.moment)
    db.execute("INSERT INTO notices VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0)", values)


def found(db: sqlite3.Connection, number: str) -> Order | None:
    """The order with a number."""
    row = db.execute("SELECT * FROM orders WHERE number = ?", [number]).fetchone()
    return _order(row) if row else None


def order_of(service: Service, number: str) -> Order | None:
    """The same, outside a transaction."""
    with reading(service.database) as db:
        return found(db, number)


def orders(service: Service) -> list[Order]:
    """All orders, the oldest first."""
    with reading(service.database) as db:
        rows = db.execute("SELECT * FROM orders ORDER BY created, rowid").fetchall()
    return [_order(row) for row in rows]


def _order(row: sqlite3.Row) -> Order:
    values: dict[str, Any] = {field.name: row[field.name] for field in fields(Order)}
    return Order(**{**values, "attribution": json.loads(row["attribution"])})
