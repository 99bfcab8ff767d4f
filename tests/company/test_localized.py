"""A text of the data files as a page shows it."""

from plugins.company.localized import Localized, in_language, typeset_in

RANGE = Localized(ru="платите в рублях, 5-7 дней", en="pay in roubles, 5-7 days")


def test_it_is_typeset_by_the_rules_of_its_language() -> None:
    assert typeset_in(RANGE, "ru") == "платите в\u00a0рублях, 5–\u20607\u00a0дней"
    assert typeset_in(RANGE, "en") == "pay in roubles, 5–\u20607\u00a0days"


def test_without_typography_it_stays_as_typed() -> None:
    assert in_language(RANGE, "ru") == "платите в рублях, 5-7 дней"
