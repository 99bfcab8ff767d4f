"""Evidence that a document answers a phrase: how strong it is, and which documents come near."""

from datetime import UTC, datetime

import pytest

from plugins.documents.document import Document
from plugins.documents.site import Site
from plugins.documents.stages import Status
from plugins.keywords.evidence import Evidence, evidence_index
from plugins.keywords.groups import group_phrases
from plugins.keywords.meanings import meanings
from plugins.keywords.relevance_map import KeyPhrase


def document(number: int, title: str, body: str = "") -> Document:
    name = f"ru/{number}.md"
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    return Document(
        name, "ru", "article", title, "", name, name, Status.PUBLISHED, moment, None, body
    )


def site(*texts: tuple[str, str]) -> Site:
    documents = (document(number, *text) for number, text in enumerate(texts, start=1))
    return Site(tuple(documents), ("ru",), datetime(2026, 11, 22, tzinfo=UTC))


def ranked(phrase: str, *texts: tuple[str, str], most: int = 9) -> tuple[Evidence, ...]:
    return evidence_index(site(*texts)).ranked(meanings([phrase])[0].words, most)


def near(phrase: str, *texts: tuple[str, str], most: int = 9) -> list[str]:
    words = {word.key: 1.0 for word in meanings([phrase])[0].words}
    found = evidence_index(site(*texts)).near(words, most, lambda d: d.source != "ru/9.md")
    return [evidence.document for evidence in found]


@pytest.mark.parametrize(
    ("phrase", "title", "body", "strength"),
    [
        ("печи для бани", "Печь для бани", "", "strong"),
        ("купить печи для бани", "Печь для бани", "", "strong"),
        ("печи для бани", "Печь", "<h2>Баня</h2>", "strong"),
        ("печи для бани", "Печь", "<p>Баня.</p>", "weak"),
        ("чугунные печи для бани", "Печь для бани", "", "weak"),
        ("топить печь", "Печь", "", "weak"),
        ("печи для бани", "Дача", "<h2>Печь для бани</h2>", "weak"),
        ("печи для бани", "Дача", "<h2>Баня</h2>\n<p>Печь.</p>", "weak"),
        ("печи для бани", "Дача", "<p>Печь для бани.</p>", "none"),
    ],
)
def test_strength(phrase: str, title: str, body: str, strength: str) -> None:
    (found,) = ranked(phrase, (title, body))

    assert found.strength == strength


def test_words_in_a_text_alone_propose_nothing() -> None:
    (group,) = group_phrases(
        [KeyPhrase("печи для бани")], site=site(("Дача", "<p>Печь для бани.</p>"))
    )

    assert group.proposed is None


def test_ranked_are_all_that_have_every_thing_named() -> None:
    found = ranked(
        "купить печь для бани",
        ("Дача", "<p>Печь. Баня.</p>"),
        ("Печь для бани", ""),
        ("Печь", "<p>Из стали.</p>"),
        ("Дача", "<h2>Печь в баню</h2>"),
    )

    assert [e.document for e in found] == ["ru/2.md", "ru/4.md", "ru/1.md"]
    assert ranked("печь", ("Печь", ""), ("Печь", ""), most=1)[0].document == "ru/1.md"
    assert ranked("печь", ("Печь", ""), most=0) == ()


def test_question_words_are_no_evidence() -> None:
    (found,) = ranked("как выбрать печь", ("Как проверить поставщика", "<p>Печь.</p>"))

    assert (found.score, found.strength, found.missing) == (1, "none", ("выбрать",))


def test_near_are_documents_about_the_things_title_first_then_subheadings_then_text() -> None:
    texts = (
        ("Дача", "<p>Обшили баню.</p>"),
        ("Печь", ""),
        ("Дача", "<h2>Печь</h2>"),
        ("Забор", ""),
        ("Сад", ""),
        ("Окна", ""),
    )

    assert near("труба для печи", *texts) == ["ru/2.md", "ru/3.md"]
    assert near("печь", *texts, most=1) == ["ru/2.md"]
    assert near("баня", *texts) == ["ru/1.md"]
    assert near("лизинг", *texts) == []


def test_a_word_of_most_documents_tells_nothing_beside_a_rarer_one() -> None:
    texts = ("Товар", ""), ("Товар", ""), ("Дача", "<p>Печь.</p>")

    assert near("товар для печи", *texts) == ["ru/3.md"]
    assert near("товар", *texts) == ["ru/1.md", "ru/2.md"]


def test_verbs_bring_no_document_near_where_a_thing_is_named() -> None:
    assert near("проверить печь", ("Проверить замок", ""), ("Двери", ""), ("Окна", "")) == []
