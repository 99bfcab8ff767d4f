"""phrase-not-in-h1: the title has the page's main key phrase, the heading of the page does not.

Judged on the page as built: a template may print another heading than the title. Where the
title lacks the phrase as well, `phrase-not-in-title` says so alone.
"""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.phrases import Owner, missing, owners
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "phrase-not-in-h1"
ADVICE = message("let the heading of the page name what its title promises")


def phrase_not_in_h1(subject: Subject) -> Iterator[Finding]:
    """Built pages whose h1 lacks words of the main group that the title has."""
    for owner in owners(subject):
        words = _lacking(owner)
        if words:
            what = message(
                "the heading (h1) does not have the key phrase %(phrase)s",
                phrase=missing(owner, words),
            )
            yield Finding(RULE, Severity.ADVICE, owner.file, 1, what, ADVICE)


def _lacking(owner: Owner) -> tuple[str, ...]:
    title = owner.document.title
    if owner.page is None or owner.page.h1 in ("", title) or owner.lacks(title):
        return ()
    return owner.lacks(owner.page.h1)
