"""Who gets which slot. It is Wednesday, 13 January 2027; slots come on Tuesdays at 10:00."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.documents import Document, Status
from plugins.language.messages import verbatim
from plugins.language.problems import Problem
from plugins.schedule import Schedule
from plugins.schedule.filling import claims_ahead, filling
from plugins.schedule.gaps import gaps
from tests.schedule.schedules import NOW, article, moscow, rule, schedule, site

HOLE = Problem("content/ru/blog/x.md", 1, "Description", verbatim("nothing"))


def planned(*documents: Document, rules: Schedule | None = None) -> list[str]:
    """Who comes out when, in order."""
    found = filling(rules or schedule(), site(*documents)).filled
    return [f"{f.moment:%m-%d} {f.document.source.rpartition('/')[2][:-3]}" for f in found]


def test_the_queue_goes_by_priority_then_deadline_then_age_then_path() -> None:
    documents = [
        article("plain-b"),
        article("plain-a"),
        article("old", written=moscow("2026-10-01 00:00")),
        article("newer", written=moscow("2026-12-01 00:00")),
        article("due-later", deadline=moscow("2027-03-01 00:00")),
        article("due-soon", deadline=moscow("2027-02-01 00:00")),
        article("first", priority=9),
        article("last", priority=1, deadline=moscow("2027-01-14 00:00")),
    ]
    assert planned(*documents) == [
        "01-19 first",
        "01-26 due-soon",
        "02-02 due-later",
        "02-09 old",
        "02-16 newer",
        "02-24 plain-a",
        "03-02 plain-b",
        "03-09 last",
    ]


def test_only_ready_articles_without_a_date_and_without_a_fault_get_slots() -> None:
    mistyped = "Title: Т\nStatus: ready\nDate: 31.02.2027\n\nText"
    second = "Title: Т\nStatus: ready\nDate:\nDate: 2027-05-01\n\nText"
    documents = [
        article("idea", Status.IDEA),
        article("draft", Status.DRAFT),
        article("out", Status.PUBLISHED),
        article("held", held=(HOLE,)),
        article("dated", published=moscow("2027-01-26 10:00")),
        article("ru/pages/page.md", kind="page"),
        article("ready"),
    ]
    found = filling(schedule(), site(*documents))

    assert [(f.document.source, f.moment) for f in found.filled] == [
        ("ru/blog/ready.md", moscow("2027-01-19 10:00"))
    ]
    assert [d.source for d in found.held] == ["ru/blog/held.md"]
    assert [d.source for d in found.other] == ["ru/pages/page.md"]
    typed = [Document(**{**vars(article("x")), "markdown": text}) for text in (mistyped, second)]
    assert filling(schedule(), site(*typed)).filled == ()


def test_a_slot_that_another_article_has_in_whatever_stage_is_not_used() -> None:
    documents = [
        article("draft", Status.DRAFT, published=moscow("2027-01-19 10:00")),
        article("out", Status.PUBLISHED, published=moscow("2027-01-26 10:00")),
        article("whole-day", published=moscow("2027-02-02 00:00")),
        article("other-hour", published=moscow("2027-02-09 18:30")),
        article("wednesday", published=moscow("2027-02-17 10:00")),
        article("new"),
    ]
    assert planned(*documents) == ["02-16 new"]


def test_the_past_is_not_filled_nor_what_is_too_near() -> None:
    near = schedule(margin=24 * 6)
    assert planned(article("new")) == ["01-19 new"]
    assert planned(article("new"), rules=near) == ["01-26 new"]


def test_each_language_has_a_queue_of_its_own() -> None:
    documents = [article("a"), article("b"), article("en/blog/c.md"), article("en/blog/d.md")]
    assert planned(*documents) == ["01-19 c", "01-19 a", "01-26 d", "01-26 b"]


def test_an_article_gets_only_slots_for_its_language_and_category() -> None:
    rules = schedule(
        rule(languages=["ru"]),
        rule("FREQ=WEEKLY;BYDAY=TH;BYHOUR=10", "news", categories=["Новости"]),
    )
    documents = [
        article("news-1", category="Новости", priority=9),
        article("news-2", category="Новости", priority=8),
        article("plain-1"),
        article("plain-2"),
        article("en/blog/foreign.md", category="Advice"),
    ]
    assert planned(*documents, rules=rules) == [
        "01-14 news-1",
        "01-19 news-2",
        "01-26 plain-1",
        "02-02 plain-2",
    ]
    assert [d.source for d in filling(rules, site(*documents)).unplaced] == ["en/blog/foreign.md"]


def test_of_one_moment_the_slot_for_few_is_filled_first() -> None:
    rules = schedule(rule(), rule(key="news", categories=["Новости"]))
    documents = [article("news", category="Новости", priority=9), article("plain")]
    found = filling(rules, site(*documents)).filled
    assert [(f.document.source, f.key, f.moment.day) for f in found] == [
        ("ru/blog/news.md", "news", 19),
        ("ru/blog/plain.md", "blog", 19),
    ]


def test_a_translation_comes_out_together_with_what_is_planned() -> None:
    russian = schedule(rule(languages=["ru"]))
    planned_one = article("a", Status.DRAFT, published=moscow("2027-02-02 10:00"))
    documents = [planned_one, article("en/blog/a.md"), article("b"), article("en/blog/b.md")]
    assert planned(*documents, rules=russian) == ["01-19 b", "01-19 b", "02-02 a"]
    other = article("en/blog/z.md", published=moscow("2027-02-02 10:00"))
    assert planned(planned_one, article("en/blog/a.md"), other) == ["01-19 a"]


def test_a_translation_takes_the_slot_of_its_day_whatever_the_hour() -> None:
    russian = article("a", published=moscow("2027-01-19 18:30"))
    documents = [russian, article("en/blog/a.md"), article("en/blog/b.md", priority=9)]
    found = filling(schedule(), site(*documents)).filled
    assert [(f.document.source, f.moment, f.key) for f in found] == [
        ("en/blog/a.md", moscow("2027-01-19 18:30"), "blog"),
        ("en/blog/b.md", moscow("2027-01-26 10:00"), "blog"),
    ]


@pytest.mark.parametrize("date", ["0001-01-01 00:00", "9999-12-31 23:59"])
def test_a_date_at_the_end_of_all_calendars_disturbs_nobody(date: str) -> None:
    assert planned(article("far", published=moscow(date)), article("a")) == ["01-19 a"]
    for document in (article("a"), article("b", published=moscow(date))):
        odd = site(document, now=moscow(date))
        assert filling(schedule(), odd).clashes == ()
        assert list(gaps(schedule(), odd))


def test_a_translation_of_what_is_out_waits_for_a_slot() -> None:
    out = article("a", Status.PUBLISHED, published=moscow("2027-01-05 10:00"))
    assert planned(out, article("en/blog/a.md")) == ["01-19 a"]


def test_what_comes_after_its_deadline_is_told() -> None:
    late = article("late", deadline=moscow("2027-01-18 00:00"))
    in_time = article("in-time", deadline=moscow("2027-01-26 00:00"))
    found = filling(schedule(), site(late, in_time)).filled
    assert [(f.document.source, f.late) for f in found] == [
        ("ru/blog/late.md", True),
        ("ru/blog/in-time.md", False),
    ]


def test_two_articles_of_one_slot_clash_and_neither_is_moved() -> None:
    documents = [
        article("b", published=moscow("2027-01-19 10:00")),
        article("a", published=moscow("2027-01-19 00:00")),
        article("c", published=moscow("2027-01-20 10:00")),
        article("en/blog/b.md", published=moscow("2027-01-19 10:00")),
    ]
    found = filling(schedule(), site(*documents))

    assert found.filled == ()
    assert [(c.document.source, c.other.source, c.slot.moment) for c in found.clashes] == [
        ("ru/blog/a.md", "ru/blog/b.md", moscow("2027-01-19 10:00"))
    ]


def test_articles_move_together_where_another_slot_of_the_day_is_free() -> None:
    """The news may take either slot, the other article only one of them."""
    rules = schedule(rule(), rule("FREQ=WEEKLY;BYDAY=TU;BYHOUR=9", "news", categories=["Новости"]))
    documents = [
        article("a-news", category="Новости", published=moscow("2027-01-19 00:00")),
        article("z-news", category="Новости", published=moscow("2027-01-19 09:00")),
        article("new", category="Новости"),
    ]
    assert claims_ahead(rules, site(*documents)).clashes == ()
    assert planned(*documents, rules=rules) == ["01-26 new"]


def test_what_is_out_already_is_no_clash() -> None:
    past = [article(name, published=moscow("2027-01-12 10:00")) for name in "ab"]
    assert filling(schedule(), site(*past)).clashes == ()


ARTICLES = st.lists(
    st.builds(
        lambda lang, priority, date, status: {
            "lang": lang, "priority": priority, "status": status,
            "published": moscow(f"2027-{date} 10:00") if date else None,
        },
        lang=st.sampled_from(["ru", "en"]),
        priority=st.integers(1, 9),
        date=st.sampled_from(["", "", "", "01-12", "01-19", "01-26", "02-03"]),
        status=st.sampled_from([Status.READY, Status.DRAFT, Status.PUBLISHED]),
    ),
    max_size=8,
)  # fmt: skip


@given(values=ARTICLES)
def test_filling_twice_changes_nothing_and_takes_nobody_s_slot(
    values: list[dict[str, Any]],
) -> None:
    documents = [article(f"{v['lang']}/blog/a{n}.md", **v) for n, v in enumerate(values)]
    before = site(*documents)
    moments = {f.document: f.moment for f in filling(schedule(), before).filled}
    after = [
        article(d.source, **{**v, "published": moments.get(d, d.published)})
        for d, v in zip(documents, values, strict=True)
    ]

    again = filling(schedule(), site(*after))

    assert again.filled == ()
    assert len(again.clashes) == len(filling(schedule(), before).clashes)
    assert all(moment > NOW for moment in moments.values())
