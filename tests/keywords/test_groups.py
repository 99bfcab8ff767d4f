"""Phrases of one meaning: the table groups.txt, a person's groups, heads, proposals."""

from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.documents.document import Document, Kind
from plugins.documents.site import Site
from plugins.documents.stages import Status
from plugins.keywords.evidence import Reason
from plugins.keywords.groups import Group, group_phrases
from plugins.keywords.relevance_map import KeyPhrase

LINES = Path(__file__).with_name("groups.txt").read_text("utf-8").splitlines()
TABLE = [line for line in LINES if not line.startswith("#")]
MAPS = [list(lines) for filled, lines in groupby(TABLE, bool) if filled]


def grouped(*rows: KeyPhrase) -> dict[str, list[str]]:
    found = group_phrases(rows)
    return {group.head.phrase: [row.phrase for row in group.phrases] for group in found}


@pytest.mark.parametrize("lines", MAPS, ids=" / ".join)
def test_the_table(lines: list[str]) -> None:
    expected = [line.split(" | ") for line in lines]
    rows = sorted(phrase for phrases in expected for phrase in phrases)

    found = group_phrases(KeyPhrase(phrase) for phrase in rows)

    assert sorted(sorted(row.phrase for row in group.phrases) for group in found) == sorted(
        sorted(phrases) for phrases in expected
    )
    assert {group.head.phrase for group in found} == {
        min(phrases, key=lambda p: (len(p), p.lower().replace("ё", "е"), p)) for phrases in expected
    }


def test_the_head_is_asked_most_then_shortest_then_first_by_alphabet() -> None:
    rows = (
        KeyPhrase("купить печь в москве", frequency=70),
        KeyPhrase("печь купить москва", frequency=90),
        KeyPhrase("купить печь москва", frequency=90),
        KeyPhrase("в москве печь купить", frequency=90),
    )
    (group,) = group_phrases(rows)

    assert group.head is rows[2]
    assert group.phrases == (rows[2], rows[1], rows[3], rows[0])
    assert group.frequency == 340


def test_a_persons_group_pins_and_splits() -> None:
    assert grouped(
        KeyPhrase("доставка из китая", frequency=9),
        KeyPhrase("доставку из китая", frequency=8, group="Отдельно"),
        KeyPhrase("из китая доставка", frequency=7),
        KeyPhrase("карго", frequency=2, group="отдельно "),
    ) == {
        "доставка из китая": ["доставка из китая", "из китая доставка"],
        "доставку из китая": ["доставку из китая", "карго"],
    }


def test_a_persons_group_has_the_words_of_all_its_phrases_those_of_the_head_first() -> None:
    (group,) = group_phrases(
        [
            KeyPhrase("карго", frequency=2, group="Груз"),
            KeyPhrase("доставка из китая", frequency=9, group="Груз"),
        ]
    )

    assert [key.lemma for key in group.words] == ["доставка", "китай", "карго"]
    assert {word.key.lemma for word in group.meaning} == {"доставка", "китай"}


def test_a_group_without_a_name_knows_the_named_ones_of_its_meaning() -> None:
    named, left = group_phrases(
        [
            KeyPhrase("доставка из китая", frequency=9, group="Доставка"),
            KeyPhrase("доставку из китая", frequency=1),
        ]
    )

    assert (named.name, named.named_alike) == ("Доставка", ())
    assert (left.name, left.named_alike) == ("", ("Доставка",))


def test_documents_of_a_group_come_from_the_map_the_most_asked_first() -> None:
    (group,) = group_phrases(
        [
            KeyPhrase("доставка из китая", "ru/a.md", 5),
            KeyPhrase("доставку из китая", "ru/b.md", 9),
            KeyPhrase("из китая доставка"),
        ],
        site=site(document("ru/c.md", "Доставка из Китая")),
    )

    assert group.documents == ("ru/b.md", "ru/a.md")
    assert group.proposed is None


def document(source: str, title: str, body: str = "", kind: Kind = "article") -> Document:
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    return Document(
        source,
        source[:2],
        kind,
        title,
        "",
        source,
        source,
        Status.PUBLISHED,
        moment,
        None,
        body,
    )


def site(*documents: Document) -> Site:
    return Site(documents, ("ru", "en"), datetime(2026, 11, 22, tzinfo=UTC))


def only(phrase: str, *documents: Document) -> Group:
    (group,) = group_phrases([KeyPhrase(phrase)], site=site(*documents))
    return group


def test_the_document_proposed_has_the_words_where_they_weigh_most() -> None:
    found = only(
        "купить печи для бани",
        document("ru/1.md", "Всё для дома", "<p>Печь для бани, печи и баня, баня с печью.</p>"),
        document("ru/2.md", "Всё для дачи", "<h2>Печь и баня</h2><p>Печи для бани.</p>"),
        document("ru/3.md", "Печи для бани", "<p>Из стали.</p>"),
        document("ru/4.md", "Печи для дома", "<p>Купить печи.</p>"),
    ).proposed

    assert found is not None
    assert (found.document, found.score, found.missing) == ("ru/3.md", 200, ("купить",))
    assert found.reasons == (Reason("title", ("баня", "печь"), 200),)


def test_of_equals_the_document_that_says_it_more_often_then_the_first_by_path() -> None:
    twice = document("ru/3.md", "Печи", "<p>Печи и печи.</p>")
    once = document("ru/2.md", "Печи", "<p>Печи.</p>")
    also = document("ru/1.md", "Печи", "<p>Печь.</p>")

    assert [
        getattr(only("печи", *documents).proposed, "document", None)
        for documents in ((twice, once), (once, also), (also, once))
    ] == ["ru/3.md", "ru/1.md", "ru/1.md"]


def test_nothing_is_proposed_where_a_thing_named_is_missing_or_nobody_can_read_it() -> None:
    hidden = document("ru/1.md", "Печи для бани", kind="error")
    english = document("en/1.md", "Печи для бани")

    assert only("печи для бани", document("ru/2.md", "Печи")).proposed is None
    assert only("печи для бани", hidden, english).proposed is None
    assert only("печи для бани").proposed is None


def test_english() -> None:
    rows = [KeyPhrase(p) for p in ("shipping from china", "china shipping", "a phone", "phones")]

    found = group_phrases(rows, "en")

    assert [[row.phrase for row in group.phrases] for group in found] == [
        ["a phone"],
        ["china shipping", "shipping from china"],
        ["phones"],
    ]


@pytest.mark.parametrize(
    "phrase", ["в", "из-за", "🚚🚚", "а" * 10_000, "не", "--", '"печь"', "и в"]
)
def test_odd_phrases_are_groups_too(phrase: str) -> None:
    assert [group.head.phrase for group in group_phrases([KeyPhrase(phrase)])] == [phrase]


WORDS = st.sampled_from(
    ["купить", "печь", "печи", "из", "в", "москва", "москву", "доставки", "китай", "стали"]
)
PHRASES = st.lists(
    st.lists(WORDS),
    max_size=12,
)


@given(PHRASES)
def test_the_order_of_rows_changes_nothing(phrases: list[list[str]]) -> None:
    rows = [KeyPhrase(" ".join(words)) for words in {tuple(words) for words in phrases}]

    assert group_phrases(rows) == group_phrases(sorted(rows, key=lambda row: row.phrase[::-1]))
