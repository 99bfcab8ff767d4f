"""slot-taken-twice, gap-in-plan, ready-without-date."""

from dataclasses import replace

from plugins.audit import Subject
from plugins.audit.checks.gap_in_plan import gap_in_plan
from plugins.audit.checks.ready_without_date import ready_without_date
from plugins.audit.checks.slot_taken_twice import slot_taken_twice
from plugins.documents import Document, Status
from plugins.language.messages import verbatim
from plugins.language.problems import Problem, Severity
from plugins.schedule import Schedule
from tests.audit.subjects import found, subject
from tests.schedule.schedules import article, moscow, rule, schedule, site

FILE = "content/data/schedule.yaml"
HOLE = Problem("content/ru/blog/x.md", 1, "Description", verbatim("nothing"))
RUSSIAN = schedule(rule(languages=["ru"]))


def planned(*documents: Document, rules: Schedule | None = RUSSIAN) -> Subject:
    """What is judged on 13 January 2027."""
    return replace(
        subject(documents=documents), site=site(*documents), schedule=rules, slot_lines={"blog": 4}
    )


def test_two_articles_of_one_slot() -> None:
    both = [article(name, published=moscow("2027-01-19 10:00")) for name in ("a", "b")]
    assert found(slot_taken_twice, planned(*both)) == [
        (
            "slot-taken-twice",
            Severity.WARNING,
            "content/ru/blog/b.md",
            2,
            "content/ru/blog/a.md has the slot of 2027-01-19 10:00 already",
        )
    ]


def test_articles_of_different_slots_or_languages() -> None:
    documents = [
        article("a", published=moscow("2027-01-19 10:00")),
        article("b", published=moscow("2027-01-26 10:00")),
        article("en/blog/a.md", published=moscow("2027-01-19 10:00")),
        article("c", published=moscow("2027-01-12 10:00")),
        article("d", published=moscow("2027-01-12 10:00")),
    ]
    assert found(slot_taken_twice, planned(*documents)) == []


def test_nothing_is_planned() -> None:
    draft = article("a", Status.DRAFT, published=moscow("2027-01-19 10:00"))
    what = "slots «blog», language ru: no finished article is planned"
    assert found(gap_in_plan, planned(draft)) == [("gap-in-plan", Severity.WARNING, FILE, 4, what)]


def test_weeks_without_an_article() -> None:
    far = article("a", published=moscow("2027-02-16 10:00"))
    what = "slots «blog», language ru: nothing comes out for 4 weeks from 2027-01-13"
    assert found(gap_in_plan, planned(far)) == [("gap-in-plan", Severity.WARNING, FILE, 4, what)]


def test_a_full_plan_and_a_site_without_a_schedule() -> None:
    near = article("a", published=moscow("2027-01-19 10:00"))
    assert found(gap_in_plan, planned(near)) == []
    assert found(gap_in_plan, planned(rules=None)) == []
    assert found(slot_taken_twice, planned(near, near, rules=None)) == []


def test_a_ready_article_that_no_day_brings_out() -> None:
    documents = [
        article("a"),
        article("held", held=(HOLE,)),
        article("dated", published=moscow("2027-01-19 10:00")),
        article("draft", Status.DRAFT),
        article("ru/pages/page.md", kind="page"),
    ]
    assert found(ready_without_date, planned(*documents)) == [
        (
            "ready-without-date",
            Severity.ADVICE,
            "content/ru/blog/a.md",
            2,
            "the article is ready, but has no Date: it does not come out",
        )
    ]
