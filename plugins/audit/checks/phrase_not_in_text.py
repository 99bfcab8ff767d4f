"""phrase-not-in-text: the map gives a document a phrase whose words it does not have.

A word that stands nowhere, in no form: not in title, description, body and alts, nor on the
built page, where templates add prices, routes and the like. Words scattered over the text will
do: whether they stand where they should is for the other rules.
"""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.phrases import owners, quoted
from plugins.audit.subject import Subject
from plugins.language.messages import counted, message
from plugins.language.problems import Severity

RULE = "phrase-not-in-text"
ADVICE = message("answer it in the text, or give the phrase to the document that does")


def phrase_not_in_text(subject: Subject) -> Iterator[Finding]:
    """Live documents that lack words of the groups that the map gives them."""
    for owner in owners(subject):
        for group, words in owner.absences:
            what = counted(
                "the page lacks the word %(words)s; the map gives it the key phrase «%(phrase)s»",
                "the page lacks the words %(words)s; the map gives it the key phrase «%(phrase)s»",
                len(words),
                words=quoted(words),
                phrase=group.head.phrase,
            )
            line = owner.document.key_line("title")
            yield Finding(RULE, Severity.WARNING, owner.file, line, what, ADVICE)
