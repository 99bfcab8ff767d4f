"""form-without-consent: a form takes personal data and does not lead to the consent.

Search forms and forms that take a number of a parcel take no data of a person.
"""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.page import Page
from plugins.audit.pieces import Form, forms
from plugins.audit.subject import Subject
from plugins.documents import Document
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "form-without-consent"
NO_PAGE = message("the page has a form for personal data, and there is no consent to link to")
NO_LINK = message("the form takes personal data and does not link to the consent to processing")
NO_PAGE_ADVICE = message("write the consent as a page of its own (LEGAL_PAGES), or remove the form")
NO_LINK_ADVICE = message("put a link to the consent into the form, beside a box that is not ticked")
PERSONAL_TYPES = frozenset({"email", "tel", "file", "password"})
PERSONAL_NAMES = ("name", "имя", "phone", "tel", "mail", "address", "passport", "inn")


def form_without_consent(subject: Subject) -> Iterator[Finding]:
    """Forms for personal data, wherever a page has them."""
    for page in subject.pages:
        for form in forms(page.html):
            if takes_data(form):
                yield from _judged(subject, page, form)


def takes_data(form: Form) -> bool:
    """Whether a form asks for what names a person or sends it out of sight."""
    attributes = form.opened.attributes
    if attributes.get("method", "").lower() == "post" and not _only_hidden(form):
        return True
    if attributes.get("action", "").startswith("mailto:") or any(form.of("textarea")):
        return True
    return any(_is_personal(tag.attributes) for tag in form.of("input"))


def _only_hidden(form: Form) -> bool:
    """Whether it sends what the page holds, and a visitor types nothing."""
    kinds = [tag.attributes.get("type", "").lower() for tag in form.of("input")]
    typed = any(any(form.of(name)) for name in ("textarea", "select"))
    return bool(kinds) and not typed and set(kinds) <= {"hidden", "submit"}


def _is_personal(field: dict[str, str]) -> bool:
    if field.get("type", "").lower() in PERSONAL_TYPES:
        return True
    said = field.get("autocomplete", "").lower()
    if said not in ("", "on", "off"):
        return True
    words = field.get("name", "").lower().replace("-", "_").split("_")
    return any(word in PERSONAL_NAMES for word in words)


def _judged(subject: Subject, page: Page, form: Form) -> Iterator[Finding]:
    file, line = subject.file_of(page), subject.line_of(page, "<form")
    consent: Document | None = subject.site.find(f"{page.lang}/{subject.law.pages.consent}")
    if consent is None:
        yield Finding(RULE, Severity.ERROR, file, line, NO_PAGE, NO_PAGE_ADVICE)
        return
    links = (tag.attributes.get("href", "") for tag in form.of("a"))
    if not any(subject.target(page, link) == consent.save_as for link in links):
        yield Finding(RULE, Severity.ERROR, file, line, NO_LINK, NO_LINK_ADVICE)
