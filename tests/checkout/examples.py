"""Links for tests, signed with the example key of RFC 8037."""

import random
from dataclasses import replace
from datetime import datetime

from plugins.checkout.claims import Claims
from plugins.checkout.keys import EXAMPLE_D, by_kid, signing_key
from plugins.checkout.periods import period_of
from plugins.company.products import Product
from plugins.documents.front_matter import MOSCOW

NOW = datetime(2026, 11, 23, 12, tzinfo=MOSCOW)
PERIOD = period_of(NOW, "month")
KEY = signing_key(EXAMPLE_D)
KEYS = by_kid([KEY.public])
CLAIMS = Claims(
    issuer="kettles.example",
    audience="demo",
    sku="K-1",
    quantity=(1, 99),
    price=299_000,
    currency="RUB",
    version="0aZ_-9bY",
    page="/products/chaynik/",
    lang="ru",
    issued=int(PERIOD.start.timestamp()),
    expires=int(PERIOD.after.timestamp()),
)


def many(count: int, seed: int = 8) -> list[Claims]:
    """Different claims, the same each time."""
    lots = random.Random(seed)
    letters = "ABCDEFКЛМН0123456789-._/"
    found = []
    for number in range(count):
        sku = f"{number}" + "".join(lots.choices(letters, k=lots.randrange(1, 24)))
        page = f"/en/products/{lots.randrange(10**6)}-kettle/"
        price = lots.randrange(1, 10**9)
        found.append(
            replace(CLAIMS, sku=sku, page=page, price=price, quantity=(1, 1 + number % 999))
        )
    return found


def product(**values: object) -> Product:
    """A kettle that can be bought."""
    plain = {
        "sku": "K-1",
        "group": "kitchen",
        "price": "2990",
        "unit": {"ru": "шт.", "en": "pc"},
        "availability": "in-stock",
        "tnved": "8516797000",
        "checked": "2026-11-14",
    }
    return Product.model_validate({**plain, **values})
