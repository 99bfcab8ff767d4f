"""What the owner says about personal data (legal.yaml): purposes, helpers, what is remembered."""

from typing import Annotated, Literal

from pydantic import Field

from plugins.company.company import Country
from plugins.company.keys import EACH_KEY_ONCE, Key
from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.data_files import Record


class Purpose(Record):
    """Why data are processed: which, on what ground, how long; `consent` if the ground is one."""

    key: Key
    name: Localized
    data: Localized
    basis: Localized
    term: Localized
    consent: bool


class Processor(Record):
    """Somebody else who gets data, for what, and in which country."""

    name: Localized
    task: Localized
    country: Country


class Notice(Record):
    """The operator's number in the register of Roskomnadzor and the day of the entry."""

    number: str
    date: Date


class Remembered(Record):
    """A cookie or a record in the visitor's browser.

    `needed` (the choice itself) and `cart` work without consent, `visit` (ours) and `counter`
    only with it; all but `cart` are there only with a counter.
    """

    name: str
    kind: Literal["needed", "cart", "visit", "counter"]
    owner: Localized
    purpose: Localized
    term: Localized


class Legal(Record):
    """The facts of the privacy policy, the consent, the cookie page; `version` is their day."""

    version: Date
    storage: Localized
    notice: Notice | None = None
    purposes: Annotated[tuple[Purpose, ...], Field(min_length=1), EACH_KEY_ONCE]
    processors: tuple[Processor, ...] = ()
    cookies: tuple[Remembered, ...] = ()

    @property
    def with_consent(self) -> tuple[Purpose, ...]:
        """The purposes that need the visitor's consent."""
        return tuple(purpose for purpose in self.purposes if purpose.consent)
