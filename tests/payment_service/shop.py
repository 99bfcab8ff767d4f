"""A shop with two kettles and its payment service, all of it values; a buyer to try them with."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from httpx import ASGITransport, AsyncClient, Response

from plugins.checkout.answers import Returned, returned
from plugins.checkout.claims import Claims
from plugins.checkout.keys import by_kid, signing_key
from plugins.checkout.tokens import signed
from plugins.payment_service import Item, Merchant, Service, application
from plugins.payment_service.service import EXAMPLE_D
from tests.checkout.examples import CLAIMS, KEY, KEYS, NOW

SITE = "http://localhost:8000"
OUTCOMES = ("success", "failure", "cancelled", "expired", "paid")
SERVICE_KEY = signing_key(EXAMPLE_D)
KETTLE = Item(
    {"ru": "Чайник", "en": "Kettle"},
    CLAIMS.price,
    CLAIMS.currency,
    CLAIMS.version,
    {"ru": "/products/chaynik/", "en": "/en/products/kettle/"},
)
OVEN_CLAIMS = replace(CLAIMS, sku="ПЧ-12/Б", price=18_900_050, version="oven_001", quantity=(1, 2))
TRAY_CLAIMS = replace(CLAIMS, sku="T-3", price=99, version="tray_001", quantity=(5, 999))
OVEN, TRAY = (
    Item(names, claims.price, claims.currency, claims.version)
    for names, claims in (
        ({"ru": "Печь", "en": "Oven"}, OVEN_CLAIMS),
        ({"ru": "Лист", "en": "Tray"}, TRAY_CLAIMS),
    )
)
MERCHANT = Merchant(
    name="Чайники",
    address=SITE,
    keys=KEYS,
    catalogue={"K-1": KETTLE, "ПЧ-12/Б": OVEN, "T-3": TRAY},
    returns={
        (lang, outcome): f"/{lang}/{outcome}/" + ("{sku}/" if outcome == "failure" else "")
        for lang in ("ru", "en")
        for outcome in OUTCOMES
    },
    goods={"ru": "/products/", "en": "/en/products/"},
    notify="http://127.0.0.1:9/notices",
    carts={"ru": "/korzina/", "en": "/en/cart/"},
)


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: int) -> None:
        self.now += timedelta(**time)


def numbers() -> Callable[[], str]:
    """One number after the other instead of lots."""
    drawn = count(1)
    return lambda: f"{next(drawn):012d}abcdef"


def service_in(folder: Path, clock: Clock, merchant: Merchant = MERCHANT) -> Service:
    sites = {CLAIMS.issuer: merchant}
    return Service(
        "demo", SERVICE_KEY, lambda: sites, folder / "state/orders.sqlite", clock, numbers()
    )


def token(**changes: object) -> str:
    """A link's token for the kettle, with other claims where they are given."""
    return signed(Claims(**{**CLAIMS.__dict__, **changes}), KEY)


KETTLE_TOKEN, OVEN_TOKEN, TRAY_TOKEN = (
    signed(claims, KEY) for claims in (CLAIMS, OVEN_CLAIMS, TRAY_CLAIMS)
)
# Two kettles, an oven and ten trays: what the site's cart would send
THREE = ((KETTLE_TOKEN, "2"), (OVEN_TOKEN, "1"), (TRAY_TOKEN, "10"))
THREE_GOODS = (("K-1", 2), ("ПЧ-12/Б", 1), ("T-3", 10))
THREE_TOTAL = 2 * 299_000 + 18_900_050 + 10 * 99
Fields = list[tuple[str, str]]
FORM = {"content-type": "application/x-www-form-urlencoded"}


def cart(*pairs: tuple[str, str], lang: str = "ru") -> Fields:
    """The fields of the site's cart."""
    both = [field for token, quantity in pairs for field in (("t", token), ("q", quantity))]
    return [("lang", lang), *both]


class Client:
    """Asks the application in this process, without a network; follows no redirect."""

    def __init__(self, service: Service) -> None:
        self.transport = ASGITransport(application(service))

    def get(self, address: str, **asked: Any) -> Response:
        return asyncio.run(self._asked("GET", address, asked))

    def post(self, address: str, **asked: Any) -> Response:
        return asyncio.run(self._asked("POST", address, asked))

    def ask(self, method: str, address: str, **asked: Any) -> Response:
        return asyncio.run(self._asked(method.upper(), address, asked))

    def send(self, address: str, fields: Fields) -> Response:
        """A form in which a name may stand more than once."""
        return self.post(address, content=urlencode(fields), headers=FORM)

    async def _asked(self, method: str, address: str, asked: dict[str, Any]) -> Response:
        async with AsyncClient(transport=self.transport, base_url="http://127.0.0.1") as client:
            return await client.request(method, address, **asked)


class Buyer:
    """Opens pages and presses buttons as a browser does, one step at a time."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.client = Client(service)

    def opens(self, link: str = "", **parameters: str) -> str:
        answer = self.client.get("/", params={"t": link or token(), **parameters})
        assert answer.status_code == 200, answer.headers
        return answer.text

    def led_to(self, link: str) -> str:
        answer = self.client.get("/", params={"t": link})
        return answer.headers["location"]

    def confirms(self, page: str, **changes: str) -> str:
        """The order's address."""
        answer = self.client.post("/orders", data={**fields(page), **changes})
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    def fills(self, *pairs: tuple[str, str]) -> str:
        """The order page of a cart."""
        answer = self.client.send("/", cart(*(pairs or THREE)))
        assert answer.status_code == 200, answer.headers
        return answer.text

    def confirms_cart(self, page: str) -> str:
        """The order's address, or where the buyer is led instead."""
        answer = self.client.send("/carts", pairs(page))
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    def pays(self, order: str, answer: str, page: str = "") -> str:
        """Where the buyer is led."""
        page = page or self.client.get(order).text
        form = {**fields(page), "way": "mir", "answer": answer}
        return self.client.post(f"{order}/pay", data=form).headers["location"]

    def orders(self) -> list[dict[str, object]]:
        listed: list[dict[str, object]] = self.client.get("/orders.json").json()
        return listed

    def told(self, address: str) -> Returned:
        """What the site learns from a return address."""
        [answer] = parse_qs(urlsplit(address).query)["r"]
        keys = by_kid([SERVICE_KEY.public])
        return returned(answer, keys, ("demo", CLAIMS.issuer), self.service.clock())


def fields(page: str) -> dict[str, str]:
    """The hidden fields and the quantity of a form."""
    return dict(pairs(page))


def pairs(page: str) -> Fields:
    """The same where names repeat."""
    found = re.findall(r'type="(?:hidden|number)" name="([^"]+)" value="([^"]*)"', page)
    return [(name, value.replace("&amp;", "&")) for name, value in found]


def with_price(price: int) -> Merchant:
    dearer = replace(KETTLE, price=price, version="dearer_1")
    return replace(MERCHANT, catalogue={"K-1": dearer})
