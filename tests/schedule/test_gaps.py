"""Weeks without an article. It is Wednesday, 13 January 2027; the alarm rings after two weeks."""

from typing import Any

from plugins.documents import Document, Status
from plugins.language.messages import verbatim
from plugins.language.problems import Problem
from plugins.schedule import Schedule
from plugins.schedule.gaps import gaps
from tests.schedule.schedules import article, moscow, rule, schedule, site

RUSSIAN = schedule(rule(languages=["ru"]))
HOLE = Problem("content/ru/blog/x.md", 1, "Description", verbatim("nothing"))


def empty(*documents: Document, rules: Schedule = RUSSIAN) -> list[str]:
    """Every gap: queue, language, from when to when."""
    return [
        f"{gap.key} {gap.lang} {gap.first:%m-%d}..{gap.last:%m-%d} {gap.weeks}"
        if gap.last
        else f"{gap.key} {gap.lang} {gap.first:%m-%d}.."
        for gap in gaps(rules, site(*documents))
    ]


def coming(*days: str, **values: Any) -> list[Document]:
    return [article(day, **{"published": moscow(f"2027-{day} 10:00"), **values}) for day in days]


def test_nothing_planned() -> None:
    assert empty() == ["blog ru 01-13.."]


def test_an_article_each_fortnight_is_enough() -> None:
    assert empty(*coming("01-19", "02-02", "02-16")) == []


def test_a_hole_longer_than_the_alarm() -> None:
    assert empty(*coming("02-09", "03-16")) == ["blog ru 01-13..02-09 3", "blog ru 02-09..03-16 5"]


def test_drafts_faulty_texts_and_what_is_out_do_not_count() -> None:
    documents = [
        *coming("01-12", status=Status.PUBLISHED),
        *coming("01-19", status=Status.DRAFT),
        *coming("01-26", held=(HOLE,)),
    ]
    assert empty(*documents) == ["blog ru 01-13.."]


def test_each_queue_is_looked_at_by_itself() -> None:
    rules = schedule(rule(), rule(key="news", categories=["Новости"]))
    documents = [*coming("01-19"), article("en/blog/x.md", published=moscow("2027-01-19 10:00"))]
    assert empty(*documents, rules=rules) == ["news ru 01-13..", "news en 01-13.."]
