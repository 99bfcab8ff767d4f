from dataclasses import replace

import pytest

from plugins.audit.checks.unusable_way import unusable_way
from plugins.company import Company
from plugins.language.problems import Severity
from tests.audit.subjects import as_read, subject
from tests.audit.trade_defects import QIWI, trade
from tests.company.records import COMPANY, WAY, Values

GERMAN = {"jurisdiction": "DE", "registration": "HRB 1", "inn": None, "ogrn": None}
PERSON = {"inn": "500100732259", "ogrn": "304500116000157"}
WALLET = {"kind": "yoomoney", "yoomoney": {"wallet": "410011234567890"}, "key": "yoo"}


def told(way: Values, **seller: object) -> list[tuple[str, str]]:
    company = Company.model_validate(COMPANY | seller)
    judged = replace(subject(company=company), trade=trade(way))
    findings = list(unusable_way(judged))
    for finding in findings:
        assert as_read(finding)[:4] == (
            "unusable-way", Severity.WARNING, "content/data/payments.yaml", 0
        )  # fmt: skip
    return [(f.message.in_language("en"), f.advice.in_language("en")) for f in findings]


def test_a_system_that_has_ended_is_explained_and_its_replacement_named() -> None:
    assert told(QIWI) == [
        (
            "the way “QIWI” is never offered: the bank lost its licence on 21 February 2024, "
            "and the wallet stopped",
            "offer instead: SBP, a card through a payment service, or YooMoney",
        )
    ]
    rbk = WAY | {"key": "rbk", "kind": "rbk-money"}
    assert told(rbk) == [
        (
            "the way “text” is never offered: the wallets were closed on 31 August 2018",
            "offer instead: Robokassa, YooKassa or Prodamus",
        )
    ]


@pytest.mark.parametrize(
    ("changes", "seller", "why"),
    [
        ({"until": "2026-11-21"}, {}, "it ended on 21\u00a0November\u00a02026"),
        (
            {},
            GERMAN,
            "the European Union's 19th package, of 23 October 2025, forbids its sellers SBP",
        ),
        ({"key": "x", "countries": ["CN"]}, {}, "countries leaves out the seller's own, RU"),
        (WALLET, {}, "such a wallet belongs to a person, and the seller is a firm"),
    ],
)  # fmt: skip
def test_other_ways_that_nobody_is_offered(changes: Values, seller: Values, why: str) -> None:
    ((said, _),) = told(WAY | changes, **seller)

    assert said == f"the way “text” is never offered: {why}"


@pytest.mark.parametrize(
    ("changes", "seller"),
    [
        ({}, {}),
        ({"since": "2027-01-01"}, {}),
        ({"until": "2026-11-22"}, {}),
        (WALLET, PERSON),
        ({"key": "invoice"}, GERMAN),
    ],
)
def test_nothing_of_a_way_that_is_offered_or_will_be(changes: Values, seller: Values) -> None:
    assert told(WAY | changes, **seller) == []
