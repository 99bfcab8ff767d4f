"""The lines of the three exports that invented visitors leave behind."""

from collections.abc import Iterator
from datetime import timedelta

from plugins.documents.front_matter import MOSCOW
from plugins.funnel.sample import Visitor
from plugins.funnel.steps import Step

HITS = (
    "ym:pv:watchID", "ym:pv:visitID", "ym:pv:clientID", "ym:pv:dateTime", "ym:pv:URL",
    "ym:pv:title", "ym:pv:referer", "ym:pv:UTMSource", "ym:pv:lastTrafficSource",
    "ym:pv:isPageView", "ym:pv:productEventType", "ym:pv:ecommerce", "ym:pv:purchaseID",
    "ym:pv:goalsID",
)  # fmt: skip
VISITS = (
    "ym:s:visitID", "ym:s:clientID", "ym:s:dateTime", "ym:s:startURL", "ym:s:lastsignTrafficSource",
    "ym:s:lastsignUTMSource", "ym:s:isRobotPro", "ym:s:productEventType", "ym:s:productEventTime",
    "ym:s:productURL", "ym:s:purchaseID", "ym:s:purchaseDateTime",
)  # fmt: skip
ORDERS = (
    "number", "created", "state", "reason", "site", "goods", "total", "currency", "way", "page",
    "lang", "idempotency", "attribution",
)  # fmt: skip
HOST = "https://example.com"
# What a hit tells: product events, e-commerce as it was sent, the number of a purchase
Told = tuple[str, str, str]
NOTHING: Told = ("[]", "", "[]")
CHECKOUT: Told = ("[]", '{"checkout":{"products":[{"id":"SKU"}]}}', "[]")


def hits(visitor: Visitor, first: int) -> Iterator[str]:
    """Lines of hits, in order of time, numbered from `first` on."""
    marks = visitor.source.partition("utm_source=")[2]
    tail = f"{marks}\t{'ad' if marks else visitor.source}\t1"
    for at, (seconds, path, told) in enumerate(_walk(visitor)):
        moment = f"{visitor.begin + timedelta(seconds=seconds):%Y-%m-%d %H:%M:%S}"
        head = f"{first + at}\t{visitor.client // 7}\t{visitor.client}\t{moment}"
        page = f"{HOST}{path}\tПечь и верстак: {path}\t"
        yield f"{head}\t{page}\t{tail}\t{told[0]}\t{told[1]}\t{told[2]}\t[]\n"


def _walk(visitor: Visitor) -> Iterator[tuple[int, str, Told]]:
    level = visitor.level
    yield 0, visitor.landing, NOTHING
    for at in range(visitor.idle):
        yield 20 + 15 * at, f"/blog/text-{(visitor.client + at) % 97}/?from={at}", NOTHING
    if level >= Step.PRODUCT:
        yield 200, visitor.product, NOTHING
        yield 201, visitor.product, (r"[\'detail\']", "", "[]")
    if level >= Step.CART and not visitor.straight:
        yield 260, visitor.product, (r"[\'add\']", "", "[]")
    if level >= Step.CHECKOUT:
        yield 320, visitor.product if visitor.straight else "/korzina/", CHECKOUT
    if level >= Step.PAID:
        yield 500, "/spasibo/", (r"[\'purchase\']", "", rf"[\'{number(visitor, 1)}\']")


def visits(visitor: Visitor) -> str:
    """The line of the visit."""
    marks = visitor.source.partition("utm_source=")[2]
    moment = f"{visitor.begin:%Y-%m-%d %H:%M:%S}"
    paid = visitor.level >= Step.PAID
    bought = rf"[\'{number(visitor, 1)}\']" if paid else "[]"
    at = f"{visitor.begin + timedelta(seconds=500):%Y-%m-%d %H:%M:%S}"
    times = rf"[\'{at}\']" if paid else "[]"
    source = f"{'ad' if marks else visitor.source}\t{marks}"
    return (
        f"{visitor.client // 7}\t{visitor.client}\t{moment}\t{HOST}{visitor.landing}\t{source}\t"
        f"{int(visitor.robot)}\t[]\t[]\t[]\t{bought}\t{times}\n"
    )


def orders(visitor: Visitor) -> Iterator[str]:
    """The lines of the orders; beside some of them that of a buyer who refused to be counted."""
    if visitor.level < Step.CHECKOUT or visitor.robot:
        return
    state = "failed" if visitor.reason else "created"
    if visitor.level >= Step.PAID:
        state = "paid"
    for which in range(1, 3 if visitor.level is Step.REPEAT else 2):
        yield _order(visitor, which, state, f"cid={visitor.client}")
    if visitor.client % 12 == 0:
        yield _order(visitor, 9, state, "")


def _order(visitor: Visitor, which: int, state: str, attribution: str) -> str:
    created = int(visitor.begin.replace(tzinfo=MOSCOW).timestamp()) + 325
    cells = (
        number(visitor, which),
        created + (9 * 86_400 if which == 2 else 0),
        state,
        visitor.reason,
        "example.com",
        "SKU-1:1",
        f"{9_900 + visitor.client % 9 * 1_000}.00",
        "RUB",
        visitor.way,
        visitor.product,
        "ru",
        f"{visitor.client % 1_000_003}-{which}",
        attribution,
    )
    return ";".join(map(str, cells)) + "\n"


def number(visitor: Visitor, which: int) -> str:
    """The number of an order."""
    return f"{visitor.client % 10**12:X}-{which}"
