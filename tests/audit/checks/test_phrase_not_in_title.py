import pytest

from plugins.audit.checks.phrase_not_in_title import phrase_not_in_title
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, text
from tests.audit.subjects import found

FILE = "ru/pages/a.md"


@pytest.mark.parametrize(
    ("phrase", "title"),
    [
        ("доставка из китая", "Доставка из Китая"),
        ("доставка из китая", "Сроки доставки грузов из Китая"),
        ("доставка китай", "Из Китая с доставкой. Сроки"),
        ("купить печь", "Печи для пекарни"),
        ("как выбрать печь", "Выбираем печь"),
        ("проверка поставщика", "Как проверить поставщика"),
        ('"доставка из китая"', "Доставка из Китая"),
    ],
)
def test_any_form_any_order_and_neither_verbs_nor_questions_are_demanded(
    phrase: str, title: str
) -> None:
    written = text(FILE, "Доставка из Китая. Печь. Проверка поставщика.", title=title)

    assert found(phrase_not_in_title, judged(f"{phrase},{FILE},9,,", texts=(written,))) == []


@pytest.mark.parametrize(
    ("title", "missing"),
    [
        ("Доставка", "«доставка из китая» (no «китая»)"),
        ("Дорога", "«доставка из китая»"),
    ],
)
def test_a_title_that_lacks_words_of_the_main_phrase(title: str, missing: str) -> None:
    written = text(FILE, "Доставка из Китая.", title=title)

    assert found(
        phrase_not_in_title, judged(f"доставка из китая,{FILE},9,,", texts=(written,))
    ) == [
        (
            "phrase-not-in-title",
            Severity.WARNING,
            "content/ru/pages/a.md",
            1,
            f"the title does not have the key phrase {missing}",
        )
    ]


def test_the_most_asked_group_counts_with_any_of_its_phrases() -> None:
    rows = (
        f"пароконвектомат,{FILE},900,печи,",
        f"пароконвекционная печь,{FILE},200,печи,",
        f"щуп,{FILE},10,,",
    )
    written = text(FILE, "Пароконвектомат, щуп.", title="Пароконвекционные печи")

    assert found(phrase_not_in_title, judged(*rows, texts=(written,))) == []


def test_drafts_and_texts_that_lack_the_phrase_altogether_are_not_judged() -> None:
    draft = text("ru/pages/b.md", "Доставка.", status="draft")
    rows = (f"оплата,{FILE},9,,", "доставка,ru/pages/b.md,9,,")

    assert found(phrase_not_in_title, judged(*rows, texts=(text(FILE), draft))) == []
