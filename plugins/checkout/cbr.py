"""The Bank of Russia's daily rates: its XML into records (cbr.ru/development/SXML, XML_daily)."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from lxml import etree
from pydantic import ValidationError

from plugins.company.currency import Rate
from plugins.data_errors import problem_of
from plugins.language.messages import Message, message
from plugins.language.problems import NOTHING, Problem, ProblemsFound, expected

ADDRESS = "https://www.cbr.ru/scripts/XML_daily.asp"
SOURCE = "Банк России"
_XML = message("the Bank of Russia's XML of rates (ValCurs)")
_DAY = re.compile(r"(\d\d)[./](\d\d)[./](\d{4})")


def rates_in(data: bytes, wanted: Collection[str], told_by: str) -> tuple[Rate, ...]:
    """The rates of the wanted currencies; `told_by` names the source to people.

    Raises ProblemsFound for anything but whole, dated, positive rates of them all.
    """
    root = _root(data, told_by)
    day = _day(root.get("Date", ""), told_by)
    found = {_said(valute, "CharCode"): valute for valute in root.iter("Valute")}
    problems, rates = list[Problem](), []
    for currency in wanted:
        if currency not in found:
            known = message("a rate of %(currency)s", currency=currency)
            problems.append(Problem(told_by, 0, currency, expected(known, NOTHING)))
            continue
        try:
            rates.append(_rate(found[currency], currency, day))
        except ValidationError as error:
            problems += _problems(error, told_by, currency)
    if problems:
        raise ProblemsFound(problems)
    return tuple(rates)


def _root(data: bytes, told_by: str) -> etree._Element:
    """The element ValCurs, read without entities and without the network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        got = message("something that is no XML")
        raise ProblemsFound([Problem(told_by, 0, "", expected(_XML, got))]) from error
    if root.tag != "ValCurs":
        raise ProblemsFound([Problem(told_by, 0, "", expected(_XML, f"<{root.tag}>"))])
    return root


def _day(text: str, told_by: str) -> date:
    found = _DAY.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        what: Message = message("a day such as 21.11.2026")
        raise ProblemsFound([Problem(told_by, 0, "Date", expected(what, f"'{text}'"))]) from None


def _rate(valute: etree._Element, currency: str, day: date) -> Rate:
    return Rate.model_validate(
        {
            "date": day.isoformat(),
            "source": SOURCE,
            "currency": currency,
            "nominal": _said(valute, "Nominal"),
            "rate": _said(valute, "Value").replace(",", "."),
        }
    )


def _said(valute: etree._Element, name: str) -> str:
    return "".join((valute.findtext(name) or "").split())


def _problems(error: ValidationError, told_by: str, currency: str) -> Iterator[Problem]:
    for each in error.errors():
        said = problem_of(each, Rate, told_by, {(): 0})
        yield Problem(told_by, 0, f"{currency}.{said.place}", said.message)
