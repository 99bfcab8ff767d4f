"""Systems of payment that have ended, and those that a seller's country forbids him; dated.

QIWI: licence of its bank revoked on 21.02.2024. RBK Money: wallets closed on 31.08.2018.
WebMoney: rouble purses (R, P) ended on 11.02.2022. Yandex.Money became YooMoney in 2020.
European Union: the 19th package of 23.10.2025 forbids its operators to deal with Mir and SBP.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plugins.language.messages import Message, message

# The 27 members of the European Union
EU = frozenset({
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
    "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
})  # fmt: skip
# What a seller in the Union may not use: Council Regulation of the 19th package, 23.10.2025
FORBIDDEN_IN_EU = frozenset({"mir", "sbp"})


@dataclass(frozen=True)
class Gone:
    """A system that has ended: since when, why, what serves instead, and where its links led.

    `most` and `monthly` are the limits that it had, in roubles.
    """

    key: str
    name: str
    ended: date | None
    why: Message
    instead: Message
    hosts: tuple[str, ...] = ()
    most: Decimal | None = None
    monthly: Decimal | None = None


QIWI = Gone(
    "qiwi",
    "QIWI",
    date(2024, 2, 21),
    message("the bank lost its licence on 21 February 2024, and the wallet stopped"),
    message("SBP, a card through a payment service, or YooMoney"),
    ("oplata.qiwi.com", "bill.qiwi.com", "w.qiwi.com", "my.qiwi.com"),
    Decimal(15_000),
    Decimal(600_000),
)
RBK_MONEY = Gone(
    "rbk-money",
    "RBK Money",
    date(2018, 8, 31),
    message("the wallets were closed on 31 August 2018"),
    message("Robokassa, YooKassa or Prodamus"),
    ("rbkmoney.ru",),
)
WEBMONEY_ROUBLES = Gone(
    "webmoney-roubles",
    "WebMoney, R, P",
    date(2022, 2, 11),
    message("rouble purses (R, P) ended on 11 February 2022"),
    message("SBP or an invoice for roubles; purses Z (dollars) and E (euros) go on"),
)
YANDEX_MONEY = Gone(
    "yandex-money",
    "Yandex.Money",
    None,
    message("Yandex.Money is called YooMoney now, and its forms have moved"),
    message("the form at yoomoney.ru/quickpay/confirm"),
    ("money.yandex.ru",),
)
GONE = (QIWI, RBK_MONEY, WEBMONEY_ROUBLES, YANDEX_MONEY)
# Those that payments.yaml may name as a kind
GONE_KINDS = {gone.key: gone for gone in (QIWI, RBK_MONEY)}


def forbidden(seller: str, systems: frozenset[str]) -> frozenset[str]:
    """Those of the systems that a seller of a country (ISO 3166-1) may not use."""
    return systems & FORBIDDEN_IN_EU if seller in EU else frozenset()
