import pytest

from plugins.audit.checks.headings_crowded import headings_crowded
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, text
from tests.audit.subjects import Found, found


def findings(phrase: str, *headings: str) -> list[Found]:
    body = "\n".join(f"<h2>{heading}</h2>" for heading in headings)
    written = text("ru/pages/a.md", body)
    return found(headings_crowded, judged(f"{phrase},ru/pages/a.md,9,,", texts=(written,)))


def test_a_phrase_of_several_words_in_most_subheadings() -> None:
    headings = ("Монтаж окон", "Цена", "Сроки монтажа окон", "О монтаже окон")

    assert findings("монтаж окон", *headings) == [
        (
            "headings-crowded",
            Severity.ADVICE,
            "content/ru/pages/a.md",
            4,
            "«монтаж окон» stands in 3 of 4 subheadings",
        )
    ]


def test_a_single_word_in_most_of_many_subheadings() -> None:
    assert len(findings("печь", "Печь", "Цена печи", "Печи", "О печи", "Печью", "Сроки")) == 1


def test_of_phrases_in_the_same_subheadings_the_longest_is_named() -> None:
    written = text("ru/pages/a.md", "<h2>Монтаж окон</h2>" * 6)
    rows = ("монтаж,ru/pages/a.md,90,,", "монтаж окон,ru/pages/a.md,9,,")
    findings = found(headings_crowded, judged(*rows, texts=(written,)))

    assert [message for *_, message in findings] == ["«монтаж окон» stands in 6 of 6 subheadings"]


@pytest.mark.parametrize(
    ("phrase", "headings"),
    [
        ("монтаж окон", ("Монтаж окон",) * 2 + ("Цена", "Гарантия")),
        ("монтаж окон", ("Монтаж окон",) * 3 + ("Цена", "Гарантия", "Вопросы")),
        ("монтаж окон", ("Монтаж окон", "Сроки монтажа окон", "О монтаже окон")),
        ("монтаж окон", ("Окна и монтаж", "Монтаж", "Окна", "Окна без монтажа")),
        ("дерево", ("Дерево", "Дерево вызовов", "О дереве", "Ветви дерева")),
    ],
    ids=["a half", "a half of many", "three subheadings", "loosely", "one word, four subheadings"],
)
def test_what_honest_texts_do(phrase: str, headings: tuple[str, ...]) -> None:
    assert findings(phrase, *headings) == []
