from plugins.audit.checks.phrase_not_in_alt import phrase_not_in_alt
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, text
from tests.audit.subjects import Found, found

ROW = "сварочный стол,ru/pages/a.md,9,,"


def findings(*pictures: str) -> list[Found]:
    written = text("ru/pages/a.md", "\n".join(["Сварочный стол.", *pictures]))
    return found(phrase_not_in_alt, judged(ROW, texts=(written,)))


def test_pictures_none_of_which_is_named() -> None:
    assert findings('<img src="x.png" alt="Вид сбоку">', '<img src="y.png">') == [
        (
            "phrase-not-in-alt",
            Severity.ADVICE,
            "content/ru/pages/a.md",
            5,
            "none of 2 alts has a word of the key phrase «сварочный стол»",
        )
    ]


def test_one_word_of_one_picture_is_enough_and_no_pictures_are_right() -> None:
    assert findings('<img src="x.png">', '<img src="y.png" alt="Ножка стола">') == []
    assert findings() == []
