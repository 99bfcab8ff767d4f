"""YooMoney: the transfer form to a person's wallet (yoomoney.ru/docs, quickpay).

Only a named or identified wallet of a person takes such payments; a firm uses YooKassa. The fee
is the receiver's: 1 % from a wallet, 3 % from a card.
"""

from decimal import ROUND_DOWN, Decimal

from plugins.checkout.providers.form import Form, in_short
from plugins.company.pay_settings import FORM_HOSTS, YooMoney

LONGEST_LABEL = 64
_BY = {"wallet": "PC", "card": "AC"}


def form(amount: Decimal, label: str, wallet: YooMoney, back: str = "") -> Form:
    """The form of one sum; `label` comes back in the notification, `back` is where buyers return.

    The buyer pays the whole sum; the wallet receives it less the fee.
    """
    if not amount.is_finite() or amount <= 0 or amount != round(amount, 2):
        raise ValueError(f"no sum of roubles and kopecks: {amount}")
    fields = (
        ("receiver", wallet.wallet),
        ("quickpay-form", "button"),
        ("paymentType", _BY[wallet.by]),
        ("sum", f"{amount:.2f}"),
        ("label", in_short(label, LONGEST_LABEL)),
        *((("successURL", back),) if back else ()),
    )
    return Form(f"{FORM_HOSTS['yoomoney']}/quickpay/confirm", fields)


def received(amount: Decimal, wallet: YooMoney) -> Decimal:
    """What reaches the wallet: the sum less 3 % from a card, less 1/101 from another wallet."""
    fee = Decimal("0.03") if wallet.by == "card" else Decimal("0.01") / Decimal("1.01")
    return (amount - amount * fee).quantize(Decimal("0.01"), ROUND_DOWN)
