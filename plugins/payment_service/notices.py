"""Notices of orders: signed, sent again until they are answered, not always in order."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from plugins.checkout.answers import Notice, signed_answer
from plugins.payment_service.database import reading, writing
from plugins.payment_service.orders import found
from plugins.payment_service.service import Service

# After 1, 5, 15 minutes, 1 and 6 hours, then daily for a week (the contract, 7)
WAITS = (60, 300, 900, 3600, 21_600, *(86_400,) * 7)
NEVER = 2**62
Post = Callable[[str, str], bool]


@dataclass(frozen=True)
class Due:
    """A notice to be sent: where to, and what."""

    id: str
    address: str
    token: str
    tries: int


def deliver(service: Service, post: Post) -> int:
    """Send what is due; `post(address, token)` says whether it was taken. How many were."""
    taken = 0
    for due in due_notices(service):
        answers = [post(due.address, due.token) for _ in range(2 if service.unruly else 1)]
        taken += any(answers)
        again = service.moment + WAITS[due.tries] if due.tries < len(WAITS) else NEVER
        values = (any(answers), again, due.id)
        with writing(service.database) as db:
            change = (
                "UPDATE notices SET tries = tries + 1, delivered = ?, next_try = ? WHERE id = ?"
            )
            db.execute(change, values)
    return taken


def due_notices(service: Service) -> list[Due]:
    """Notices not yet taken whose time has come; of an unruly service, the newest first."""
    order = "DESC" if service.unruly else "ASC"
    asked = (
        "SELECT notices.*, orders.site FROM notices JOIN orders USING (number)"
        f" WHERE delivered = 0 AND next_try <= ? ORDER BY notices.rowid {order}"
    )
    with reading(service.database) as db:
        rows = db.execute(asked, [service.moment]).fetchall()
        # Nobody is asked while there is nothing to send
        merchants = service.merchants() if rows else {}
        to = {site: merchant.notify for site, merchant in merchants.items() if merchant.notify}
        return [_due(service, db, row, to[row["site"]]) for row in rows if row["site"] in to]


def _due(service: Service, db: sqlite3.Connection, row: sqlite3.Row, address: str) -> Due:
    order = found(db, row["number"])
    assert order
    sku, quantity, goods = order.named
    notice = Notice(
        service=service.name,
        site=order.site,
        id=row["id"],
        order=order.number,
        sequence=row["sequence"],
        state=row["state"],
        reason=row["reason"],
        sku=sku,
        quantity=quantity,
        total=order.total,
        currency=order.currency,
        idempotency=order.idempotency,
        issued=row["at"],
        goods=goods,
    )
    return Due(row["id"], address, signed_answer(notice, service.key), row["tries"])
