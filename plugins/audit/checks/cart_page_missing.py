"""cart-page-missing: a language sells goods and has no cart, while another language has one."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "cart-page-missing"
WHAT = message("no page with Template: cart, though another language has one")
ADVICE = message("take it over from the shipped site, or remove the other: a cart is for everybody")


def cart_page_missing(subject: Subject) -> Iterator[Finding]:
    """A finding for each such language."""
    site = subject.site
    selling = [lang for lang in site.languages if site.in_language(lang, "product")]
    without = [lang for lang in selling if not site.cart(lang)]
    if any(site.cart(lang) for lang in site.languages):
        for lang in without:
            yield Finding(RULE, Severity.WARNING, f"content/{lang}/pages", 0, WHAT, ADVICE)
