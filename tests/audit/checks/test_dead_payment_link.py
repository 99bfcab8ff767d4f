import pytest

from plugins.audit.checks.dead_payment_link import dead_payment_link
from tests.audit.subjects import found, subject


def said(html: str) -> list[str]:
    return [message for *_, message in found(dead_payment_link, subject({"a/index.html": html}))]


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (
            '<a href="https://oplata.qiwi.com/create?publicKey=1&amount=5">x</a>',
            "https://oplata.qiwi.com/create?publicKey=1&amount=5: the bank lost its licence on "
            "21 February 2024, and the wallet stopped",
        ),
        (
            '<form action="https://rbkmoney.ru/acceptpurchase.aspx" method="post"></form>',
            "https://rbkmoney.ru/acceptpurchase.aspx: the wallets were closed on 31 August 2018",
        ),
        (
            '<iframe src="//money.yandex.ru/quickpay/shop-widget"></iframe>',
            "//money.yandex.ru/quickpay/shop-widget: Yandex.Money is called YooMoney now, and its "
            "forms have moved",
        ),
        (
            "<p>WebMoney: R123456789012</p>",
            "R123456789012: rouble purses (R, P) ended on 11 February 2022",
        ),
    ],
)
def test_dead_links_forms_and_purses(html: str, message: str) -> None:
    assert said(html * 2) == [f"the page names {message}"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Кошелёк QIWI и oplata.qiwi.com больше не работают.</p>",
        '<a href="https://example.org/?from=oplata.qiwi.com">x</a>',
        '<a href="https://yoomoney.ru/quickpay/confirm">x</a>',
        "<p>WebMoney: Z123456789012</p>",
        "<p>Заказ R123456789012</p>",
        '<a href="https://[oplata.qiwi.com">x</a>',
    ],
)
def test_what_only_speaks_of_them_or_lives(html: str) -> None:
    assert said(html) == []


def test_the_advice_names_the_replacement() -> None:
    judged = subject({"a/index.html": '<a href="https://oplata.qiwi.com/">x</a>'})
    (finding,) = dead_payment_link(judged)

    assert finding.advice.in_language("ru") == (
        "предложите вместо него: СБП, карта через платёжный сервис или ЮMoney"
    )
