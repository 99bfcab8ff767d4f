import pytest

from plugins.audit.checks.mixed_alphabets import mixed_alphabets
from plugins.language.problems import Severity
from tests.audit.phrase_texts import relevance_map, text
from tests.audit.subjects import found, subject

IN_RUSSIAN = "Latin letters (in brackets) stand in a Russian word: «{}»"
IN_LATIN = "Russian letters (in brackets) stand in a Latin word: «{}»"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("дoставка", IN_RUSSIAN.format("д[o]ставка")),
        ("доcтавка", IN_RUSSIAN.format("до[c]тавка")),
        ("Cклад", IN_RUSSIAN.format("[C]клад")),
        ("кBт", IN_RUSSIAN.format("к[B]т")),
        ("до\u0301cтавка", IN_RUSSIAN.format("до\u0301[c]тавка")),
        ("Wi-Fi-рoутер", IN_RUSSIAN.format("Wi-Fi-р[o]утер")),
        ("iPhonе", IN_LATIN.format("iPhon[е]")),
        ("СEO", IN_LATIN.format("[С]EO")),
    ],
)
def test_letters_that_look_like_their_neighbours(word: str, said: str) -> None:
    written = text(body=f"Тут {word}.")

    assert found(mixed_alphabets, subject(documents=[written])) == [
        ("mixed-alphabets", Severity.WARNING, "content/ru/pages/a.md", 4, said)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "доставка",
        "IT-специалист",
        "печь Bosch",
        "1С и 3D-принтер",
        "МегаFон",
        "PDFка",
        "в WhatsAppом",
        "до\u0301ставка",
        "<p>все</p><p>React</p>",
        '<a href="доcтавка">сюда</a>',
    ],
)
def test_words_of_one_alphabet_and_what_looks_foreign_on_purpose(body: str) -> None:
    assert found(mixed_alphabets, subject(documents=[text(body=body)])) == []


def test_title_description_and_phrases_are_read_too() -> None:
    written = text(title="Oплата", description="Pубли")
    judged = subject(documents=[written], keywords={"ru": relevance_map("cклад,,1,,")})

    assert [(file, line) for _, _, file, line, _ in found(mixed_alphabets, judged)] == [
        ("content/ru/keywords.csv", 2),
        ("content/ru/pages/a.md", 1),
        ("content/ru/pages/a.md", 2),
    ]


def test_in_an_english_text_the_russian_letters_are_foreign() -> None:
    judged = subject(documents=[text("en/pages/a.md", "from Сhina to the сo")])

    assert [message for *_, message in found(mixed_alphabets, judged)] == [
        IN_LATIN.format("[С]hina"),
        IN_LATIN.format("[с]o"),
    ]


def test_a_word_is_named_once_and_a_very_long_one_is_cut() -> None:
    judged = subject(documents=[text(body=f"cлово cлово {'cо' * 5000}")])
    messages = [message for *_, message in found(mixed_alphabets, judged)]

    assert len(messages) == 2
    assert len(messages[1]) < 250
