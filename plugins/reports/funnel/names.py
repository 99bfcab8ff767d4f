"""What sources, ways to pay, states and failure codes are called."""

from plugins.funnel.steps import Step
from plugins.language.messages import Message, message

SOURCES: dict[str, Message] = {
    "organic": message("search engines"),
    "direct": message("came by themselves"),
    "ad": message("advertising"),
    "referral": message("links on other sites"),
    "social": message("social networks"),
    "internal": message("pages of this site"),
    "messenger": message("messengers"),
    "email": message("mailings"),
    "recommend": message("recommendations"),
    "saved": message("saved pages"),
    "undefined": message("unknown to Metrica"),
    "": message("not told"),
}
WAYS: dict[str, Message] = {
    "mir": message("Mir card"),
    "card": message("bank card"),
    "bank_card": message("bank card"),
    "sbp": message("SBP (instant payment system)"),
    "invoice": message("Bank transfer against an invoice"),
    "": message("not told"),
}
REASONS: dict[str, Message] = {
    "funds": message("not enough money"),
    "limit": message("above the limit of the bank"),
    "declined": message("refused by the bank without a reason"),
    "card": message("wrong or expired card"),
    "confirmation": message("not confirmed by code"),
    "bank": message("the bank did not work"),
    "timeout": message("the bank did not answer in time"),
    "other": message("another reason"),
}
ADVICE: dict[str, Message] = {
    "funds": message("offer payment in parts, or hold the goods for a few days"),
    "limit": message("name SBP and an invoice beside the card: their limits differ"),
    "declined": message(
        "name another way first, and ask the payment service whether its antifraud refuses buyers"
    ),
    "card": message("the page of failure can say which cards are taken"),
    "confirmation": message(
        "the page of failure can say where the code comes from and how long it is good"
    ),
    "bank": message("ask the payment service when it happened, and offer another way"),
    "timeout": message("ask the payment service when it happened, and offer another way"),
}
OTHER_WAY = message("ask the payment service what the code means")
TO_DO: dict[Step, Message] = {
    Step.PRODUCT: message(
        "Texts bring readers and do not lead them on: put a link to the fitting product into the "
        "texts that most people come to, and look whether the menu names the catalogue."
    ),
    Step.CART: message(
        "People look and do not choose: see whether the page of a product tells price, delivery "
        "and its term, guarantee and return without scrolling far, and shows real pictures."
    ),
    Step.CHECKOUT: message(
        "Goods are left in carts: see what surprises people there: the sum with delivery, the "
        "terms, a step that asks too much."
    ),
    Step.PAID: message(
        "People want to pay and do not manage: see below by which way and code it fails, and try "
        "a payment yourself from a phone."
    ),
}
