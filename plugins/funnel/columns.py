"""What an export is and what its columns mean, told by its header in any order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from plugins.language.messages import Message, message


class Kind(StrEnum):
    """What a file holds a line of."""

    VISITS = "visits"
    HITS = "hits"
    ORDERS = "orders"


# Names by field, the present one first, then older ones: letters and digits alone, small, without
# `ym:s:`; names of nested JSON stand together. `*` is a model of attribution: last, lastsign, first
_VISITS = {
    "visit": "visitid",
    "visitor": "clientid firstpartycookie counteruseridhash",
    "moment": "datetime datetimeutc date",
    "moscow": "datetimeutc",
    "hash": "counteruseridhash",
    "page": "starturl",
    "utm": "*utmsource",
    "traffic": "*trafficsource",
    "robot": "isrobotpro isrobot",
    "types": "producteventtype eventsproducttype eventsproducteventtype",
    "times": "producteventtime eventsproducteventtime",
    "urls": "producturl eventsproducturl",
    "seen_at": "impressionsdatetime impressionsproducteventtime",
    "seen_urls": "impressionsurl",
    "bought": "purchaseid",
    "bought_at": "purchasedatetime",
    "goals": "goalsid",
    "goals_at": "goalsdatetime",
}
_HITS = {
    "hit": "watchid",
    "visit": "visitid",
    "visitor": "clientid firstpartycookie counteruseridhash",
    "moment": "datetime datetimeutc date",
    "moscow": "datetimeutc",
    "hash": "counteruseridhash",
    "page": "url",
    "utm": "utmsource",
    "traffic": "*trafficsource",
    "view": "ispageview",
    "types": "producteventtype eventsproducttype eventsproducteventtype",
    "raw": "ecommerce",
    "bought": "purchaseid",
    "goals": "goalsid",
}
_ORDERS = {
    "number": "number order ordernumber orderno orderid invid metadataorderid metadataordernumber "
    "id paymentid transactionid номер номерзаказа заказ заказа idзаказа номерплатежа "
    "идентификаторплатежа",
    "created": "created createdat createdtime date datetime orderdate дата датасоздания датазаказа "
    "датаивремя capturedat paidat датаоплаты датаплатежа",
    "state": "state paymentstatus статусоплаты статусплатежа status orderstatus статус состояние "
    "статусзаказа paid оплачен оплачено",
    "reason": "reason errorcode error failurecode cancellationdetailsreason причина причинаотказа "
    "кодошибки кодотказа",
    "way": "way paymentmethodtype paymentmethod method paymenttype payment способоплаты видоплаты "
    "оплата",
    "total": "total amountvalue amount totalamount sum revenue сумма итого суммазаказа "
    "суммаплатежа суммаруб",
    "currency": "currency amountcurrency currencycode валюта",
    "visitor": "cid clientid ymclientid ymuid metricaclientid attributioncid metadatacid "
    "metadataclientid metadataymclientid",
    "attribution": "attribution",
    "changed": "changed changedat updated updatedat paidat capturedat изменен изменён "
    "датаизменения",
    "idempotency": "idempotency",
}
# Where names stand without `ym:s:` and `ym:pv:`, these tell which export it is
_OF_HITS = {"watchid", "pageviewid", "url", "ispageview"}
_OF_VISITS = {"visitid", "starturl", "endurl", "pageviews", "visitduration", "bounce", "isnewuser"}
FIELDS: Mapping[Kind, Mapping[str, tuple[str, ...]]] = {
    kind: {field: tuple(names.split()) for field, names in fields.items()}
    for kind, fields in ((Kind.VISITS, _VISITS), (Kind.HITS, _HITS), (Kind.ORDERS, _ORDERS))
}
NEEDED: Mapping[Kind, tuple[str, ...]] = {
    Kind.VISITS: ("visitor", "moment"),
    Kind.HITS: ("visitor", "moment"),
    Kind.ORDERS: ("number", "state"),
}
PRESENT: Mapping[Kind, Mapping[str, str]] = {
    Kind.VISITS: {"visitor": "ym:s:clientID", "moment": "ym:s:dateTime"},
    Kind.HITS: {"visitor": "ym:pv:clientID", "moment": "ym:pv:dateTime"},
    Kind.ORDERS: {"number": "number", "state": "state"},
}
# What cannot be told when a column is missing; of a tuple of columns any one is enough
LOST: Mapping[Kind, Sequence[tuple[tuple[str, ...], str, Message]]] = {
    Kind.VISITS: (
        (
            ("page",),
            "ym:s:startURL",
            message("which pages people land on, and by which key phrases"),
        ),
        (
            ("utm", "traffic"),
            "ym:s:lastUTMSource, ym:s:lastTrafficSource",
            message("where visitors came from"),
        ),
        (("visit",), "ym:s:visitID", message("how many visits stand twice")),
        (("robot",), "ym:s:isRobotPro", message("which visits are those of robots")),
    ),
    Kind.HITS: (
        (("page",), "ym:pv:URL", message("which pages of products were opened")),
        (
            ("types", "raw"),
            "ym:pv:productEventType, ym:pv:ecommerce",
            message("what was put into carts"),
        ),
        (("hit",), "ym:pv:watchID", message("how many hits stand twice")),
    ),
    Kind.ORDERS: (
        (("way",), "way", message("which way to pay fails")),
        (("reason",), "reason", message("by which code payments fail")),
        (("created",), "created", message("when orders were made, so they stand apart")),
        (
            ("visitor", "attribution"),
            "cid, attribution",
            message("which visitor ordered, so orders stand apart"),
        ),
    ),
}
_METRICA = re.compile(r"ym[:_.](s|pv)[:_.](.+)")
_SIGNS = re.compile(r"[\W_]+")
_ATTRIBUTIONS = ("lastsign", "last", "automatic", "first")


@dataclass(frozen=True)
class Layout:
    """The kind of an export, and at which place of its header each known field stands."""

    kind: Kind
    places: Mapping[str, int]

    @property
    def missing(self) -> list[str]:
        """Columns without which nothing can be counted, by their present names."""
        return [PRESENT[self.kind][f] for f in NEEDED[self.kind] if f not in self.places]

    @property
    def untold(self) -> list[tuple[str, Message]]:
        """Which columns are absent, and what therefore cannot be told."""
        return [
            (column, what)
            for fields, column, what in LOST[self.kind]
            if not any(field in self.places for field in fields)
        ]


def layout_of(header: Sequence[str]) -> Layout | None:
    """What a file with this header holds; None where it is none of the exports."""
    plain = [name.strip().strip("\ufeff\"'").strip().lower() for name in header]
    found = [_METRICA.fullmatch(name) for name in plain]
    kinds = [match[1] for match in found if match]
    if kinds:
        side = max(("s", "pv"), key=kinds.count)
        names = [_bare(match[2]) if match and match[1] == side else "" for match in found]
        return _laid(Kind.VISITS if side == "s" else Kind.HITS, names)
    names = [_bare(name) for name in plain]
    orders, hits = _laid(Kind.ORDERS, names), _laid(Kind.HITS, names)
    if not orders.missing or {"number", "total", "created"} <= orders.places.keys():
        return orders
    if hits.missing or not {*names} & (_OF_HITS | _OF_VISITS):
        return None
    return hits if {*names} & _OF_HITS else _laid(Kind.VISITS, names)


def _bare(name: str) -> str:
    """`Client ID` and `client_id` are one name."""
    return _SIGNS.sub("", name)


def _laid(kind: Kind, names: Sequence[str]) -> Layout:
    return Layout(kind, _places(names, kind))


def _places(names: Sequence[str], kind: Kind) -> dict[str, int]:
    """Of several columns that fit, the one whose name is named first."""
    found = {}
    for field, known in FIELDS[kind].items():
        ranked = [
            (rank, place)
            for place, name in enumerate(names)
            if (rank := _rank(name, known)) is not None
        ]
        if ranked:
            found[field] = min(ranked)[1]
    return found


def _rank(name: str, known: Sequence[str]) -> int | None:
    for rank, one in enumerate(known):
        if name == one:
            return rank
        if one[0] == "*" and name.endswith(one[1:]):
            model = name.removesuffix(one[1:])
            return 1 + (_ATTRIBUTIONS.index(model) if model in _ATTRIBUTIONS else 9)
    return None
