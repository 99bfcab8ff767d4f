"""Briefs for writers: what fills a gap, out of a map and the documents of a site."""

from datetime import UTC, datetime

import pytest

from plugins.documents.document import Document, Kind
from plugins.documents.site import Site
from plugins.documents.stages import Status
from plugins.keywords.briefs import Brief, briefs
from plugins.keywords.study import study

HEADER = "phrase,document,frequency,group,note\n"


def document(name: str, title: str, body: str = "", kind: Kind = "article") -> Document:
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    return Document(
        f"ru/{name}.md",
        "ru",
        kind,
        title,
        "",
        name,
        name,
        Status.PUBLISHED,
        moment,
        None,
        body,
    )


PAYMENT = document(
    "payment",
    "Оплата по счёту и картой",
    "<p>Платите рублями.</p>\n<h2>Возврат денег</h2>\n<p>Товар можно вернуть.</p>",
    "page",
)
DELIVERY = document(
    "delivery", "Доставка из Китая", "<p>Груз едет поездом, упаковка входит в цену.</p>", "page"
)
STOVE = document("stove", "Печь для бани", "<p>Топится дровами.</p>", "product")
SUPPLIER = document(
    "supplier",
    "Как проверить поставщика",
    "<p>Смотрите упаковку груза. Возврат товара опишите в договоре.</p>",
)
BATHS = document("baths", "Строим баню", "<p>Печь ставят до стен, товар — внутрь.</p>")
DOCUMENTS = (PAYMENT, DELIVERY, STOVE, SUPPLIER, BATHS)


def briefs_of(*rows: str, documents: tuple[Document, ...] = DOCUMENTS) -> dict[str, Brief]:
    """The briefs of a map by their head phrase."""
    site = Site(documents, ("ru", "en"), datetime(2026, 11, 22, tzinfo=UTC))
    facts = study(site, "ru", (HEADER + "\n".join(rows)).encode())
    return {brief.group.head.phrase: brief for brief in briefs(facts)}


def sources(links: tuple[object, ...]) -> list[str]:
    return [str(getattr(link, "document", "")) for link in links]


def test_every_group_without_a_document_has_a_brief_the_most_asked_first() -> None:
    found = briefs_of(
        "страхование груза,,40,,",
        "доставка из китая,ru/delivery.md,900,,",
        "возврат товара,,90,,",
        "товара возврат,,5,,",
        "обрешётка,ru/draft.md,70,,",
    )

    assert list(found) == ["возврат товара", "страхование груза"]
    assert [row.phrase for row in found["возврат товара"].group.phrases] == [
        "возврат товара",
        "товара возврат",
    ]


def test_no_gaps_no_briefs() -> None:
    assert briefs_of("доставка из китая,ru/delivery.md,900,,") == {}
    assert briefs_of() == {}


def test_forms_of_the_head_phrase_have_the_capitals_of_a_text() -> None:
    (brief,) = briefs_of("страховка из китая,,40,,", "из китая страховка,,30,,").values()

    assert brief.forms == (
        "страховки из Китая",
        "страховке из Китая",
        "страховку из Китая",
        "страховкой из Китая",
    )


def test_a_phrase_in_double_quotes_has_no_other_forms() -> None:
    (brief,) = briefs_of('"""страховка груза""",,40,,').values()

    assert brief.forms == ()


def test_questions_are_the_maps_own_and_of_those_about_half_the_same_words() -> None:
    found = briefs_of(
        "упаковка станка,,90,,",
        "как упаковать станок,,20,,",
        "сколько стоит упаковка станка,,30,,",
        "какая упаковка не боится воды,,10,,",
        "как проверить станок,ru/supplier.md,80,,",
        "чем смазать станок,,70,,",
        "станок цена,,60,,",
        "станок купить,,50,,",
    )

    assert found["упаковка станка"].questions == (
        "Сколько стоит упаковка станка?",
        "Как упаковать станок?",
        "Какая упаковка не боится воды?",
    )


def test_a_question_that_a_document_answers_is_not_asked_again() -> None:
    found = briefs_of("упаковка станка,,90,,", "как упаковать станок,ru/supplier.md,20,,")

    assert found["упаковка станка"].questions == ()


def test_the_questions_of_a_persons_group_come_first() -> None:
    found = briefs_of(
        "упаковка станка,,90,укладка,",
        "во что завернуть груз,,10,укладка,",
        "как упаковать станок,,20,,",
    )

    assert found["упаковка станка"].questions == ("Во что завернуть груз?", "Как упаковать станок?")


def test_a_gap_that_is_a_question_asks_itself() -> None:
    (brief,) = briefs_of("сколько стоит обрешётка,,40,,").values()

    assert (brief.forms, brief.questions) == ((), ("Сколько стоит обрешётка?",))


def test_links_come_from_texts_that_have_the_words_and_lead_on_to_goods_and_services() -> None:
    (brief,) = briefs_of("возврат товара,,40,,").values()

    assert sources(brief.link_from) == ["ru/supplier.md"]
    assert sources(brief.link_to) == ["ru/payment.md"]
    assert [(r.zone, r.words) for r in brief.link_to[0].reasons] == [
        ("subheading", ("возврат",)),
        ("body", ("возврат", "товар")),
    ]


def test_a_product_is_led_on_to_whose_title_names_the_thing() -> None:
    (brief,) = briefs_of("дымоход для печи,,40,,").values()

    assert sources(brief.link_to) == ["ru/stove.md"]
    assert sources(brief.link_from) == ["ru/baths.md"]
    assert brief.link_to[0].missing == ("дымоход",)


def test_the_only_page_that_mentions_a_gap_is_linked_both_ways() -> None:
    (brief,) = briefs_of("печь на дровах,,40,,", documents=(STOVE,)).values()

    assert sources(brief.link_from) == sources(brief.link_to) == ["ru/stove.md"]


def test_a_gap_that_nothing_mentions_has_no_links() -> None:
    (brief,) = briefs_of("лизинг автобусов,,40,,").values()

    assert (brief.link_from, brief.link_to) == ((), ())


def test_drafts_and_other_languages_are_not_linked() -> None:
    english = document("en", "Возврат товара")
    object.__setattr__(english, "lang", "en")
    draft = document("draft", "Возврат товара")
    object.__setattr__(draft, "status", Status.DRAFT)

    (brief,) = briefs_of("возврат товара,,40,,", documents=(english, draft)).values()

    assert (brief.link_from, brief.link_to) == ((), ())


def test_a_document_that_may_answer_the_gap_as_it_is_stays_visible() -> None:
    (brief,) = briefs_of("печи для бани,,40,,").values()

    assert brief.group.proposed is not None
    assert (brief.group.proposed.document, brief.group.proposed.strength) == (
        "ru/stove.md",
        "strong",
    )


@pytest.mark.parametrize(
    "phrase", ["🚚🚚 хх", "а" * 10_000, "что где", "не ли", "--аб", "и в", "5 5", "из-за", "cпб"]
)
def test_odd_phrases_have_briefs_too(phrase: str) -> None:
    assert list(briefs_of(f"{phrase},,5,,")) == [phrase]
