"""What `invoke links` says in the terminal."""

from dataclasses import replace

import pytest

from plugins.documents import Status
from plugins.internal_links.links import LinkPlan
from plugins.language.problems import ProblemsFound
from plugins.reports.links import suggested, told, why
from tests.audit.subjects import document, site
from tests.reports.links.sample import documents, linked

FOUND = linked()
SENTENCE = "описана отдельно, с ценами и сроками."


def test_the_summary_has_the_numbers_of_a_language() -> None:
    assert list(told(FOUND, "en")) == [
        "content/ru: links made by themselves: 52, by authors: 13; mentions that are no links: 85; "
        "pages that no text links to: 6, that one text links to: 0; links that writers could make: "
        f"{len(list(suggested(FOUND, 'en'))) // 3}"
    ]


def test_why_explains_each_mention_in_order() -> None:
    said = list(why(FOUND, "ru/blog/article-0004.md", "en"))

    assert said[:2] == [
        "content/ru/blog/article-0004.md:5: «модель 1006» → ru/blog/article-0006.md: a link",
        "    В пункте 6 написано: модель 1006 описана отдельно, с ценами и сроками.",
    ]
    assert said[4] == (
        "content/ru/blog/article-0004.md:9: «модель 1008» → ru/blog/article-0008.md: no link: "
        "the page has links enough: at most one to each 60 words"
    )
    assert said[-2:] == [
        "«подробнее» → ru/blog/article-0005.md: its author's link",
        "4 mentions: 1 link made by itself; by its author: 1",
    ]


def test_why_speaks_russian() -> None:
    said = list(why(FOUND, "ru/blog/article-0004.md", "ru"))

    assert said[4].endswith(
        "ссылки нет: ссылок в тексте уже достаточно: не больше одной на 60 слов"
    )
    assert said[-1] == "4 упоминания: 1 ссылка поставлена автоматически; автором: 1"


@pytest.mark.parametrize(
    "path",
    ["ru/blog/article-0004.md", "content/ru/blog/article-0004.md", "./ru\\blog\\article-0004.md"],
)
def test_why_takes_a_path_as_people_write_it(path: str) -> None:
    assert len(list(why(FOUND, path, "en"))) > 5


def test_a_path_that_is_not_there_is_an_error_with_the_nearest_name() -> None:
    with pytest.raises(ProblemsFound) as problems:
        list(why(FOUND, "ru/blog/artcle-0004.md", "en"))

    assert problems.value.in_language("en").splitlines()[0] == (
        "--why: expected a document below content/, as ru/blog/x.md, got 'ru/blog/artcle-0004.md'; "
        "did you mean ru/blog/article-0004.md?"
    )
    assert "ru/blog/article-0004.md?" in problems.value.in_language("ru")


def test_a_document_that_is_not_live_says_so() -> None:
    draft = document("ru/blog/draft.md", status=Status.DRAFT)
    whole = replace(FOUND, site=site(*documents(3), draft), plan=LinkPlan((), (), ()))

    assert list(why(whole, "ru/blog/draft.md", "en")) == [
        "ru/blog/draft.md is not live: nobody links there yet"
    ]


def test_suggestions_are_file_line_sentence_and_link() -> None:
    said = list(suggested(FOUND, "en"))

    assert said[0].startswith("content/ru/blog/article-")
    assert SENTENCE in said[1]
    assert said[2].strip().startswith("[модель 10")
    assert said[-1] == f"{len(said) // 3} suggestions"
