"""How the check digits of our own requisites are worked out, so that a reader can do it, too."""

from dataclasses import dataclass

from plugins.company.company import Company
from plugins.company.requisites import INN_WEIGHTS


@dataclass(frozen=True)
class Worked:
    """A sum worked out: `number` ends in `digit`, the `rest` of `total` divided by `divisor`."""

    name: str
    number: str
    sum: str
    total: int
    divisor: int
    rest: int
    digit: int


def worked_digits(company: Company) -> tuple[Worked, ...]:
    """The arithmetic of a firm's INN and OGRN; nothing for a person's or a foreign number."""
    found = []
    if company.inn and len(company.inn) in INN_WEIGHTS and len(INN_WEIGHTS[len(company.inn)]) == 1:
        found.append(_inn(company.inn))
    if company.ogrn:
        found.append(_ogrn(company.ogrn))
    return tuple(found)


def _inn(inn: str) -> Worked:
    pairs = list(zip(map(int, inn), INN_WEIGHTS[len(inn)][0], strict=False))
    total = sum(digit * weight for digit, weight in pairs)
    written = " + ".join(f"{digit}×{weight}" for digit, weight in pairs)
    return Worked("inn", inn, written, total, 11, total % 11, total % 11 % 10)


def _ogrn(ogrn: str) -> Worked:
    total, divisor = int(ogrn[:-1]), len(ogrn) - 2
    return Worked("ogrn", ogrn, "", total, divisor, total % divisor, total % divisor % 10)
