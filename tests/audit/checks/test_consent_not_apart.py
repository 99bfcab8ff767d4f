import pytest

from plugins.audit.checks.consent_not_apart import consent_not_apart
from plugins.documents import Document
from plugins.language.problems import Severity
from tests.audit.subjects import document, found, subject

CONSENT = document("ru/pages/consent.md", "<p>Согласие.</p>")


def offer(body: str) -> Document:
    return document("ru/pages/offer.md", body, f"Title: A\n\n{body}")


def test_an_offer_that_links_to_the_consent() -> None:
    written = offer("<p>Данные — по <a href='/consent/'>согласию на обработку</a>.</p>")

    assert found(consent_not_apart, subject(documents=[written, CONSENT])) == []


def test_an_offer_without_a_consent_beside_it() -> None:
    empty = document("ru/pages/consent.md", "")

    assert len(found(consent_not_apart, subject(documents=[offer("<p>П.</p>"), empty]))) == 1
    assert found(consent_not_apart, subject(documents=[offer("<p>Продаём.</p>")])) == [
        (
            "consent-not-apart",
            Severity.ERROR,
            "content/ru/pages/offer.md",
            0,
            "there is an offer, but no consent to processing as a document of its own",
        )
    ]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>Покупатель даёт согласие на обработку данных.</p>", "даёт согласие на обработку"),
        ("<p>Я даю своё согласие на обработку.</p>", "даю своё согласие на обработку"),
        ("<p>Покупатель соглашается на обработку.</p>", "соглашается на обработку"),
        ("<h2>Согласие на обработку данных</h2><p>…</p>", "Согласие на обработку данных"),
    ],
)
def test_a_consent_inside_the_offer(body: str, words: str) -> None:
    (finding,) = found(consent_not_apart, subject(documents=[offer(body), CONSENT]))

    assert finding[-1] == f"the offer holds the consent to processing: «{words}»"
    assert finding[3] == 3


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Нажимая кнопку, вы соглашаетесь с политикой.", "Нажимая кнопку, вы соглашаетесь"),
        ("By clicking “Send” you agree to it.", "By clicking “Send” you agree"),
    ],
)
def test_consent_by_pressing_a_button(body: str, words: str) -> None:
    (finding,) = found(consent_not_apart, subject(documents=[document("ru/pages/a.md", body)]))

    assert finding[-1] == f"consent by pressing a button is not enough: «{words}»"


def test_saying_that_a_button_is_no_consent_is_no_fault() -> None:
    written = document("ru/pages/a.md", "Нажатие кнопки «Отправить» согласием не считается.")

    assert found(consent_not_apart, subject(documents=[written])) == []
