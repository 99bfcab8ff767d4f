from plugins.audit.checks.title_stuffed import title_stuffed
from plugins.language.problems import Severity
from tests.audit.phrase_texts import text
from tests.audit.subjects import found, subject

STUFFED = "Тестомес купить, тестомесы цена, выбор тестомеса"


def said(**values: str) -> list[tuple[int, str]]:
    judged = subject(documents=[text("ru/pages/a.md", **values)])
    return [(line, message) for _, _, _, line, message in found(title_stuffed, judged)]


def test_a_title_that_says_one_word_three_times_in_any_form() -> None:
    judged = subject(documents=[text("ru/pages/a.md", title=STUFFED)])

    assert found(title_stuffed, judged) == [
        (
            "title-stuffed",
            Severity.WARNING,
            "content/ru/pages/a.md",
            1,
            "«тестомес» stands 3 times in the title",
        )
    ]


def test_twice_is_fine() -> None:
    assert said(title="Поставка из Китая и поставка со склада") == []


def test_a_description_may_say_it_three_times() -> None:
    three = "Печь для пекарни, печь для кафе и печь для дома"

    assert said(description=three) == []
    assert said(description=f"{three}; печи на складе") == [
        (2, "«печь» stands 4 times in the description")
    ]


def test_an_alt_is_judged_at_its_line() -> None:
    body = f'<p>Печь</p>\n<img src="x.png" alt="{STUFFED}">'

    assert said(body=body) == [(5, "«тестомес» stands 3 times in one alt")]


def test_function_words_and_short_names_do_not_count() -> None:
    assert said(title="И в цехе, и в кафе, и в баре: ГОСТ, ГОСТ, ГОСТ") == [
        (1, "«гост» stands 3 times in the title")
    ]
    assert said(title="И в цехе, и в кафе, и в баре") == []


def test_english_counts_dictionary_forms() -> None:
    judged = subject(documents=[text("en/pages/a.md", title="Oven, ovens and the best oven")])

    assert [row[4] for row in found(title_stuffed, judged)] == [
        "«oven» stands 3 times in the title"
    ]
