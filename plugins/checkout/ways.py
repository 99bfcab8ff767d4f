"""Which ways to pay fit an amount and a seller, their limits in words, what to do above them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from plugins.company.localized import Localized
from plugins.company.payments import Way
from plugins.language.messages import Message, counted, message
from plugins.language.spoken import Joined, Percent, Roubles

# Into more payments than this nobody splits a sum
MOST_PARTS = 4


@dataclass(frozen=True)
class Hint:
    """A way that an amount is too large or too small for, and what to do about it."""

    way: Way
    said: Message


def usable(ways: Iterable[Way], seller: str, day: date) -> tuple[Way, ...]:
    """Ways that live on a day and that a seller of a country may use, in order of preference."""
    found = (way for way in ways if way.alive(day) and way.open_to(seller))
    return tuple(sorted(found, key=lambda way: way.order))


def fitting(ways: Iterable[Way], amount: Decimal, seller: str, day: date) -> tuple[Way, ...]:
    """Those of the usable ways that take an amount of roubles in one payment."""
    if not amount.is_finite() or amount <= 0:
        return ()
    found = usable(ways, seller, day)
    return tuple(way for way in found if "RUB" in way.currencies and way.takes(amount))


def limit_words(way: Way) -> Message | None:
    """The bounds of a way in roubles, «до 15 000 ₽ за платёж»; None where it has none."""
    if way.currencies[0] != "RUB":
        return None
    least, most = way.least and Roubles(way.least), way.most and Roubles(way.most)
    if most and least and way.least != 1:
        said = message("%(least)s to %(most)s a payment", least=least, most=most)
    elif most:
        said = message("up to %(most)s a payment", most=most)
    elif least:
        said = message("from %(least)s a payment", least=least)
    else:
        return _monthly(way)
    if way.monthly:
        return message("%(limit)s, %(monthly)s", limit=said, monthly=_monthly(way))
    return said


def fee_words(way: Way) -> Message | None:
    """What a payment costs beside its sum, and whom; None where nothing is said of it."""
    if way.fee is None:
        return None
    if way.fee.percent == 0:
        return message("without a fee")
    percent = Percent(way.fee.percent)
    if way.fee.payer == "buyer":
        return message("a fee of %(percent)s on top is yours", percent=percent)
    return message("the fee of %(percent)s is ours", percent=percent)


def hints(ways: Iterable[Way], amount: Decimal, seller: str, day: date) -> tuple[Hint, ...]:
    """For each usable way whose bounds an amount does not fit: what to do instead."""
    known = usable(ways, seller, day)
    fit = fitting(known, amount, seller, day)
    left = (way for way in known if way not in fit and "RUB" in way.currencies)
    return tuple(_hints(left, amount, fit))


def _hints(left: Iterable[Way], amount: Decimal, fit: Sequence[Way]) -> Iterator[Hint]:
    for way in left:
        limit = limit_words(way)
        if limit is None or (way.sbp_link and way.sbp_link.amount not in (None, amount)):
            continue
        others = tuple(w.name for w in fit if {*w.who} & {*way.who})
        if way.most is not None and amount > way.most:
            said = message(
                "%(way)s: %(limit)s, and this is more. %(advice)s",
                way=way.name,
                limit=limit,
                advice=_advice(others, parts_of(way, amount)),
            )
        else:
            said = message("%(way)s: %(limit)s, and this is less.", way=way.name, limit=limit)
        yield Hint(way, said)


def parts_of(way: Way, amount: Decimal) -> int:
    """Into how many payments a sum would go this way; 0 where that makes no sense."""
    if way.most is None or amount > (way.monthly or amount):
        return 0
    parts = int((amount / way.most).to_integral_value(ROUND_CEILING))
    return parts if parts <= MOST_PARTS and amount >= parts * (way.least or 0) else 0


def _advice(others: tuple[Localized, ...], parts: int) -> Message:
    split = counted("in %(count)s payment", "in %(count)s payments", parts)
    names = Joined(others)
    if others and parts:
        return message(
            "Pay another way (%(ways)s), or ask us for invoices %(split)s.", ways=names, split=split
        )
    if others:
        return message("Pay another way: %(ways)s.", ways=names)
    if parts:
        return message("Ask us for invoices %(split)s, or for one to your firm.", split=split)
    return message("Ask us for an invoice: we will find a way together.")


def _monthly(way: Way) -> Message | None:
    if way.monthly is None:
        return None
    return message("up to %(amount)s a month", amount=Roubles(way.monthly))
