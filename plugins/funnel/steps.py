"""The steps from a visit to a payment: numbers in tables, names and definitions for people."""

from enum import IntEnum

from plugins.language.messages import Message, message


class Step(IntEnum):
    """A step; whoever has come to one has passed those before it."""

    VISIT = 1
    PRODUCT = 2
    CART = 3
    CHECKOUT = 4
    PAID = 5
    REPEAT = 6


NAMES: dict[Step, Message] = {
    Step.VISIT: message("Visitors"),
    Step.PRODUCT: message("Saw a product"),
    Step.CART: message("Put into the cart"),
    Step.CHECKOUT: message("Went to pay"),
    Step.PAID: message("Have paid"),
    Step.REPEAT: message("Bought again"),
}
MEANINGS: dict[Step, Message] = {
    Step.VISIT: message(
        "Different ClientIDs in the exports. One person with a phone and a computer is two."
    ),
    Step.PRODUCT: message("Opened the page of a product, or Metrica noted the event detail."),
    Step.CART: message(
        "The event add, or any later step: a Buy link leads to payment past the cart."
    ),
    Step.CHECKOUT: message("The event or goal of checkout, or an order was made."),
    Step.PAID: message("A purchase in Metrica, or an order that is paid. Refunds are among them."),
    Step.REPEAT: message(
        "Paid for two different orders or more within the exports, however far apart."
    ),
}
# What each event of e-commerce is called: by Metrica, and by those who write in Google's way
EVENTS: dict[Step, tuple[str, ...]] = {
    Step.PRODUCT: ("detail", "view_item"),
    Step.CART: ("add", "add_to_cart"),
    Step.CHECKOUT: ("checkout", "begin_checkout"),
    Step.PAID: ("purchase",),
}
# How settings name steps
KEYS: dict[str, Step] = {
    "product": Step.PRODUCT,
    "cart": Step.CART,
    "checkout": Step.CHECKOUT,
    "paid": Step.PAID,
}
