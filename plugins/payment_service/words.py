"""What the stand-in calls ways and answers, and what it says to those who come astray."""

from plugins.language.messages import Message, message
from plugins.payment_service.orders import WAITING
from plugins.payment_service.payments import SLOW

WAYS: dict[str, Message] = {
    "mir": message("Mir card"),
    "sbp": message("SBP (instant payment system)"),
    "invoice": message("Bank transfer against an invoice"),
}
ANSWERS: dict[str, Message] = {
    "success": message("Paid"),
    "funds": message("Refused: not enough money"),
    "limit": message("Refused: above the limit of the bank"),
    "declined": message("Refused by the bank, without a reason"),
    "card": message("Refused: wrong or expired card"),
    "confirmation": message("Refused: not confirmed by code"),
    "bank": message("Refused: the bank does not work now"),
    "timeout": message("Refused: the bank did not answer in time"),
    "other": message("Refused for another reason"),
    "cancelled": message("The buyer changes their mind"),
    SLOW: message("Paid, but the answer takes six seconds"),
}
STATES: dict[str, Message] = {
    "created": message("not paid yet"),
    WAITING: message("the bank has not answered yet"),
    "paid": message("paid"),
    "failed": message("the payment failed"),
    "cancelled": message("cancelled"),
    "refunded": message("refunded"),
}
NO_ORDER = message("There is no such order")
NO_LINK = message("This link does not lead to a product")
NOT_UNDERSTOOD = message("The form did not come through")
NO_PAGE = message("There is no such page")


def spoken(words: dict[str, Message], lang: str) -> list[tuple[str, str]]:
    """Keys with their words in a language."""
    return [(key, said.in_language(lang)) for key, said in words.items()]
