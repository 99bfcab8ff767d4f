"""A route as an offer tells it: what it charges, where it leads, how many days it takes."""

from collections.abc import Iterator

from plugins.company.delivery import Route
from plugins.company.offered import plain_amount
from plugins.structured_data.node import Node, node
from plugins.structured_data.page import Page

# Points of the way before the goods leave; the days after them are those of the journey
BEFORE_LEAVING = ("accepted", "packed")
CURRENCY = "RUB"


def shipping(page: Page, route: Route) -> Node:
    """A route; one without a charge for an order or without regions is left out in the end."""
    charge = None if route.charge is None else plain_amount(route.charge)
    return node(
        "OfferShippingDetails",
        name=page.said(route.name),
        shippingRate=node("MonetaryAmount", value=charge, currency=CURRENCY),
        shippingDestination=list(_regions(page, route)),
        deliveryTime=_time(route),
    )


def _regions(page: Page, route: Route) -> Iterator[Node]:
    """Where the route leads, a node a country; regions go without the country's code."""
    by_country: dict[str, list[str]] = {}
    for region in route.regions:
        country, _, code = region.partition("-")
        by_country.setdefault(country, []).append(code)
    for country, codes in by_country.items():
        yield node(
            "DefinedRegion",
            name=page.said(route.destination),
            addressCountry=country,
            addressRegion=codes,
        )


def _time(route: Route) -> Node:
    """The days of the route, parted where its stops tell how long the goods are prepared."""
    stops = [stop for stop in route.stops if stop.node in BEFORE_LEAVING]
    first = sum(stop.days_from or 0 for stop in stops)
    last = sum(stop.days_to or 0 for stop in stops)
    return node(
        "ShippingDeliveryTime",
        handlingTime=_days(first, last) if stops else None,
        transitTime=_days(route.days_from - first, route.days_to - last),
    )


def _days(first: int, last: int) -> Node:
    return node("QuantitativeValue", minValue=first, maxValue=last, unitCode="DAY")
