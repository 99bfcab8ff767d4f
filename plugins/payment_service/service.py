"""The service itself: its name, its key, its clock and its source of numbers, all given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from plugins.checkout.keys import SigningKey
from plugins.payment_service.merchants import Merchant

# Published in RFC 8032, 7.1, test 2: whoever reads the RFC can sign as the stand-in does
EXAMPLE_D = "TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs"
Merchants = Callable[[], Mapping[str, Merchant]]


@dataclass(frozen=True)
class Service:
    """What the application runs on.

    `merchants` gives all sites by their issuer and is asked for each request, since prices
    change; `site` is where one is awaited, to be told to those who see none. `draw` gives a text
    of 16 signs that nobody can guess. An unpaid order is kept for `patience`, a slow bank answers
    after `slow`. An `unruly` service sends its notices twice and the newest first, which the
    contract allows.
    """

    name: str
    key: SigningKey
    merchants: Merchants
    database: Path
    clock: Callable[[], datetime]
    draw: Callable[[], str]
    patience: timedelta = timedelta(hours=1)
    slow: timedelta = timedelta(seconds=6)
    unruly: bool = True
    site: str = ""

    @property
    def moment(self) -> int:
        """Now, in Unix seconds."""
        return int(self.clock().timestamp())
