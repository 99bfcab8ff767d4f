"""phrase-not-in-title: the title lacks words of what most visitors should find the page by.

Any form and any order will do, and the most asked group of the map counts, with all its
phrases: the exact query is never demanded. Verbs and question words may be missing.
"""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.phrases import lacking_in, missing
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "phrase-not-in-title"
ADVICE = message("name it in the title in any form, or give the phrase to another document")


def phrase_not_in_title(subject: Subject) -> Iterator[Finding]:
    """Live documents whose title lacks words of their main group."""
    for owner, words in lacking_in(subject, "title", lambda owner: owner.document.title):
        what = message(
            "the title does not have the key phrase %(phrase)s",
            phrase=missing(owner, words),
        )
        line = owner.document.key_line("title")
        yield Finding(RULE, Severity.WARNING, owner.file, line, what, ADVICE)
