from dataclasses import replace

import pytest

from plugins.audit.checks.old_rates import old_rates
from tests.audit.subjects import found, subject
from tests.audit.trade_defects import trade
from tests.company.records import WAY, Values

RATE: Values = {"source": "Банк России", "currency": "CNY", "nominal": "1", "rate": "5.75"}


@pytest.mark.parametrize(
    ("days", "messages"),
    [
        (["2026-10-22"], []),
        (["2026-11-24"], []),
        (["2026-10-21"], ["the rate of CNY is older than a month: 21\u00a0October\u00a02026"]),
        (["2026-10-01", "2026-11-20"], []),
        ([], ["CNY has no rate: pages leave it out"]),
    ],
)
def test_a_rate_of_each_listed_currency(days: list[str], messages: list[str]) -> None:
    rates = tuple(RATE | {"date": day} for day in days)
    judged = replace(subject(), trade=trade(WAY, currencies=("CNY",), rates=rates))

    assert [message for *_, message in found(old_rates, judged)] == messages


def test_nothing_where_no_currency_is_listed() -> None:
    old = RATE | {"date": "2020-01-01"}

    assert found(old_rates, replace(subject(), trade=trade(WAY, rates=(old,)))) == []
