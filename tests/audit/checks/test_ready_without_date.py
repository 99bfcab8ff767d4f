from plugins.audit.checks.ready_without_date import ready_without_date
from plugins.documents import Status
from plugins.language.messages import verbatim
from plugins.language.problems import Problem, Severity
from tests.audit.plans import planned
from tests.audit.subjects import found
from tests.schedule.schedules import article, moscow

HOLE = Problem("content/ru/blog/x.md", 1, "Description", verbatim("nothing"))


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
