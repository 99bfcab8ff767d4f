"""What each kind of payment needs to be set, by its provider's own rules (payments.yaml)."""

import re
from decimal import Decimal
from typing import Annotated, Literal
from urllib.parse import parse_qsl, urlsplit

from pydantic import AfterValidator, field_validator
from pydantic_core.core_schema import ValidationInfo

from plugins.data_errors import matching, must_be
from plugins.data_files import Record
from plugins.language.messages import message

# Where forms of a kind are sent
FORM_HOSTS = {"yoomoney": "https://yoomoney.ru", "webmoney": "https://merchant.webmoney.com"}
PURSES = {"Z": "USD", "E": "EUR"}
_SBP_LINK = message(
    "the link as the bank gave it, such as https://qr.nspk.ru/AS…?type=01&bank=…&crc=…"
)
_SBP_FORMS = {
    "type": r"0[12]",
    "bank": r"[0-9]{12}",
    "sum": r"[1-9][0-9]{0,11}",
    "cur": "RUB",
    "crc": r"[0-9A-Fa-f]{4}",
}


class YooMoney(Record):
    """A wallet that the transfer form leads to; it belongs to a person, never to a firm."""

    wallet: Annotated[
        str,
        matching(
            r"4100[0-9]{7,16}",
            message("a wallet number of 11 to 20 digits that begins with 4100"),
        ),
    ]
    by: Literal["card", "wallet"] = "card"


class Robokassa(Record):
    """A shop at Robokassa; its first password comes from the environment only.

    `hash` is the one chosen in the shop's settings. With `tax` the link carries a receipt.
    """

    login: Annotated[
        str,
        matching(r"[A-Za-z0-9._-]{1,64}", message("the shop's login of Latin letters and digits")),
    ]
    hash: Literal["md5", "ripemd160", "sha1", "sha256", "sha384", "sha512"]
    test: bool = False
    tax: (
        Annotated[str, matching(r"none|vat[0-9]{1,3}", message("none, or vat20 and the like"))]
        | None
    ) = None
    sno: Literal["osn", "usn_income", "usn_income_outcome", "esn", "patent"] | None = None

    @field_validator("sno")
    @classmethod
    def _with_tax(cls, sno: str | None, info: ValidationInfo) -> str | None:
        if sno is not None and info.data.get("tax", "") is None:
            raise must_be(message("tax beside it, because a receipt names the tax of its goods"))
        return sno


class WebMoney(Record):
    """A purse that still exists; its letter names its currency."""

    purse: str
    test: bool = False

    @field_validator("purse")
    @classmethod
    def _exists(cls, purse: str) -> str:
        if re.fullmatch(r"[RP][0-9]{12}", purse):
            raise must_be(
                message(
                    "a purse that exists (Z or E and 12 digits): rouble purses, R and P, ended on "
                    "11 February 2022"
                )
            )
        if not re.fullmatch(r"[ZE][0-9]{12}", purse):
            raise must_be(message("Z (dollars) or E (euros) and 12 digits"))
        return purse

    @property
    def currency(self) -> str:
        """ISO 4217, by the letter."""
        return PURSES[self.purse[0]]


def _of_the_bank(url: str) -> str:
    """A reusable link of the National System of Payment Cards; nothing in it can be made up."""
    parts, values = urlsplit(url), parse_qsl(urlsplit(url).query, keep_blank_values=True)
    given = dict(values)
    right = (
        re.fullmatch(r"https://qr\.nspk\.ru/A[SD][0-9A-Z]{30}\?\S+", url)
        and not parts.fragment
        and len(given) == len(values)
        and {"type", "bank", "crc"} <= given.keys()
        and all(re.fullmatch(_SBP_FORMS.get(k, ".*"), value) for k, value in values)
        and (parts.path.startswith("/AS")) == (given.get("type") == "01")
    )
    if not right:
        raise must_be(_SBP_LINK)
    if given["type"] != "01":
        raise must_be(
            message("a reusable link (AS…, type=01): one of AD… can be paid a single time")
        )
    return url


class SbpLink(Record):
    """A static link of SBP that a bank issued for the firm, with a sum or without one."""

    url: Annotated[str, AfterValidator(_of_the_bank)]

    @property
    def amount(self) -> Decimal | None:
        """The sum that the bank put into the link, in roubles; None where the payer types it."""
        kopecks = dict(parse_qsl(urlsplit(self.url).query)).get("sum")
        return Decimal(kopecks).scaleb(-2) if kopecks else None
