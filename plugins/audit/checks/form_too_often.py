"""form-too-often: a phrase is repeated in one and the same form.

A Russian text that speaks of a thing declines it; one written for a search engine repeats the
query. Bound: places of one form take 4.5 % of the words of the body, and there are at least 5.
Measured as for `phrase-too-often`: the most repeated form of 29 honest Russian articles takes
2.9 % (3.4 % with code examples left out), of the shipped site 3.7 % («стол», whose accusative
is its nominative). English and names in Latin letters hardly have forms: they are not judged.
"""

import re
from collections.abc import Iterator

from plugins.audit.checks.phrase_too_often import BOUND as ALL_FORMS
from plugins.audit.density import above, densities, how_dense
from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "form-too-often"
ADVICE = message("decline it as you would in speech: any form of the phrase is found")
BOUND = 4.5
_RUSSIAN = re.compile("[а-яё]", re.IGNORECASE)


def form_too_often(subject: Subject) -> Iterator[Finding]:
    """Russian texts that repeat one form, without too much of the phrase as a whole."""
    often = (d for d in densities(subject) if d.study.lang == "ru" and d.share <= ALL_FORMS)
    alike = (density.of_one_form() for density in often)
    for dense in above((d for d in alike if _declines(d.form)), BOUND):
        what = message(
            "the form «%(form)s» alone stands %(density)s",
            form=dense.form,
            density=how_dense(dense, BOUND),
        )
        file = f"content/{dense.document.source}"
        yield Finding(RULE, Severity.ADVICE, file, dense.line, what, ADVICE)


def _declines(form: str) -> bool:
    return all(_RUSSIAN.search(word) for word in form.split())
