from plugins.audit.checks.gap_in_plan import FILE, gap_in_plan
from plugins.documents import Status
from plugins.language.problems import Severity
from tests.audit.plans import planned
from tests.audit.subjects import found
from tests.schedule.schedules import article, moscow


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
