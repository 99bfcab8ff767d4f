"""What checks of trade go by: ways to pay, goods, rates, the seller."""

from dataclasses import dataclass

from plugins.company import Payments, Product, Rate


@dataclass(frozen=True)
class Trade:
    """The owner's facts; `payments` is None where a site does without them."""

    payments: Payments | None = None
    products: tuple[Product, ...] = ()
    rates: tuple[Rate, ...] = ()


NO_TRADE = Trade()
