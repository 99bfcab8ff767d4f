from dataclasses import replace

import pytest

from plugins.audit.checks.unpayable_price import unpayable_price
from plugins.company import Company
from tests.audit.subjects import found, subject
from tests.audit.trade_defects import QIWI, trade
from tests.company.records import COMPANY, WAY, Values

INVOICE: Values = WAY | {"key": "invoice", "most": None}


@pytest.mark.parametrize(
    ("price", "ways", "payable"),
    [
        ("700000", [WAY], True),
        ("700000.01", [WAY], False),
        ("999999999999", [WAY, INVOICE], True),
        ("100", [QIWI], False),
    ],
)
def test_a_price_that_no_way_takes(price: str, ways: list[Values], payable: bool) -> None:
    company = Company.model_validate(COMPANY)
    judged = replace(subject(company=company), trade=trade(*ways, price=price))
    messages = [message for *_, message in found(unpayable_price, judged)]

    assert messages == ([] if payable else [messages[0]])
    assert all(message.startswith("no way to pay takes ₽") for message in messages)
    assert bool(messages) is not payable
