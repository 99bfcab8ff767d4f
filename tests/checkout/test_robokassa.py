"""Links of Robokassa: signed as another's package signs, and with nothing that gives them away."""

import json
import random
from decimal import Decimal
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from robokassa import HashAlgorithm
from robokassa.hash import Hash
from robokassa.payment import LinkGenerator
from robokassa.types import RobokassaParams

from plugins.checkout.providers.robokassa import Bought, link, out_sum
from plugins.company.pay_settings import Robokassa

PASSWORD = "p1-Qw3rtY"
HASHES = [algorithm.value for algorithm in HashAlgorithm]
NAMES = ("Чайник «Заря»", 'Kettle "Dawn" & Co', "Печь 🔥 №5", "Стол | 16 мм", "ё" * 5000)


def shop(**changes: str) -> Robokassa:
    return Robokassa.model_validate({"login": "kettles.ru", "hash": "sha256"} | changes)


def query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def orders(count: int) -> list[tuple[Bought, Robokassa]]:
    lots, found = random.Random(56042), []
    for number in range(count):
        more = {"tax": lots.choice(["none", "vat20", "vat22"])} if number % 2 else {}
        if more and number % 4 == 1:
            more["sno"] = lots.choice(["osn", "usn_income", "patent"])
        amount = Decimal(lots.randrange(1, 10**11)).scaleb(-2)
        bought = Bought(amount, lots.choice(NAMES), f"PV-{number}", lots.choice(["ru", "en"]))
        found.append((bought, shop(login=f"shop{number}", hash=lots.choice(HASHES), **more)))
    return found


def test_two_hundred_signatures_equal_those_of_an_independent_package() -> None:
    for bought, seller in orders(200):
        sent = query(link(bought, seller, PASSWORD))
        receipt = json.loads(unquote(sent["Receipt"])) if "Receipt" in sent else None
        params = RobokassaParams(
            merchant_login=seller.login,
            out_sum=sent["OutSum"],
            inv_id="",
            receipt=receipt,
            default_prefix="Shp",
            additional_params={"item": bought.item},
        )
        if receipt:
            # It serialises JSON with spaces; the same receipt is signed as we send it
            params.receipt = sent["Receipt"]
        generator = LinkGenerator(Hash(HashAlgorithm(seller.hash)), PASSWORD)
        theirs = generator.generate_open_payment_link(params)

        assert sent["SignatureValue"] == theirs.params.signature_value
        assert sent["Shp_item"] == query(theirs.url)["Shp_item"]
        assert sent.get("Receipt") == query(theirs.url).get("Receipt")


def test_a_receipt_is_encoded_once_for_the_signature_and_once_more_for_the_query() -> None:
    address = link(Bought(Decimal("2990"), "Чайник", "K-1"), shop(tax="vat22"), PASSWORD)
    raw = urlsplit(address).query.partition("Receipt=")[2].partition("&")[0]

    once = unquote(raw)
    assert quote(unquote(once), safe="") == once
    assert json.loads(unquote(once)) == {
        "items": [
            {
                "name": "Чайник",
                "quantity": 1,
                "sum": 2990.0,
                "tax": "vat22",
                "payment_method": "full_prepayment",
                "payment_object": "commodity",
            }
        ]
    }


def test_what_a_link_holds() -> None:
    sent = query(link(Bought(Decimal("2990.5"), "Чайник", "K-1", "en"), shop(), PASSWORD))

    assert sent.pop("SignatureValue")
    assert sent == {
        "MerchantLogin": "kettles.ru",
        "OutSum": "2990.50",
        "Description": "Чайник",
        "Culture": "en",
        "Encoding": "utf-8",
        "Shp_item": "K-1",
    }
    assert query(link(Bought(Decimal(1), "a", "b"), shop(test="true"), "x"))["IsTest"] == "1"


@pytest.mark.parametrize("name", NAMES)
def test_any_name_leaves_the_link_readable(name: str) -> None:
    address = link(Bought(Decimal(1), name, "K-1"), shop(tax="none"), PASSWORD)
    sent = query(address)

    assert PASSWORD not in address
    assert len(sent["Description"]) <= 100
    item = json.loads(unquote(sent["Receipt"]))["items"][0]
    assert 0 < len(item["name"]) <= 128
    assert not set('"|🔥«»&') & set(item["name"])
    assert len(address) < 2500


def test_a_price_or_a_password_changes_the_signature() -> None:
    signed = {
        query(link(Bought(Decimal(amount), "a", "K-1"), shop(), password))["SignatureValue"]
        for amount in ("1", "1.01", "10")
        for password in ("a", "b")
    }
    assert len(signed) == 6


@pytest.mark.parametrize("amount", ["0", "-1", "0.001", "NaN", "Infinity"])
def test_no_link_for_what_is_no_sum(amount: str) -> None:
    with pytest.raises(ValueError, match="no sum"):
        out_sum(Decimal(amount))


def test_a_trillion_is_written_in_full() -> None:
    assert out_sum(Decimal(10) ** 12) == "1000000000000.00"
