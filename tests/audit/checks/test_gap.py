from plugins.audit import audit
from plugins.audit.checks.gap import gap
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, text
from tests.audit.subjects import found

MAP = "content/ru/keywords.csv"
TEXT = text("ru/pages/a.md", "<h2>Код ТН ВЭД</h2><p>Везём и мебель.</p>", title="Доставка из Китая")


def test_phrases_that_no_document_answers_each_group_once() -> None:
    rows = ("выкуп товара,,300,,", "товара выкуп,,20,,", "осмотр цеха,,,,")

    assert found(gap, judged(*rows, texts=(TEXT,))) == [
        (
            "gap",
            Severity.ADVICE,
            MAP,
            2,
            "no document answers «выкуп товара», asked 320 times",
        ),
        ("gap", Severity.ADVICE, MAP, 4, "no document answers «осмотр цеха»"),
    ]


def advice(phrase: str) -> str:
    (finding,) = audit(judged(f"{phrase},,9,,", texts=(TEXT,)), [gap])
    return finding.advice.in_language("en")


def test_a_document_that_answers_already_is_named_with_the_reason() -> None:
    assert advice("доставка из китая") == (
        "write ru/pages/a.md into the column document: its title has «доставка», «китай»"
    )
    assert advice("код тн вэд") == (
        "ru/pages/a.md comes near: its subheadings have «вэд», «код», «тн»; "
        "answer it there, or write a text about it"
    )


def test_half_of_the_words_is_too_little_to_name_a_document() -> None:
    assert advice("доставка мебели") == "write a text about it; invoke keywords makes a brief"


def test_the_ten_most_asked_are_named_and_the_rest_counted() -> None:
    rows = [f"товар {n},,{n},," for n in range(1, 14)]
    findings = found(gap, judged(*rows, texts=(TEXT,)))

    assert len(findings) == 11
    assert findings[0][3:] == (14, "no document answers «товар 13», asked 13 times")
    assert findings[-1][3:] == (4, "3 more groups of phrases have no document")


def test_a_document_even_a_draft_is_no_gap() -> None:
    rows = ("печь,ru/pages/a.md,9,,", "котёл,ru/pages/b.md,9,,")
    draft = text("ru/pages/b.md", status="draft")

    assert found(gap, judged(*rows, texts=(TEXT, draft))) == []
