"""The formula of density, which the documents for people explain."""

import pytest

from plugins.audit.density import decimal, densities
from tests.audit.phrase_texts import judged, text, words


@pytest.mark.parametrize(
    ("phrase", "sentence", "share"),
    [
        ("печь", "Печь. ", 5.0),
        ("сварочный стол", "О сварочных столах. ", 10.0),
        ("доставка из китая", "Доставки из Китая. ", 15.0),
    ],
)
def test_the_share_counts_every_word_of_every_place(
    phrase: str, sentence: str, share: float
) -> None:
    own = len(sentence.split())
    body = f"{sentence * 5}{words(100 - 5 * own)}"
    (density,) = densities(judged(f"{phrase},,9,,", texts=(text("ru/pages/a.md", body),)))

    assert density.text == 100
    assert density.share == share


def test_one_form_is_the_most_frequent_one() -> None:
    body = f"{'Печь. Печи. Печь! ' * 3}{words(91)}"
    (density,) = densities(judged("печь,,9,,", texts=(text("ru/pages/a.md", body),)))

    assert len(density.places) == 9
    assert len(density.of_one_form().places) == 6
    assert density.of_one_form().share == 6.0


def test_drafts_and_texts_with_few_places_are_not_measured() -> None:
    draft = text("ru/pages/a.md", "Печь. " * 9, status="draft")
    short = text("ru/pages/b.md", "Печь. " * 4)

    assert densities(judged("печь,,9,,", texts=(draft, short))) == ()


def test_a_number_has_the_separator_of_the_reader() -> None:
    assert decimal(6.55).in_language("en") == "6.5"
    assert decimal(10).in_language("en") == "10.0"
