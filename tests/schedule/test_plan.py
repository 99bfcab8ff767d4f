"""The plan as facts: what is out, what comes, what lacks, what to write; one moment, no files."""

from datetime import UTC, datetime, timedelta

import pytest

from plugins.documents import Status
from plugins.schedule.agenda import State
from plugins.schedule.plan import MOST_WEEKS, Plan, plan_of
from tests.reports.plan.sample import bare, plan, text
from tests.schedule.schedules import NOW, moscow, rule, schedule, site

CALENDAR = """
2027-01-11 10:00 missed ru ru/blog/missed.md
2027-01-12 10:00 out ru ru/blog/packing.md
2027-01-12 10:00 out en en/blog/packing.md
2027-01-19 10:00 coming ru ru/blog/coming.md
2027-01-19 10:00 coming en en/blog/coming.md
2027-01-26 10:00 held ru ru/blog/held.md
2027-02-02 10:00 unfinished ru ru/blog/draft.md
2027-02-09 10:00 proposed ru ru/blog/first.md
2027-02-16 10:00 coming ru ru/blog/clash-1.md
2027-02-16 10:00 coming ru ru/blog/clash-2.md
2027-02-24 10:00 proposed ru ru/blog/second.md
2027-03-02 10:00 free ru -
"""


def names(documents: object) -> list[str]:
    assert isinstance(documents, tuple)
    return [document.source.rpartition("/")[2].removesuffix(".md") for document in documents]


def calendar(found: Plan) -> list[str]:
    return [
        f"{e.moment:%Y-%m-%d %H:%M} {e.state} {e.lang} {e.document.source if e.document else '-'}"
        for e in found.agenda
    ]


def test_the_agenda_tells_of_each_day_what_becomes_of_it() -> None:
    assert calendar(plan())[:12] == CALENDAR.strip().splitlines()


def test_months_reach_from_this_one_to_the_last_slot_planned_and_are_three_at_least() -> None:
    far = text("far", "Далеко", published=moscow("2027-08-03 10:00"))
    farther = text("farther", "По ошибке", published=moscow("2099-08-03 10:00"))

    assert [f"{first:%Y-%m-%d}" for first in plan(weeks=1).months] == [
        *("2027-01-01", "2027-02-01", "2027-03-01")
    ]
    assert f"{plan(far).months[-1]:%Y-%m}" == "2027-08"
    assert len(plan(far, farther).months) == len(plan(far).months)
    assert "farther" in names(plan(farther).coming)


def test_what_has_no_day_stands_in_the_queue_or_says_why_not() -> None:
    found = plan()

    assert [(f.document.title[:10], f"{f.moment:%d.%m}", f.late) for f in found.queue] == [
        ("Сертификат", "09.02", True),
        ("Гарантия н", "24.02", False),
    ]
    assert names(found.held) == ["lacking"]
    assert names(found.other) == ["lease"]
    assert names(found.drafts) == ["invoice", "noise"]
    assert names(found.ideas) == ["idea"]


def test_what_is_late_missed_or_in_the_way() -> None:
    found = plan()

    assert names(found.missed) == ["missed"]
    assert names(found.slipped) == ["slipped"]
    assert [(c.document.source, c.other.source) for c in found.clashes] == [
        ("ru/blog/clash-2.md", "ru/blog/clash-1.md")
    ]
    assert [(t.document.source, t.days) for t in found.deadlines] == [
        ("ru/blog/invoice.md", -5),
        ("ru/blog/draft.md", 16),
    ]


def test_texts_that_are_out_are_looked_after() -> None:
    found = plan()

    assert names(found.published) == ["packing", "packing", "route"]
    assert [(t.document.source, t.days) for t in found.reviews] == [
        ("ru/blog/rules.md", -46),
        ("ru/blog/prices.md", 8),
    ]
    assert [(t.document.source, t.days) for t in found.expiring] == [("ru/blog/sale.md", 17)]
    assert names(found.expired) == ["fair"]


def test_a_gap_is_where_nothing_finished_comes_out_and_free_slots_end_at_the_horizon() -> None:
    found = plan(weeks=8)

    assert [
        (f"{gap.first:%d.%m}", f"{gap.last:%d.%m}" if gap.last else "") for gap in found.gaps
    ] == [("19.01", "16.02")]
    assert [f"{entry.moment:%d.%m}" for entry in found.free] == ["02.03", "09.03"]


def test_a_slot_that_went_by_without_an_article_stays_visible() -> None:
    found = plan_of(site(), schedule())
    states = [(f"{e.moment:%d.%m}", e.state) for e in found.agenda if e.lang == "ru"][:3]

    assert states == [("11.01", State.EMPTY), ("12.01", State.EMPTY), ("19.01", State.FREE)]


def test_what_to_write_is_what_most_people_ask_for_whatever_the_language() -> None:
    found = [(task.lang, task.brief.group.head.phrase) for task in plan().to_write]

    assert found[0] == ("ru", "растаможка станка")
    assert found[-1] == ("en", "customs broker")
    assert plan().to_write[0].brief.questions == ("Сколько стоит растаможка станка?",)


def test_next_is_what_surely_comes_and_the_first_language_goes_first() -> None:
    found = plan()

    assert found.next
    assert found.next.source == "ru/blog/coming.md"
    assert bare().next is None


def test_without_a_schedule_ready_articles_wait_in_their_order() -> None:
    late = text("late", "Поздняя", written=moscow("2027-01-02 00:00"))
    early = text("early", "Ранняя", written=moscow("2027-01-01 00:00"))
    found = plan_of(site(late, early), None)

    assert (found.queue, found.gaps, found.free) == ((), (), ())
    assert names(found.unplaced) == ["early", "late"]


def test_skipped_files_are_nowhere() -> None:
    dated = text("off", "Мимо", Status.SKIP, published=moscow("2027-01-19 10:00"))

    assert "ru/blog/off.md" not in "\n".join(calendar(plan(dated)))
    assert "off" not in names(plan(dated).coming)


def test_a_slot_is_free_if_only_a_skipped_file_has_its_day() -> None:
    dated = text("off", "Мимо", Status.SKIP, published=moscow("2027-03-02 10:00"))

    assert "2027-03-02 10:00 free ru -" in calendar(plan(dated))


def test_days_are_those_of_moscow_whatever_zone_the_clock_and_the_slots_have() -> None:
    vladivostok = rule("FREQ=WEEKLY;BYDAY=TU;BYHOUR=3;BYMINUTE=0", zone="Asia/Vladivostok")
    utc = NOW.astimezone(UTC)
    found = plan_of(site(now=utc), schedule(vladivostok, russian_holidays=False))

    free = next(e for e in found.agenda if e.state is State.FREE)
    assert f"{free.moment:%Y-%m-%d %H:%M %z}" == "2027-01-18 20:00 +0300"
    assert found.months[0] == datetime.fromisoformat("2027-01-01T00:00:00+03:00")


@pytest.mark.parametrize("weeks", [1, MOST_WEEKS])
def test_every_slot_stands_once(weeks: int) -> None:
    found = plan(weeks=weeks)
    held = [e for e in found.agenda if e.lang == "ru"]
    tuesdays = {e.moment.date() for e in held}

    assert len(tuesdays) == len(held) - 1  # one slot for two
    assert found.until == NOW + timedelta(weeks=weeks)
