"""stale-date: git says that a text was changed after the day that its page tells.

The sitemap and the feeds tell that day, so search engines do not come to read the new text.
"""

from collections.abc import Iterator
from datetime import timedelta

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.discovery.changed import changed
from plugins.documents import Document
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "stale-date"
ADVICE = message("write «Modified: %(day)s» if readers gain by the change; else leave it")
# Written in the evening, committed in the morning
GRACE = timedelta(days=1)
CUT = message("git has no more than a part of the history, so no dates could be compared")
WHOLE = message("get all of it: git fetch --unshallow")


def stale_date(subject: Subject) -> Iterator[Finding]:
    """Live texts with a day of their own; none where there is no git, one in a cut history."""
    if subject.history.cut:
        yield Finding(RULE, Severity.ADVICE, "content", 0, CUT, WHOLE)
        return
    for document in subject.site.live:
        yield from _stale(subject, document)


def _stale(subject: Subject, document: Document) -> Iterator[Finding]:
    said = changed(document, subject.site.now)
    committed = subject.history.commits.get(document.source)
    if said is None or committed is None:
        return
    day = committed.astimezone(said.tzinfo).date()
    if day - said.date() > GRACE:
        line = document.key_line("modified" if document.modified else "date")
        what = message(
            "the text was changed on %(day)s, as git has it, and the page says %(said)s",
            day=day,
            said=said.date(),
        )
        advice = message(ADVICE.text, day=day)
        yield Finding(RULE, Severity.ADVICE, f"content/{document.source}", line, what, advice)
