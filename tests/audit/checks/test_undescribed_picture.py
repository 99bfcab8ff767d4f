import pytest

from plugins.audit.checks.undescribed_picture import undescribed_picture
from plugins.language.problems import Severity
from tests.audit.subjects import found, subject


def test_a_picture_without_words() -> None:
    judged = subject({"a/index.html": '<img src="/x.svg">'})

    assert found(undescribed_picture, judged) == [
        (
            "undescribed-picture",
            Severity.ERROR,
            "output/a/index.html",
            0,
            "the picture /x.svg has no description (alt)",
        )
    ]


@pytest.mark.parametrize("alt", ['alt=""', "alt", 'alt="Печь"'])
def test_words_or_the_word_that_there_are_none(alt: str) -> None:
    judged = subject({"a/index.html": f'<img src="/x.svg" {alt}>'})

    assert found(undescribed_picture, judged) == []
