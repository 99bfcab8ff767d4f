"""Robokassa: a link signed when the site is built, with a fixed price and no order number.

By docs.robokassa.ru: the signature is the hash of MerchantLogin:OutSum:InvId[:Receipt]:Password1
and of the Shp_ values, sorted. Without InvId, Robokassa numbers each payment itself, so one link
serves all buyers; who paid for what, it says by Shp_item. Receipt is URL-encoded before it is
signed; as a value of the query it is encoded once more, as a form does with every value.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import quote, urlencode

from plugins.checkout.providers.form import in_short
from plugins.company.pay_settings import Robokassa

ADDRESS = "https://auth.robokassa.ru/Merchant/Index.aspx"
LONGEST_DESCRIPTION = 100
LONGEST_NAME = 128
# Letters, digits and punctuation: a receipt takes no others
_NOT_FOR_RECEIPTS = re.compile(r"[^0-9A-Za-zА-Яа-яЁё .,:;()/%+\-№]+")


@dataclass(frozen=True)
class Bought:
    """What a link is for: the sum in roubles, the words and the values that come back."""

    amount: Decimal
    name: str
    item: str
    lang: str = "ru"


def link(bought: Bought, shop: Robokassa, password: str) -> str:
    """The address of the payment page; the password is in its hash and nowhere else."""
    amount = out_sum(bought.amount)
    receipt = encoded_receipt(bought, shop)
    shp = {"Shp_item": bought.item}
    values = {
        "MerchantLogin": shop.login,
        "OutSum": amount,
        "Description": in_short(_plain(bought.name) or bought.item, LONGEST_DESCRIPTION),
        **({"Receipt": receipt} if receipt else {}),
        "Culture": "ru" if bought.lang == "ru" else "en",
        "Encoding": "utf-8",
        **({"IsTest": "1"} if shop.test else {}),
        "SignatureValue": signature(signed_text(shop.login, amount, receipt, password, shp), shop),
        **shp,
    }
    return f"{ADDRESS}?{urlencode(values)}"


def signed_text(
    login: str, amount: str, receipt: str, password: str, shp: Mapping[str, str]
) -> str:
    """What is hashed; the empty third part is the order number that Robokassa gives itself."""
    more = sorted(f"{name}={value}" for name, value in shp.items())
    return ":".join([login, amount, "", *([receipt] if receipt else []), password, *more])


def signature(text: str, shop: Robokassa) -> str:
    """The hash that the shop has chosen, in hexadecimal digits."""
    return hashlib.new(shop.hash, text.encode()).hexdigest()


def out_sum(amount: Decimal) -> str:
    """Roubles with a point and two digits of kopecks; a part of a kopeck is an error."""
    if not amount.is_finite() or amount <= 0 or amount != round(amount, 2):
        raise ValueError(f"no sum of roubles and kopecks: {amount}")
    return f"{amount:.2f}"


def encoded_receipt(bought: Bought, shop: Robokassa) -> str:
    """One line of goods as URL-encoded JSON; empty where the shop sends no receipts."""
    if shop.tax is None:
        return ""
    name = json.dumps(
        in_short(_plain(bought.name), LONGEST_NAME) or bought.item, ensure_ascii=False
    )
    line = (
        f'{{"name":{name},"quantity":1,"sum":{out_sum(bought.amount)},"tax":"{shop.tax}",'
        '"payment_method":"full_prepayment","payment_object":"commodity"}'
    )
    taxed = f'"sno":"{shop.sno}",' if shop.sno else ""
    return quote(f'{{{taxed}"items":[{line}]}}', safe="")


def _plain(name: str) -> str:
    return " ".join(_NOT_FOR_RECEIPTS.sub(" ", name).split())
