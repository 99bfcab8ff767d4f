"""What becomes of a payment, as the person before the screen chooses it."""

import sqlite3
from dataclasses import dataclass, replace

from plugins.checkout.answers import FAILURES
from plugins.payment_service.database import writing
from plugins.payment_service.orders import WAITING, Order, changed, found, told
from plugins.payment_service.service import Service

SLOW = "slow"


@dataclass(frozen=True)
class Payment:
    """One press of the button on an opened page (`visit`): pressed twice, it pays once."""

    visit: str
    way: str
    chosen: str

    @property
    def attempt(self) -> str:
        """The same for the same press; another choice on the same page is another one."""
        return f"{self.visit} {self.way} {self.chosen}"


@dataclass(frozen=True)
class Ending:
    """How a press ended: an outcome of the contract, or SLOW while the bank is thinking."""

    outcome: str
    reason: str = ""


def settled(service: Service, number: str, payment: Payment) -> Ending:
    """How a payment ends; the same press always ends the same way."""
    with writing(service.database) as db:
        order = found(db, number)
        if order is None:
            raise KeyError(number)
        known = _earlier(db, order, payment)
        if known:
            return known
        ending = _ending(service, order, payment)
        values = (
            payment.attempt,
            number,
            payment.way,
            ending.outcome,
            ending.reason,
            service.moment,
        )
        db.execute("INSERT INTO payments VALUES (?, ?, ?, ?, ?, ?)", values)
        if order.state not in ("paid", WAITING):
            order = replace(order, way=payment.way)
        _record(db, service, order, ending)
        return ending


def answered(service: Service, number: str) -> Order | None:
    """The order, after a slow bank has answered if it is time."""
    with writing(service.database) as db:
        order = found(db, number)
        if order is None or order.state != WAITING or service.moment < order.answer_at:
            return order
        paid = replace(order, state="paid", answer_at=0)
        changed(db, paid)
        told(db, service, paid)
        return paid


def _earlier(db: sqlite3.Connection, order: Order, payment: Payment) -> Ending | None:
    """How the same press ended before."""
    asked = "SELECT * FROM payments WHERE attempt = ? AND number = ?"
    row = db.execute(asked, [payment.attempt, order.number]).fetchone()
    if row is None:
        return None
    if row["outcome"] == SLOW and order.state == "paid":
        return Ending("success")
    return Ending(row["outcome"], row["reason"])


def _ending(service: Service, order: Order, payment: Payment) -> Ending:
    if order.state == "paid":
        return Ending("paid")
    if order.state == WAITING:
        return Ending(SLOW)
    if order.is_stale(service.moment, service.patience):
        return Ending("expired")
    if payment.chosen in FAILURES:
        return Ending("failure", payment.chosen)
    return Ending(payment.chosen)


def _record(db: sqlite3.Connection, service: Service, order: Order, ending: Ending) -> None:
    states = {"success": "paid", "failure": "failed", "cancelled": "cancelled", SLOW: WAITING}
    state = states.get(ending.outcome, order.state)
    if state == order.state and ending.reason == order.reason:
        changed(db, order)
        return
    later = service.moment + int(service.slow.total_seconds()) if state == WAITING else 0
    now = replace(order, state=state, reason=ending.reason, answer_at=later)
    changed(db, now)
    if state != WAITING:
        told(db, service, now)
