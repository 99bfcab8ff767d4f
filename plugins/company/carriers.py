"""Carriers and their own tracking pages (carriers.yaml): links and forms that need no script."""

import re
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qsl, urlsplit

from pydantic import AfterValidator, Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from plugins.company.keys import EACH_KEY_ONCE, Key
from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.company.pay_settings import FORM_HOSTS
from plugins.company.payments import Payments
from plugins.data_errors import must_be
from plugins.data_files import Record
from plugins.language.messages import message

NUMBER = "{number}"
# What browsers read in the attribute `pattern` (flag v) as Python does; they ignore anything else
_IN_CLASS = r"(?:[^\\\[\](){}/|-]|\\[dDsSwW\\\[\](){}/|^$.*+?-])"
_FOR_BROWSERS = re.compile(
    rf"(?:\[\^?(?:{_IN_CLASS}(?:-{_IN_CLASS})?)+\]"
    r"|\\[bBdDsSwW\\\[\](){}/|^$.*+?]|\((?:\?(?:[:=!]|<[=!])|(?!\?))|\)"
    r"|(?:[*+?]|\{\d+(?:,\d*)?\})\??(?![*+?{])|[^\\\[\](){}*+?])+"
)


@dataclass(frozen=True)
class Form:
    """A GET form that makes a carrier's address: where to, the field of the number, the rest."""

    action: str
    field: str
    hidden: tuple[tuple[str, str], ...]


def _tracking_page(value: str) -> str:
    parts = urlsplit(value)
    numbers = [name for name, filled in parse_qsl(parts.query) if filled == NUMBER]
    plain = NUMBER not in value
    if parts.scheme != "https" or not parts.hostname or re.search(r"\s", value):
        raise must_be(message("an address that begins with https://"))
    if parts.fragment or (value.count(NUMBER) != len(numbers)) or not (plain or len(numbers) == 1):
        what = message(
            "the number once, as the value of a query (…/track?id={number}), "
            "or an address without a number, which becomes a link"
        )
        raise must_be(what)
    return value


def _regular(value: str) -> str:
    try:
        re.compile(value)
    except re.error:
        value = ""
    if not value:
        raise must_be(message("a pattern of the number such as [0-9]{10}"))
    if not _FOR_BROWSERS.fullmatch(value):
        what = message(
            "a pattern that browsers know: a backslash before ( ) { } / | - inside [ ] "
            "and not before a hyphen outside, no names or flags of groups"
        )
        raise must_be(what)
    return value


class Carrier(Record):
    """A carrier, where it shows a parcel, and how its numbers look."""

    key: Key
    name: Localized
    url: Annotated[str, AfterValidator(_tracking_page)]
    pattern: Annotated[str, AfterValidator(_regular)]
    example: str
    looks: Localized
    checked: Date

    @field_validator("example")
    @classmethod
    def _example_fits(cls, example: str, info: ValidationInfo) -> str:
        pattern = info.data.get("pattern")
        if pattern and not re.fullmatch(pattern, example):
            raise must_be(message("a number that fits the pattern %(pattern)s", pattern=pattern))
        return example

    @property
    def form(self) -> Form | None:
        """The form that leads to the number's page, None where only a link is possible."""
        parts = urlsplit(self.url)
        pairs = parse_qsl(parts.query)
        field = next((name for name, value in pairs if value == NUMBER), "")
        hidden = tuple(pair for pair in pairs if pair[1] != NUMBER)
        action = f"{parts.scheme}://{parts.netloc}{parts.path}"
        return Form(action, field, hidden) if field else None


class Carriers(Record):
    """All carriers whose numbers we give out, and by what their pages were checked."""

    checked: Date
    evidence: Localized
    carriers: Annotated[tuple[Carrier, ...], Field(min_length=1), EACH_KEY_ONCE]

    @property
    def form_hosts(self) -> tuple[str, ...]:
        """Origins that the forms lead to: a Content-Security-Policy lists them (form-action)."""
        actions = (urlsplit(c.form.action) for c in self.carriers if c.form)
        return tuple(dict.fromkeys(f"{parts.scheme}://{parts.netloc}" for parts in actions))


def form_hosts(carriers: Carriers | None, payments: Payments | None = None) -> tuple[str, ...]:
    """Hosts that forms send to: those of the track page, and of providers that take a form."""
    kinds = {way.kind for way in payments.ways} if payments else set()
    providers = (host for kind, host in FORM_HOSTS.items() if kind in kinds)
    return (*(carriers.form_hosts if carriers else ()), *providers)
