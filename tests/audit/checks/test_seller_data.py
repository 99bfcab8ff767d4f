import pytest

from plugins.audit.checks.seller_data import seller_data
from plugins.company import Company
from plugins.language.problems import Severity
from tests.audit.subjects import found, subject
from tests.company.records import COMPANY, LEGAL

FOOT = "<footer><p>текст <b>1217700000000</b>, 100000, Дом&nbsp;1 info@example.com</p></footer>"
HERE = {"ru": "Дом 1", "en": "House 1"}
SELLER = Company.model_validate(COMPANY | {"addresses": [LEGAL | {"text": HERE}]})


def test_a_foot_with_everything() -> None:
    judged = subject({"index.html": f'<html lang="ru">{FOOT}'}, company=SELLER)

    assert found(seller_data, judged) == []


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ("текст", "текст"),
        ("1217700000000", "1217700000000"),
        ("Дом&nbsp;1", "Дом 1"),
        ("info@example.com", "info@example.com"),
    ],
)
def test_what_a_foot_lacks(gone: str, said: str) -> None:
    html = f'<html lang="ru">{FOOT.replace(gone, "")}'
    judged = subject({"index.html": html}, company=SELLER)

    assert found(seller_data, judged) == [
        (
            "seller-data",
            Severity.ERROR,
            "output/index.html",
            0,
            f"the foot of the page lacks: {said}",
        )
    ]


def test_what_stands_above_the_foot_does_not_count() -> None:
    html = f'<html lang="ru">{FOOT.replace("footer", "div")}'

    assert len(found(seller_data, subject({"index.html": html}, company=SELLER))) == 1


def test_a_seller_abroad_shows_its_own_number() -> None:
    abroad = COMPANY | {"jurisdiction": "CN", "registration": "91440600", "addresses": [LEGAL]}
    company = Company.model_validate({k: v for k, v in abroad.items() if k not in ("inn", "ogrn")})
    html = '<html lang="en"><footer>text text info@example.com</footer>'

    (finding,) = found(seller_data, subject({"en/index.html": html}, company=company))
    assert finding[-1] == "the foot of the page lacks: 91440600"


def test_a_page_that_sends_on_has_no_foot() -> None:
    html = '<html lang="ru"><meta http-equiv="refresh" content="0; url=/x/">'

    assert found(seller_data, subject({"old/index.html": html}, company=SELLER)) == []
