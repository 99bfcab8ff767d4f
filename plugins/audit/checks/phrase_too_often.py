"""phrase-too-often: a phrase, in all its forms together, takes too large a part of a text.

Bound: 6.5 % of the words of the body (`plugins/audit/density.py` has the formula), and at least
5 places. Measured with the most repeated noun phrases of one, two and three words: the densest
of 29 honest Russian articles has 5.0 % (6.2 % with its code examples left out), the densest
text of the shipped site 4.2 %. Services warn from 3 to 5 places in 100 words on; that is their
habit, no search engine has published a rule. What is known: Yandex sinks over-optimised texts
(the «Баден-Баден» filter, since March 2017), therefore a warning.
"""

from collections.abc import Iterator

from plugins.audit.density import above, densities, how_dense
from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "phrase-too-often"
ADVICE = message("say it where it is needed; elsewhere a synonym or a pronoun reads better")
BOUND = 6.5


def phrase_too_often(subject: Subject) -> Iterator[Finding]:
    """Texts denser with a phrase than honest texts are."""
    for dense in above(densities(subject), BOUND):
        what = message(
            "«%(phrase)s» in all forms stands %(density)s",
            phrase=dense.group.head.phrase,
            density=how_dense(dense, BOUND),
        )
        file = f"content/{dense.document.source}"
        yield Finding(RULE, Severity.WARNING, file, dense.line, what, ADVICE)
