import pytest

from plugins.audit.checks.phrase_not_in_text import phrase_not_in_text
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, text
from tests.audit.subjects import found

FILE = "ru/pages/a.md"
PRODUCT = text(FILE, "Греет.", title="Печь", kind="product")


def test_a_word_that_stands_nowhere() -> None:
    written = text(FILE, "Печь греет.", title="Печь")
    rows = (f"печь цена,{FILE},9,,", f"печь,{FILE},99,,")

    assert found(phrase_not_in_text, judged(*rows, texts=(written,))) == [
        (
            "phrase-not-in-text",
            Severity.WARNING,
            "content/ru/pages/a.md",
            1,
            "the page lacks the word «цена»; the map gives it the key phrase «печь цена»",
        )
    ]


def test_scattered_words_titles_descriptions_and_alts_will_do() -> None:
    written = text(
        FILE,
        "<p>О ценах.</p><img src='x' alt='На складе'>",
        title="Печь",
        description="Для пекарни",
    )
    rows = (f"цена печи для пекарни,{FILE},9,,", f"печь на складе,{FILE},9,,")

    assert found(phrase_not_in_text, judged(*rows, texts=(written,))) == []


def test_what_a_template_adds_to_a_product_counts() -> None:
    page = "<nav>Скидки</nav><main><h1>Печь</h1><p>Цена 100 ₽</p></main>"
    rows = (f"печь цена,{FILE},9,,", f"печь скидка,{FILE},5,,")

    assert [m for *_, m in found(phrase_not_in_text, judged(*rows, texts=(PRODUCT,), a=page))] == [
        "the page lacks the word «скидка»; the map gives it the key phrase «печь скидка»"
    ]


@pytest.mark.parametrize(
    "values",
    [{"kind": "product"}, {"kind": "home"}, {"kind": "page", "template": "delivery"}],
)
def test_what_a_template_would_add_is_unknown_before_the_site_is_built(
    values: dict[str, str],
) -> None:
    written = text(FILE, "Печь.", **values)

    assert found(phrase_not_in_text, judged(f"печь цена,{FILE},9,,", texts=(written,))) == []


def test_a_draft_is_not_judged() -> None:
    draft = text(FILE, status="draft")

    assert found(phrase_not_in_text, judged(f"оплата,{FILE},9,,", texts=(draft,))) == []


def test_an_address_is_not_a_text() -> None:
    written = text("ru/pages/dostavka.md", "Привет.", title="Привет")

    assert (
        len(
            found(phrase_not_in_text, judged("доставка,ru/pages/dostavka.md,9,,", texts=(written,)))
        )
        == 1
    )
