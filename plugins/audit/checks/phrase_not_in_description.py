"""phrase-not-in-description: the description lacks words of the page's main key phrase.

It stands under the title in search results, where Yandex makes the words of the query bold.
A page without a description is `missing-description`.
"""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.phrases import Owner, lacking_in, missing
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "phrase-not-in-description"
ADVICE = message("say in the description what people search for, in any form and order")


def phrase_not_in_description(subject: Subject) -> Iterator[Finding]:
    """Live documents whose description lacks words of their main group."""
    for owner, words in lacking_in(subject, "description", _description):
        what = message(
            "the description does not have the key phrase %(phrase)s",
            phrase=missing(owner, words),
        )
        line = owner.document.key_line("description")
        yield Finding(RULE, Severity.ADVICE, owner.file, line, what, ADVICE)


def _description(owner: Owner) -> str:
    return owner.document.description
