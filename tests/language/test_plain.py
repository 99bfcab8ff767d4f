"""Words for machines: as they stand on a page, but for what only holds lines together."""

import pytest

from plugins.language.plain import flat, plain


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Печь\u00a0— это\u00a0просто", "Печь — это просто"),
        ("5–\u20607 дней", "5–7 дней"),
        ("пере\u00adнос", "перенос"),
        ("495‑00‑10", "495-00-10"),
        (" две \n строки ", "две строки"),
        ("семья 👩‍👧", "семья 👩‍👧"),
    ],
)
def test_what_only_holds_lines_together_goes(written: str, read: str) -> None:
    assert flat(written) == read


def test_quotes_and_dashes_are_those_of_the_page() -> None:
    assert plain('Печь "Ёлка" - 5-7 дней', "ru") == "Печь «Ёлка» — 5–7 дней"
    assert plain('The "Oven"', "en") == "The “Oven”"
