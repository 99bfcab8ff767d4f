"""phrase-not-in-subheadings: no subheading of a long text has a word of its main key phrase.

From 300 words (a screen and a half on a phone) and three subheadings on, visitors and search
engines read the subheadings as the text's contents. One significant word in one of them is
enough; more is a matter of style.
"""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.lacking import has_some, text_words
from plugins.audit.phrases import Owner, owners
from plugins.audit.subject import Subject
from plugins.language.messages import counted, message
from plugins.language.problems import Severity

RULE = "phrase-not-in-subheadings"
ADVICE = message("put a word of it into the subheading where the text answers it")
LEAST_WORDS = 300
LEAST_HEADINGS = 3


def phrase_not_in_subheadings(subject: Subject) -> Iterator[Finding]:
    """Long texts none of whose subheadings has a significant word of the main group."""
    for owner in owners(subject):
        if owner.is_on_topic and _is_silent(owner):
            headings = owner.document.headings
            what = counted(
                "%(count)s subheading has no word of the key phrase «%(phrase)s»",
                "none of %(count)s subheadings has a word of the key phrase «%(phrase)s»",
                len(headings),
                phrase=owner.main.head.phrase,
            )
            line = owner.document.line_of(headings[0].text)
            yield Finding(RULE, Severity.ADVICE, owner.file, line, what, ADVICE)


def _is_silent(owner: Owner) -> bool:
    study, document = owner.study, owner.document
    if owner.has_in("subheading") or owner.words < LEAST_WORDS:
        return False
    if len(document.headings) < LEAST_HEADINGS:
        return False
    text = "\n".join(heading.text for heading in document.headings)
    return not has_some(owner.main, text_words(text, study.lang), study.lang)
