from plugins.audit.checks.slot_taken_twice import slot_taken_twice
from plugins.language.problems import Severity
from tests.audit.plans import planned
from tests.audit.subjects import found
from tests.schedule.schedules import article, moscow


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


def test_a_site_without_a_schedule() -> None:
    both = [article(name, published=moscow("2027-01-19 10:00")) for name in ("a", "b")]
    assert found(slot_taken_twice, planned(*both, rules=None)) == []
