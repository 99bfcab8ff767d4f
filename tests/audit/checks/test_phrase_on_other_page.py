import pytest

from plugins.audit.checks.phrase_on_other_page import phrase_on_other_page
from plugins.documents import Document
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, text, words
from tests.audit.subjects import Found, found

OWNER = text("ru/pages/a.md", f"Доставка из Китая. {words(100)}", title="Доставка из Китая")
ROW = "доставка из китая,ru/pages/a.md,900,,"


def findings(other: Document, *rows: str, owner: Document = OWNER) -> list[Found]:
    return found(phrase_on_other_page, judged(ROW, *rows, texts=(owner, other)))


def test_a_title_that_speaks_for_the_phrase_of_another_page() -> None:
    assert findings(text("ru/blog/b.md", title="Доставка из Китая: сроки")) == [
        (
            "phrase-on-other-page",
            Severity.ADVICE,
            "content/ru/blog/b.md",
            1,
            "the title speaks for «доставка из китая», which the map gives to ru/pages/a.md",
        )
    ]


def test_a_text_that_has_the_phrase_more_often_and_more_densely() -> None:
    other = text("ru/blog/b.md", f"{'О доставке из Китая. ' * 5}{words(100)}", title="Путь")

    assert findings(other) == [
        (
            "phrase-on-other-page",
            Severity.ADVICE,
            "content/ru/blog/b.md",
            4,
            "«доставка из китая» stands here 5 times, and 1 in its own page, ru/pages/a.md",
        )
    ]


def test_a_text_that_has_the_phrase_not_twice_as_often_as_its_own_page() -> None:
    owner = text("ru/pages/a.md", f"{'Доставка из Китая. ' * 3}{words(100)}")
    other = text("ru/blog/b.md", f"{'О доставке из Китая. ' * 5}{words(60)}")

    assert findings(other, owner=owner) == []


@pytest.mark.parametrize(
    "other",
    [
        text("ru/blog/b.md", title="Чем везти печи и станки: доставка из Китая и из Турции"),
        text("ru/blog/b.md", title="Из Китая: быстрая доставка"),
        text("ru/blog/b.md", f"{'Доставка из Китая. ' * 4}{words(100)}"),
        text("ru/blog/b.md", f"{'Доставка из Китая. ' * 5}{words(900)}"),
        text("ru/products/b.md", title="Доставка из Китая", kind="product"),
        text("ru/pages/b.md", title="Доставка из Китая", kind="list"),
        text("ru/blog/b.md", title="Доставка из Китая", status="draft"),
    ],
    ids=["part of a title", "loosely", "four places", "a long text", "product", "list", "draft"],
)
def test_what_is_no_conflict(other: Document) -> None:
    assert findings(other) == []


def test_a_page_whose_own_phrase_narrows_it_down() -> None:
    other = text("ru/blog/b.md", "Доставка из Китая. " * 9, title="Сроки доставки из Китая")

    assert findings(other, "сроки доставки из китая,ru/blog/b.md,90,,") == []
    assert len(findings(other, "сроки,ru/blog/b.md,90,,")) == 1


def test_one_word_stands_everywhere_save_as_a_title() -> None:
    often = text("ru/blog/b.md", f"{'Печь. ' * 9}{words(100)}", title="Уход")
    title = text("ru/blog/c.md", title="Печь")
    rows = ("печь,ru/pages/a.md,900,,",)

    assert findings(often, *rows) == []
    assert len(findings(title, *rows)) == 1


def test_an_owner_that_is_not_live_yet_has_no_rivals() -> None:
    draft = text("ru/pages/a.md", title="Доставка из Китая", status="draft")

    assert findings(text("ru/blog/b.md", title="Доставка из Китая"), owner=draft) == []
