"""return-page-missing: goods are sold, and buyers have nowhere to come back to from the payment."""

from collections.abc import Iterator

from plugins.after_payment import OUTCOMES, outcome_pages
from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "return-page-missing"
ADVICE = message("take it over from the shipped site; until then buyers land on the list of goods")


def return_page_missing(subject: Subject) -> Iterator[Finding]:
    """A page for each outcome in each language that has goods."""
    checkout = subject.sale.checkout
    if checkout is None or checkout.settings.off:
        return
    pages = outcome_pages(subject.site)
    for lang in subject.site.languages:
        if not subject.site.in_language(lang, "product"):
            continue
        for template, outcome in OUTCOMES.items():
            if (lang, outcome) not in pages:
                what = message(
                    "no page with Template: %(name)s for buyers who come back", name=template
                )
                folder = f"content/{lang}/pages"
                yield Finding(RULE, Severity.WARNING, folder, 0, what, ADVICE)
