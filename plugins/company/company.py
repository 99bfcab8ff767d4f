"""Who we are: names, requisites, addresses, phones, hours and people (company.yaml)."""

import re
from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from plugins.company.keys import EACH_KEY_ONCE, Key
from plugins.company.localized import Localized
from plugins.company.moments import Date, TimeOfDay
from plugins.company.picture import Picture
from plugins.company.profiles import Credential, Profile
from plugins.company.requisites import (
    Account,
    Bik,
    Inn,
    Kpp,
    Ogrn,
    account_is_right,
    correspondent_is_right,
)
from plugins.data_errors import matching, must_be, wrong_items
from plugins.data_files import Record
from plugins.language.messages import message

WebAddress = Annotated[
    str,
    matching(
        r"https://[^\s/]+",
        message("an address such as https://example.com, without a slash at its end"),
    ),
]
PhoneNumber = Annotated[
    str,
    matching(
        r"\+[1-9][0-9]{6,14}",
        message("a number such as +74950000000 (plus and digits only, E.164)"),
    ),
]
Email = Annotated[
    str,
    matching(r"[^@\s]+@[^@\s]+\.[^@\s]+", message("an e-mail address such as info@example.com")),
]
Country = Annotated[
    str, matching(r"[A-Z]{2}", message("two capital letters of ISO 3166-1, such as RU or CN"))
]


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise must_be(message("a time zone such as Europe/Moscow")) from error
    return value


Zone = Annotated[str, AfterValidator(_zone)]


class Day(StrEnum):
    """A day of the week, as in iCalendar but readable."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class BankAccount(Record):
    """An account and its bank; both account numbers must fit the BIK."""

    bank: Localized
    bik: Bik
    correspondent: Account
    number: Account
    currency: Annotated[str, AfterValidator(str.upper)] = "RUB"

    @field_validator("number")
    @classmethod
    def _number_fits(cls, number: str, info: ValidationInfo) -> str:
        if "bik" in info.data and not account_is_right(info.data["bik"], number):
            raise must_be(message("an account that fits the BIK (a digit is mistyped)"))
        return number

    @field_validator("correspondent")
    @classmethod
    def _correspondent_fits(cls, number: str, info: ValidationInfo) -> str:
        if "bik" in info.data and not correspondent_is_right(info.data["bik"], number):
            raise must_be(message("a correspondent account that fits the BIK"))
        return number


class Address(Record):
    """A place of the firm; `text` is the address line without the postcode."""

    kind: Literal["legal", "office", "warehouse"]
    postcode: str
    text: Localized
    visits: Localized | None = None
    map: Picture | None = None


def _one_is_legal(addresses: tuple[Address, ...]) -> tuple[Address, ...]:
    legal = [n for n, address in enumerate(addresses) if address.kind == "legal"]
    if not legal:
        what = message("exactly one address with «kind: legal»")
        raise wrong_items([((), what, None)])
    if legal[1:]:
        what = message("office or warehouse, because a firm has one legal address")
        raise wrong_items(((n, "kind"), what, "legal") for n in legal[1:])
    return addresses


class Phone(Record):
    """A phone number in E.164 and what it is for."""

    number: PhoneNumber
    label: Localized

    @property
    def shown(self) -> str:
        """As people read it: «+7 495 000-00-10» (Russian numbers), else as it is."""
        found = re.fullmatch(r"\+7(\d{3})(\d{3})(\d{2})(\d{2})", self.number)
        return "+7\u00a0{}\u00a0{}-{}-{}".format(*found.groups()) if found else self.number


class DaysOff(Record):
    """Days on which nobody answers, the first and the last of them included."""

    name: Localized
    first: Date
    last: Date

    @field_validator("last")
    @classmethod
    def _not_before_first(cls, last: date, info: ValidationInfo) -> date:
        if "first" in info.data and last < info.data["first"]:
            raise must_be(message("a day not before first (%(date)s)", date=info.data["first"]))
        return last


class City(Record):
    """A city whose clock differs from ours."""

    name: Localized
    zone: Zone


class Hours(Record):
    """When somebody answers: days of the week, from when to when, in which time zone."""

    days: Annotated[tuple[Day, ...], Field(min_length=1)]
    opens: TimeOfDay
    closes: TimeOfDay
    zone: Zone = "Europe/Moscow"
    closed: tuple[DaysOff, ...] = ()
    cities: tuple[City, ...] = ()

    @field_validator("closes")
    @classmethod
    def _after_opening(cls, closes: time, info: ValidationInfo) -> time:
        if "opens" in info.data and closes <= info.data["opens"]:
            opens = f"{info.data['opens']:%H:%M}"
            raise must_be(message("a time after opens (%(time)s)", time=opens))
        return closes

    def seen_from(self, zone: str, now: datetime) -> tuple[time, time]:
        """Opening and closing by the clock of another zone, as of a day."""
        here, there = now.astimezone(ZoneInfo(self.zone)), ZoneInfo(zone)
        opens, closes = (datetime.combine(here, t, here.tzinfo) for t in (self.opens, self.closes))
        return opens.astimezone(there).time(), closes.astimezone(there).time()


class Person(Record):
    """Somebody who answers for something; `key` is a stable short name."""

    key: Key
    name: Localized
    role: Localized
    about: Localized
    photo: Picture | None = None


class Company(Record):
    """The seller. `example` is true for the shipped firm: publishing refuses to run while it is.

    A Russian seller has an INN and an OGRN, another one the number of its own register.
    """

    example: bool = False
    site: WebAddress
    brand: Localized
    tagline: Localized
    legal_name: Localized
    short_name: Localized
    jurisdiction: Country
    inn: Annotated[Inn | None, Field(validate_default=True)] = None
    kpp: Kpp | None = None
    ogrn: Annotated[Ogrn | None, Field(validate_default=True)] = None
    registration: Annotated[str | None, Field(validate_default=True)] = None
    founded: Date
    checked: Date
    accounts: tuple[BankAccount, ...] = ()
    addresses: Annotated[tuple[Address, ...], AfterValidator(_one_is_legal)]
    phones: Annotated[tuple[Phone, ...], Field(min_length=1)]
    email: Email
    hours: Hours
    people: Annotated[tuple[Person, ...], EACH_KEY_ONCE] = ()
    profiles: tuple[Profile, ...] = ()
    credentials: tuple[Credential, ...] = ()

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Maps of addresses and photographs of people."""
        found = [a.map for a in self.addresses] + [p.photo for p in self.people]
        return tuple(picture for picture in found if picture)

    @field_validator("inn", "ogrn")
    @classmethod
    def _russian_numbers(cls, number: str | None, info: ValidationInfo) -> str | None:
        if number is None and info.data.get("jurisdiction") == "RU":
            raise must_be(message("a number, because the seller is Russian"))
        return number

    @field_validator("registration")
    @classmethod
    def _number_abroad(cls, number: str | None, info: ValidationInfo) -> str | None:
        if number is None and info.data.get("jurisdiction", "RU") != "RU":
            raise must_be(message("the seller's number in the register of its country"))
        return number
