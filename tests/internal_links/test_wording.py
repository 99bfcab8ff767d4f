"""Every rule is a sentence in both languages, with the numbers that are set."""

import re

import pytest

from plugins.internal_links.links import Rule
from plugins.internal_links.settings import LinkSettings
from plugins.internal_links.wording import rule_in_words

SETTINGS = LinkSettings(words_per_link=45, per_paragraph=2, anchor_share=0.25)


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_has_a_sentence_of_its_own_in_both_languages(rule: Rule) -> None:
    english = rule_in_words(rule, SETTINGS).in_language("en")
    russian = rule_in_words(rule, SETTINGS).in_language("ru")

    assert re.search("[а-яё]", russian)
    assert not re.search("[а-яё]", english)
    assert not re.search("[a-z]{3}", russian.replace(".no-links", ""))
    assert len({rule_in_words(other, SETTINGS) for other in Rule}) == len(Rule)


def test_rules_with_numbers_say_them() -> None:
    said = [
        rule_in_words(rule, SETTINGS).in_language("ru")
        for rule in (Rule.PAGE_FULL, Rule.PARAGRAPH_FULL, Rule.ANCHOR_WORN)
    ]

    assert "не больше одной на 45 слов" in said[0]
    assert said[1].endswith(": 2")
    assert said[2].endswith("не больше 25\u00a0%")
