"""Forms of YooMoney and WebMoney: fields by their rules, sums that are sums."""

from base64 import b64decode
from decimal import Decimal

import pytest

from plugins.checkout.providers import webmoney, yoomoney
from plugins.checkout.providers.form import in_short
from plugins.company.pay_settings import WebMoney, YooMoney

WALLET = YooMoney(wallet="410011234567890")
PURSE = WebMoney(purse="Z123456789012")


def test_the_form_of_yoomoney() -> None:
    form = yoomoney.form(Decimal("2990.5"), "K-1", WALLET, "https://kettles.example/k/")

    assert form.action == "https://yoomoney.ru/quickpay/confirm"
    assert dict(form.fields) == {
        "receiver": "410011234567890",
        "quickpay-form": "button",
        "paymentType": "AC",
        "sum": "2990.50",
        "label": "K-1",
        "successURL": "https://kettles.example/k/",
    }
    by_wallet = YooMoney(wallet=WALLET.wallet, by="wallet")
    assert dict(yoomoney.form(Decimal(1), "K-1", by_wallet).fields)["paymentType"] == "PC"


def test_the_fee_is_the_receivers_as_its_documentation_counts() -> None:
    assert yoomoney.received(Decimal(1000), YooMoney(wallet=WALLET.wallet, by="wallet")) == Decimal(
        "990.09"
    )
    assert yoomoney.received(Decimal(1000), WALLET) == 970


def test_a_label_keeps_to_its_length() -> None:
    form = yoomoney.form(Decimal(1), "Чайник «Заря» 🔥 " * 300, WALLET)

    assert len(dict(form.fields)["label"]) <= 64


def test_the_form_of_webmoney() -> None:
    form = webmoney.form(Decimal("36.4"), "Чайник «Заря»", PURSE)
    fields = dict(form.fields)

    assert form.action == "https://merchant.webmoney.com/lmi/payment_utf.asp"
    assert b64decode(fields.pop("LMI_PAYMENT_DESC_BASE64")).decode() == "Чайник «Заря»"
    assert fields == {"LMI_PAYEE_PURSE": "Z123456789012", "LMI_PAYMENT_AMOUNT": "36.40"}


@pytest.mark.parametrize("amount", ["0", "-1", "0.001", "NaN"])
def test_no_form_for_what_is_no_sum(amount: str) -> None:
    with pytest.raises(ValueError, match="no sum"):
        yoomoney.form(Decimal(amount), "K-1", WALLET)
    with pytest.raises(ValueError, match="no sum"):
        webmoney.form(Decimal(amount), "K-1", PURSE)


def test_a_long_text_is_cut_at_a_word() -> None:
    assert in_short("Печь\nна десять  уровней", 100) == "Печь на десять уровней"
    assert in_short("Печь на десять уровней", 16) == "Печь на десять…"
    assert len(in_short("ё" * 5000, 64)) == 64
