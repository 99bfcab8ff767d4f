"""How links into the payment service are made: the setting CHECKOUT, checked and completed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Literal
from urllib.parse import urlsplit

from plugins.checkout.claims import MOST_QUANTITY
from plugins.checkout.keys import PublicKey, SigningKey
from plugins.checkout.periods import Length, Period, period_of
from plugins.language.messages import Message, message
from plugins.language.problems import Problem, expected
from plugins.security.policy import HTTPS_ADDRESS

# Where `invoke pay` plays the payment service; links signed with the example key lead here
STAND_IN = "http://127.0.0.1:8010/"
DEMO = "demo"
_ADDRESS = message("an https address in small Latin letters without ? and #, 80 characters at most")
_QUANTITY = message("two whole numbers from 1 to %(most)s, the smaller first", most=MOST_QUANTITY)
_DAYS = message("a number of days from 0 to 31")
_LONGEST_ADDRESS = 80


@dataclass(frozen=True)
class CheckoutSettings:
    """What an owner sets.

    `address` is the order page of the payment service, empty without one: then links lead to the
    stand-in. `audience` names the service (empty: its host). `quantity` is the least and the most
    of a product in one order. A link is valid to the end of the signing `period` after its own,
    `grace` days later the service still takes it, and it must outlive the next release by
    `margin` days. `unavailable` is what stands where a product cannot be bought: an error, or a
    link to write to us. `off` puts letters in the place of all links.
    """

    address: str = ""
    audience: str = ""
    quantity: tuple[int, int] = (1, 99)
    period: Length = "month"
    grace: int = 3
    margin: int = 7
    unavailable: Literal["error", "letter"] = "error"
    off: bool = False

    def problems(self) -> Iterator[Problem]:
        """Everything that cannot be."""
        if self.address and not _is_address(self.address):
            yield _problem("address", _ADDRESS, self.address)
        least, most = self.quantity
        if not 1 <= least <= most <= MOST_QUANTITY:
            yield _problem("quantity", _QUANTITY, self.quantity)
        for name in ("grace", "margin"):
            if not 0 <= getattr(self, name) <= 31:
                yield _problem(name, _DAYS, getattr(self, name))


@dataclass(frozen=True)
class Checkout:
    """All that a link needs: settings, the issuer (the site's host), the key, and the clock."""

    settings: CheckoutSettings
    issuer: str
    key: SigningKey
    public_keys: tuple[PublicKey, ...]
    now: datetime

    @property
    def demo(self) -> bool:
        """Whether links are signed with the key that everybody has."""
        return self.key.is_example

    @property
    def address(self) -> str:
        """Where links lead, without the token."""
        return STAND_IN if self.demo else self.settings.address

    @property
    def audience(self) -> str:
        """Who is to accept them."""
        if self.demo:
            return DEMO
        return self.settings.audience or urlsplit(self.settings.address).netloc.lower()

    @cached_property
    def period(self) -> Period:
        """The signing period of this build."""
        return period_of(self.now, self.settings.period)

    @property
    def grace(self) -> timedelta:
        """How long after its end a link is still taken."""
        return timedelta(days=self.settings.grace)


def _is_address(address: str) -> bool:
    return len(address) <= _LONGEST_ADDRESS and bool(re.fullmatch(HTTPS_ADDRESS, address))


def _problem(name: str, what: Message, got: object) -> Problem:
    return Problem("pelicanconf.py", 0, f"CHECKOUT.{name}", expected(what, f"'{got}'"))
