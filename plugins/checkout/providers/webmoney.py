"""WebMoney: the form to a purse of dollars (Z) or euros (E); rouble purses ended on 11.02.2022."""

from base64 import b64encode
from decimal import Decimal

from plugins.checkout.providers.form import Form, in_short
from plugins.company.pay_settings import FORM_HOSTS, WebMoney

LONGEST_DESCRIPTION = 255


def form(amount: Decimal, name: str, purse: WebMoney) -> Form:
    """The form of one sum in the purse's own currency, never in roubles."""
    if not amount.is_finite() or amount <= 0 or amount != round(amount, 2):
        raise ValueError(f"no sum of units and hundredths: {amount}")
    described = b64encode(in_short(name, LONGEST_DESCRIPTION).encode()).decode()
    fields = (
        ("LMI_PAYEE_PURSE", purse.purse),
        ("LMI_PAYMENT_AMOUNT", f"{amount:.2f}"),
        ("LMI_PAYMENT_DESC_BASE64", described),
        *((("LMI_SIM_MODE", "0"),) if purse.test else ()),
    )
    return Form(f"{FORM_HOSTS['webmoney']}/lmi/payment_utf.asp", fields)
