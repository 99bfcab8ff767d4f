"""Russian requisites and the check digits that a typing error breaks.

INN: order of the Federal Tax Service ЕД-7-14/559 (29.06.2012); OGRN: order of the Ministry of
Finance 165н (30.10.2017); accounts: the Bank of Russia's rule of control keys 515 (08.09.1997).
"""

from typing import Annotated

from pydantic import AfterValidator

from plugins.data_errors import matching, must_be
from plugins.language.messages import Message, message

INN_WEIGHTS = {
    10: ((2, 4, 10, 3, 5, 9, 4, 6, 8),),
    12: ((7, 2, 4, 10, 3, 5, 9, 4, 6, 8), (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)),
}
ACCOUNT_WEIGHTS = (7, 1, 3)


def inn_is_right(inn: str) -> bool:
    """Whether 10 (firm) or 12 (person) digits end in the check digits of the rest."""
    return all(
        int(inn[len(weights)]) == _weighted(inn, weights) % 11 % 10
        for weights in INN_WEIGHTS[len(inn)]
    )


def ogrn_is_right(ogrn: str) -> bool:
    """Whether the last of 13 (OGRN) or 15 (OGRNIP) digits is the check digit of the rest."""
    return int(ogrn[-1]) == int(ogrn[:-1]) % (len(ogrn) - 2) % 10


def account_is_right(bik: str, account: str) -> bool:
    """Whether a client's 20-digit account fits the bank with this BIK."""
    return _control_sum(bik[-3:] + account)


def correspondent_is_right(bik: str, account: str) -> bool:
    """Whether a bank's own 20-digit account at the Bank of Russia fits its BIK."""
    return _control_sum("0" + bik[4:6] + account)


def _control_sum(digits: str) -> bool:
    return sum(int(d) * ACCOUNT_WEIGHTS[i % 3] % 10 for i, d in enumerate(digits)) % 10 == 0


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def _inn(value: str) -> str:
    _digits(value, message("10 or 12 digits"), 10, 12)
    return _right(value, inn_is_right(value), message("an INN with right check digits"))


def _ogrn(value: str) -> str:
    _digits(value, message("13 or 15 digits"), 13, 15)
    return _right(value, ogrn_is_right(value), message("an OGRN with a right check digit"))


def _digits(value: str, what: Message, *lengths: int) -> str:
    return _right(value, value.isascii() and value.isdigit() and len(value) in lengths, what)


def _right(value: str, right: bool, what: Message) -> str:
    if not right:
        raise must_be(what)
    return value


Inn = Annotated[str, AfterValidator(_inn)]
Ogrn = Annotated[str, AfterValidator(_ogrn)]
Kpp = Annotated[
    str, matching(r"[0-9]{4}[0-9A-Z]{2}[0-9]{3}", message("9 characters as in 770101001"))
]
Bik = Annotated[str, matching(r"0[0-9]{8}", message("9 digits, the first of them 0"))]
Account = Annotated[str, matching(r"[0-9]{20}", message("20 digits"))]
TnVed = Annotated[str, matching(r"[0-9]{10}", message("10 digits"))]
