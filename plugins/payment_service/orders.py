"""Orders: made when a buyer confirms, once however often that comes; found and listed."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import timedelta
from hashlib import sha256
from typing import Any

from plugins.checkout.answers import Goods
from plugins.payment_service.database import reading, writing
from plugins.payment_service.landing import Offer
from plugins.payment_service.service import Service

# The bank has not answered yet; no state of the contract, notices do not tell it
WAITING = "waiting"


@dataclass(frozen=True)
class Bought:
    """A line of an order; `price` is that of one, in minor units."""

    sku: str
    quantity: int
    price: int


@dataclass(frozen=True)
class Order:
    """An order; `total` in minor units, times in Unix seconds.

    `attempt` names the confirmation that made it, `idempotency` is its key in notices; `cart`
    tells a cart of one from a link. `way` is the last that was tried, of a paid order the one that
    paid; `email` is for the receipt; `answer_at` is when a slow bank will answer.
    """

    number: str
    attempt: str
    idempotency: str
    site: str
    lines: tuple[Bought, ...]
    total: int
    currency: str
    page: str
    lang: str
    cart: bool
    email: str
    way: str
    attribution: Mapping[str, str]
    state: str
    reason: str
    created: int
    answer_at: int

    @property
    def goods(self) -> Goods:
        """Sku and quantity of each line."""
        return tuple((line.sku, line.quantity) for line in self.lines)

    @property
    def named(self) -> tuple[str, int, Goods]:
        """How answers name what was ordered: sku and quantity of a link, or the goods of a cart."""
        return ("", 0, self.goods) if self.cart else (*self.goods[0], ())

    def is_stale(self, moment: int, patience: timedelta) -> bool:
        """Whether it was left unpaid for too long."""
        open_yet = self.state not in ("paid", WAITING, "refunded")
        return open_yet and moment >= self.created + patience.total_seconds()


@dataclass(frozen=True)
class Attempt:
    """What a buyer confirms: tokens and quantities, from which opened page (`visit`)."""

    pairs: tuple[tuple[str, str], ...]
    visit: str
    cart: bool

    @property
    def name(self) -> str:
        """The same for a double click, a repeat after a lost answer, a step back and again."""
        rows = ["\n".join(pair) for pair in sorted(self.pairs)]
        said = "\n".join((*(("cart",) if self.cart else ()), *rows, self.visit))
        return sha256(said.encode()).hexdigest()


@dataclass(frozen=True)
class Wish:
    """An attempt at what can be believed, and what the buyer said besides."""

    attempt: Attempt
    offer: Offer
    email: str
    attribution: Mapping[str, str]


def minted(service: Service, wish: Wish) -> Order:
    """The order of a confirmation: a new one the first time, the same one ever after."""
    with writing(service.database) as db:
        known = _by_attempt(db, wish.attempt)
        if known:
            return known
        order = _new(service, wish)
        _insert(db, order)
        told(db, service, order)
        return order


def earlier(service: Service, attempt: Attempt, email: str) -> Order | None:
    """The order that an attempt has made before; an address given now is the better one."""
    with writing(service.database) as db:
        order = _by_attempt(db, attempt)
        if order and email and email != order.email and order.state != "paid":
            change = "UPDATE orders SET email = ? WHERE number = ?"
            db.execute(change, [email, order.number])
            return replace(order, email=email)
        return order


def _new(service: Service, wish: Wish) -> Order:
    offer = wish.offer
    return Order(
        number=service.draw()[:12].upper(),
        attempt=wish.attempt.name,
        idempotency=service.draw(),
        site=offer.site,
        lines=tuple(
            Bought(line.claims.sku, line.quantity, line.claims.price) for line in offer.cart.lines
        ),
        total=offer.cart.total,
        currency=offer.currency,
        page=offer.page,
        lang=offer.lang,
        cart=wish.attempt.cart,
        email=wish.email,
        way="",
        attribution=wish.attribution,
        state="created",
        reason="",
        created=service.moment,
        answer_at=0,
    )


def _insert(db: sqlite3.Connection, order: Order) -> None:
    values = {**asdict(order), "attribution": json.dumps(order.attribution, ensure_ascii=False)}
    del values["lines"]
    places = ", ".join(f":{name}" for name in values)
    db.execute(f"INSERT INTO orders ({', '.join(values)}) VALUES ({places})", values)
    rows = [
        (order.number, place, line.sku, line.quantity, line.price)
        for place, line in enumerate(order.lines)
    ]
    db.executemany("INSERT INTO lines VALUES (?, ?, ?, ?, ?)", rows)


def changed(db: sqlite3.Connection, order: Order) -> None:
    """Write the state of an order, and the way that was tried."""
    values = (order.state, order.reason, order.way, order.answer_at, order.number)
    change = "UPDATE orders SET state = ?, reason = ?, way = ?, answer_at = ? WHERE number = ?"
    db.execute(change, values)


def told(db: sqlite3.Connection, service: Service, order: Order) -> None:
    """Put a notice of the order's state into the post, in the same transaction."""
    after = "SELECT COALESCE(MAX(sequence), 0) + 1 FROM notices WHERE number = ?"
    sequence = db.execute(after, [order.number]).fetchone()[0]
    values = (service.draw(), order.number, sequence, order.state, order.reason, service.moment)
    db.execute("INSERT INTO notices VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0)", values)


def found(db: sqlite3.Connection, number: str) -> Order | None:
    """The order with a number."""
    return _first(db, db.execute("SELECT * FROM orders WHERE number = ?", [number]))


def order_of(service: Service, number: str) -> Order | None:
    """The same, outside a transaction."""
    with reading(service.database) as db:
        return found(db, number)


def orders(service: Service) -> list[Order]:
    """All orders, the oldest first."""
    with reading(service.database) as db:
        rows = db.execute("SELECT * FROM orders ORDER BY created, rowid").fetchall()
        lines: dict[str, list[sqlite3.Row]] = {}
        for line in db.execute("SELECT * FROM lines ORDER BY number, place"):
            lines.setdefault(line["number"], []).append(line)
    return [_order(row, lines.get(row["number"], ())) for row in rows]


def _by_attempt(db: sqlite3.Connection, attempt: Attempt) -> Order | None:
    return _first(db, db.execute("SELECT * FROM orders WHERE attempt = ?", [attempt.name]))


def _first(db: sqlite3.Connection, asked: sqlite3.Cursor) -> Order | None:
    row = asked.fetchone()
    if row is None:
        return None
    lines = db.execute("SELECT * FROM lines WHERE number = ? ORDER BY place", [row["number"]])
    return _order(row, lines.fetchall())


def _order(row: sqlite3.Row, lines: Iterable[sqlite3.Row]) -> Order:
    names = {field.name for field in fields(Order)} - {"lines"}
    values: dict[str, Any] = {name: row[name] for name in names}
    values["lines"] = tuple(Bought(line["sku"], line["quantity"], line["price"]) for line in lines)
    values["attribution"] = json.loads(row["attribution"])
    return Order(**{**values, "cart": bool(row["cart"])})
