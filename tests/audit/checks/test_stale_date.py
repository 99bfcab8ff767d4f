from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from plugins.audit.checks.stale_date import stale_date
from plugins.audit.history import History
from plugins.documents import Document, Status
from plugins.documents.front_matter import MOSCOW
from plugins.language.problems import Severity
from tests.audit.subjects import Found, document, found, subject

SAID = datetime(2026, 11, 10, 10, tzinfo=MOSCOW)
TEXT = "Title: A\nDate: 2026-11-10 10:00\n\nText\n"


def article(**values: object) -> Document:
    values = {"published": SAID, **values}
    return document("ru/blog/a.md", markdown=TEXT, **values)  # type: ignore[arg-type]


def judged(text: Document, committed: datetime | None, cut: bool = False) -> list[Found]:
    commits = {text.source: committed} if committed else {}
    return found(stale_date, replace(subject(documents=[text]), history=History(commits, cut)))


def test_a_text_that_git_saw_change_later() -> None:
    assert judged(article(), SAID + timedelta(days=5)) == [
        (
            "stale-date",
            Severity.ADVICE,
            "content/ru/blog/a.md",
            2,
            "the text was changed on 2026-11-15, as git has it, and the page says 2026-11-10",
        )
    ]


def test_the_advice_says_what_to_write() -> None:
    text = article()
    commits = {text.source: SAID + timedelta(days=5)}
    (finding,) = stale_date(replace(subject(documents=[text]), history=History(commits)))

    assert "«Modified: 2026-11-15»" in finding.advice.in_language("en")
    assert "«Modified: 2026-11-15»" in finding.advice.in_language("ru")


@pytest.mark.parametrize("days", [-30, 0, 1])
def test_a_text_committed_before_its_day_or_the_morning_after(days: int) -> None:
    assert judged(article(), SAID + timedelta(days=days)) == []


def test_a_day_is_that_of_the_texts_zone() -> None:
    """22:30 UTC on the 11th is the 12th in Moscow: two days later, not one."""
    assert len(judged(article(), datetime(2026, 11, 11, 22, 30, tzinfo=UTC))) == 1


def test_modified_says_that_the_change_is_known() -> None:
    text = article(modified=SAID + timedelta(days=5))

    assert judged(text, SAID + timedelta(days=5)) == []


def test_modified_that_has_not_come_excuses_nothing() -> None:
    text = article(modified=SAID + timedelta(days=60))

    assert len(judged(text, SAID + timedelta(days=5))) == 1


@pytest.mark.parametrize("values", [{"published": None}, {"status": Status.DRAFT}])
def test_texts_that_tell_no_day(values: dict[str, object]) -> None:
    assert judged(article(**values), SAID + timedelta(days=5)) == []


def test_what_git_does_not_know() -> None:
    assert judged(article(), None) == []


def test_a_cut_history_is_one_piece_of_advice() -> None:
    ((rule, severity, file, _, what),) = judged(article(), None, cut=True)

    assert (rule, severity, file) == ("stale-date", Severity.ADVICE, "content")
    assert what == "git has no more than a part of the history, so no dates could be compared"
