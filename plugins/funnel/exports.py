"""What was read of each file, and what was left out and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from plugins.funnel.columns import Kind
from plugins.language.messages import Message, message


@dataclass(frozen=True, slots=True)
class Left:
    """Some lines that were left out: why, how many, the first of them, what stood there."""

    why: Message
    count: int
    lines: Sequence[int] = ()
    samples: Sequence[str] = ()


@dataclass(frozen=True)
class Export:
    """A file; `kind` is None where it is none of the exports, then `refused` says why."""

    name: str
    kind: Kind | None = None
    rows: int = 0
    left: Sequence[Left] = ()
    notes: Sequence[Message] = ()
    refused: Message | None = None


@dataclass(frozen=True)
class Reading:
    """All files, and what concerns several of them: what stands twice, robots."""

    exports: Sequence[Export] = ()
    left: Sequence[Left] = ()
    notes: Sequence[Message] = ()
    sample: bool = False
    kinds: frozenset[Kind] = field(default_factory=frozenset)

    @property
    def refused(self) -> list[Export]:
        """Files that are none of the exports."""
        return [export for export in self.exports if export.refused]


KIND_NAMES: dict[Kind, Message] = {
    Kind.VISITS: message("visits of Metrica"),
    Kind.HITS: message("hits of Metrica"),
    Kind.ORDERS: message("orders"),
}
EXPECTED = message(
    "a header with ym:s:clientID and ym:s:dateTime (visits of the Logs API), ym:pv:clientID and "
    "ym:pv:dateTime (hits), or number and state (orders)"
)
EMPTY = message("the file is empty")
NO_TEXT = message("the file is no text: unpack it, or save it as TSV, CSV or JSON")
CUT_ARCHIVE = message("the archive is cut: what could be unpacked is counted")
NO_END = message("the last line has no end: if the file is cut, its last value may be wrong")
DAMAGED = message("some letters are damaged and stand as �")
WRONG_FIELDS = message("lines with a wrong number of fields")
AGAIN = message("lines that repeat the header")
SEVERAL = message(
    "several exports stand in it one after another: split them into files, each with its header"
)
CUT_LINE = message("the last line is cut in the middle")
OPEN_QUOTES = message("lines with a quote that is never closed")
OTHERWISE_BROKEN = message("lines that cannot be read")
NO_CLIENT = message("lines without a ClientID, or with a damaged one")
BAD_MOMENT = message("lines without a date, or with one that is none")
NO_NUMBER = message("lines without a number or a state of the order")
BAD_CREATED = message("orders with a date that is none: counted, but not in the funnel")
BAD_TOTAL = message("orders with a sum that is none: counted, but their money is not")
BROKEN_JSON = message(
    "places where the JSON is damaged or breaks off: what stood there is not counted"
)
NO_PAYMENT = message("refunds, payouts and other notices that are no payments")
TWICE_VISITS = message("visits that stand twice: each counts once")
TWICE_HITS = message("hits that stand twice: each counts once")
TWICE_ORDERS = message(
    "orders that stand twice: the furthest state counts (refunded, then paid, else the newest)"
)
ROBOTS = message("visits of robots, with all that they hold")
UNKNOWN_STATE = message("orders in a state that is unknown here: counted as not paid")
UNREAD_CODES = message(
    "Events of e-commerce stand there as numbers. Say in FUNNEL (event_codes) what each means; "
    "until then carts and product views of these lines cannot be told."
)
IMPRESSIONS = message(
    "There are no events of products in the visits; views of products are taken from the older "
    "columns ym:s:impressions…"
)
ONLY_DAYS = message(
    "There are days and no times: steps of one day are taken to be in the right order, and where "
    "several pages or sources of a day fit, the first is not told."
)
ONLY_HASH = message(
    "There is no ClientID, only counterUserIDHash: nobody can be joined with orders, and whoever "
    "stands in another file by ClientID counts twice."
)
OF_MOSCOW = message(
    "The times are those of dateTimeUTC; by Metrica's documentation they are of UTC+3."
)
SAME_FILE = message("named twice, read once")
