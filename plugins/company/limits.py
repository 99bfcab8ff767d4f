"""Whether what is said of a way to pay agrees with itself: its kind, its bounds, its words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from plugins.company.pay_systems import GONE_KINDS
from plugins.language.messages import Message, message

if TYPE_CHECKING:
    from plugins.company.payments import Way

# A place below the way, what is expected there, what is there
Wrong = tuple[tuple[str | int, ...], Message, object]
# The block of settings that a kind needs
BLOCKS = {
    "yoomoney": "yoomoney",
    "robokassa": "robokassa",
    "webmoney": "webmoney",
    "sbp-link": "sbp_link",
}
_SUMS = {
    "ru": re.compile(r"(\d(?:[\d\u00a0\u202f ]*\d)?(?:,\d+)?)[\u00a0\u202f ]?(?:₽|руб)"),
    "en": re.compile(r"(?:₽|RUB[\u00a0 ]?)(\d(?:[\d,]*\d)?(?:\.\d+)?)"),
}


def wrong_settings(way: "Way") -> Iterator[Wrong]:
    """Settings that the kind lacks, settings of another kind, a currency the kind does not know."""
    wanted = BLOCKS.get(way.kind, "")
    for block in BLOCKS.values():
        given = getattr(way, block)
        if block == wanted and given is None:
            yield (block,), message("the settings of kind %(kind)s", kind=way.kind), None
        if block != wanted and given is not None:
            what = message("no settings of another kind than %(kind)s", kind=way.kind)
            yield (block,), what, given
    purse = way.webmoney.currency if way.webmoney else "RUB"
    if way.kind != "service" and way.currencies != (purse,):
        what = message("%(currency)s alone, as this kind takes", currency=purse)
        yield ("currencies",), what, ", ".join(way.currencies)


def wrong_limits(way: "Way") -> Iterator[Wrong]:
    """Bounds that contradict one another, the system's own, the link's sum or the words."""
    if way.monthly is not None and way.monthly < (way.most or way.least or way.monthly):
        what = message(
            "at least what one payment may be (%(amount)s)", amount=way.most or way.least
        )
        yield ("monthly",), what, way.monthly
    gone = GONE_KINDS.get(way.kind)
    for name in ("most", "monthly"):
        bound, given = getattr(gone, name, None), getattr(way, name)
        if bound is not None and given is not None and given > bound:
            what = message("at most %(limit)s, the limit that the system had", limit=bound)
            yield (name,), what, given
    if way.sbp_link and way.sbp_link.amount is not None and not way.takes(way.sbp_link.amount):
        what = message("a link whose sum lies between least and most")
        yield ("sbp_link",), what, str(way.sbp_link.amount)
    yield from _wrong_words(way)


def _wrong_words(way: "Way") -> Iterator[Wrong]:
    """Sums in `limit` that are no bound of the way: readers and the build must see one limit."""
    bounds = [bound for bound in (way.least, way.most, way.monthly) if bound is not None]
    if not bounds or way.currencies[0] != "RUB":
        return
    for lang, sums in _SUMS.items():
        for found in sums.findall(way.limit.in_language(lang)):
            if _number(found, lang) not in bounds:
                named = ", ".join(str(bound) for bound in bounds)
                what = message("the sums of least, most and monthly only (%(sums)s)", sums=named)
                yield ("limit", lang), what, found


def _number(text: str, lang: str) -> Decimal:
    plain = re.sub(r"[\u00a0\u202f ]", "", text)
    return Decimal(plain.replace(",", "." if lang == "ru" else ""))
