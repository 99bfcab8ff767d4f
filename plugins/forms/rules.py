"""What forms ask of a site: pages that are there, purposes that visitors are told of."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from plugins.company import Legal
from plugins.documents import Site
from plugins.forms.record import Forms
from plugins.language.messages import message
from plugins.language.problems import Problem, expected

FILE = "content/data/forms.yaml"
Lines = Callable[[str, Iterable[str]], Mapping[str, int]]
SiteRule = Callable[[Site], Iterable[Problem]]


def form_rules(forms: Forms, legal: Legal, lines: Lines) -> tuple[SiteRule, ...]:
    """Rules of a Site, for SITE_RULES; `lines(file, words)` maps words to their lines."""
    pages = (page for form in forms.forms for page in form.pages)
    purposes = (form.purpose for form in forms.forms)
    return (
        partial(absent_pages, forms=forms, lines=lines("forms.yaml", pages)),
        partial(unnamed_purposes, forms=forms, legal=legal, lines=lines("forms.yaml", purposes)),
    )


def absent_pages(site: Site, forms: Forms, lines: Mapping[str, int]) -> Iterator[Problem]:
    """Pages that should carry a form and that no language has."""
    known = {document.translation_key for document in site.documents}
    for number, form in enumerate(forms.forms, 1):
        for at, page in enumerate(form.pages, 1):
            if page not in known:
                what = expected(message("a page that is there, such as pages/contacts.md"), page)
                yield Problem(FILE, lines[page], f"forms[{number}].pages[{at}]", what)


def unnamed_purposes(
    _site: Site, forms: Forms, legal: Legal, lines: Mapping[str, int]
) -> Iterator[Problem]:
    """Purposes of forms to which the consent does not ask a visitor's consent."""
    known = [purpose.key for purpose in legal.with_consent]
    for number, form in enumerate(forms.forms, 1):
        if form.purpose not in known:
            what = message(
                "a purpose of legal.yaml with «consent: true» (%(keys)s)",
                keys=", ".join(known) or "—",
            )
            advice = message("add it there, and visitors will read what their data are for")
            text = expected(what, f"'{form.purpose}'", advice)
            yield Problem(FILE, lines[form.purpose], f"forms[{number}].purpose", text)
