"""A bank transfer as a QR code by GOST R 56042-2014: the payer's bank fills in every field.

The text is ST00012 (UTF-8), a separator that stands in no value, then `Key=value` of each field.
Sums are in kopecks, without a point.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

import segno

from plugins.company import Company
from plugins.language.messages import Message, message
from plugins.language.problems import NOTHING, Problem, expected

SEPARATORS = "|~^#$;&*+!?@"
LONGEST = {
    "Name": 160,
    "BankName": 45,
    "PayeeINN": 12,
    "KPP": 9,
    "Sum": 18,
    "Purpose": 210,
}
# A larger code is too fine for the camera of a phone
LARGEST_VERSION = 27
QUIET_ZONE = 4
_FILE = "content/data/company.yaml"


@dataclass(frozen=True)
class Payee:
    """Who is paid: a firm and its rouble account in a Russian bank."""

    name: str
    account: str
    bank: str
    bik: str
    correspondent: str
    inn: str = ""
    kpp: str = ""


def payee_of(company: Company) -> Payee | None:
    """The firm with its first rouble account; None where it has no such account."""
    account = next((a for a in company.accounts if a.currency == "RUB"), None)
    if account is None:
        return None
    names = (_line(company.legal_name.ru), _line(company.short_name.ru))
    name = next((name for name in names if len(name) <= LONGEST["Name"]), names[0])
    return Payee(
        name,
        account.number,
        _line(account.bank.ru),
        account.bik,
        account.correspondent,
        company.inn or "",
        company.kpp or "",
    )


def payee_problems(payee: Payee | None) -> Iterator[Problem]:
    """What of the firm does not fit into a bank's QR code."""
    if payee is None:
        what = message("an account in RUB, because payments.yaml offers bank transfer")
        yield Problem(_FILE, 0, "accounts", expected(what, NOTHING))
        return
    for place, key, value in (
        ("legal_name", "Name", payee.name),
        ("accounts.bank", "BankName", payee.bank),
    ):
        if len(value) > LONGEST[key]:
            yield Problem(_FILE, 0, place, _too_long(LONGEST[key], len(value)))


def fields_of(payee: Payee, amount: Decimal, purpose: str) -> dict[str, str]:
    """The fields of a payment in the standard's order: the required ones, then the others."""
    kopecks = amount.scaleb(2)
    if not amount.is_finite() or amount <= 0 or kopecks != kopecks.to_integral_value():
        raise ValueError(f"no sum of roubles and kopecks: {amount}")
    fields = {
        "Name": payee.name,
        "PersonalAcc": payee.account,
        "BankName": payee.bank,
        "BIC": payee.bik,
        "CorrespAcc": payee.correspondent,
        "Sum": f"{kopecks:.0f}",
        "Purpose": _line(purpose),
        "PayeeINN": payee.inn,
        "KPP": payee.kpp,
    }
    return {key: value for key, value in fields.items() if value}


def text_of(fields: Mapping[str, str]) -> str:
    """The text of the code; raises ValueError for a value that is too long for its field."""
    for key, value in fields.items():
        if len(value) > LONGEST.get(key, len(value)):
            raise ValueError(f"{key} is longer than {LONGEST[key]} characters")
    said = "".join(fields.values())
    separator = next((sign for sign in SEPARATORS if sign not in said), None)
    if separator is None:
        raise ValueError("every separator stands in a value")
    return "ST00012" + "".join(f"{separator}{key}={value}" for key, value in fields.items())


def svg_of(text: str) -> bytes:
    """The code as SVG, dark on light with its quiet zone, so that dark pages cannot turn it."""
    code = segno.make(text, error="m", micro=False, boost_error=False, encoding="utf-8")
    if int(code.version) > LARGEST_VERSION:
        raise ValueError("too much text for a code that phones can read")
    out = BytesIO()
    code.save(
        out, kind="svg", omitsize=True, border=QUIET_ZONE, dark="#000", light="#fff", xmldecl=False,
        svgclass=None, lineclass=None, nl=False,
    )  # fmt: skip
    return out.getvalue()


def _too_long(most: int, got: int) -> Message:
    what = message("at most %(most)s characters, as a bank's QR code holds", most=most)
    return expected(what, got)


def _line(text: str) -> str:
    """A value on one line, without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
