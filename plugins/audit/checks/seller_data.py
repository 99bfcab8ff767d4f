"""seller-data: the foot of a page lacks the seller's name, number, address or e-mail."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.page import Page
from plugins.audit.pieces import pieces
from plugins.audit.subject import Subject
from plugins.company import Company
from plugins.language.messages import message
from plugins.language.problems import Severity

ADVICE = message("show them in theme/templates/includes/footer.html, on every page")


def seller_data(subject: Subject) -> Iterator[Finding]:
    """Pages for people, each with what its foot lacks; pages that only send on have none."""
    for page in subject.pages:
        if "refresh" in page.meta:
            continue
        foot = _foot(page)
        lacking = [
            value for value in _wanted(subject.company, page.lang) if _plain(value) not in foot
        ]
        if lacking:
            what = message("the foot of the page lacks: %(values)s", values="; ".join(lacking))
            yield Finding("seller-data", Severity.ERROR, subject.file_of(page), 0, what, ADVICE)


def _wanted(company: Company, lang: str) -> list[str]:
    number = company.ogrn or company.registration or company.inn or ""
    legal = [place.text for place in company.addresses if place.kind == "legal"]
    texts = [company.short_name, *legal]
    return [*(text.in_language(lang) for text in texts), number, company.email]


def _foot(page: Page) -> str:
    found = (piece.text for piece in pieces(page.html) if "footer" in piece.names)
    return _plain(" ".join(found))


def _plain(text: str) -> str:
    """Without differences in spaces and hyphens, which typography may change."""
    return " ".join(text.replace("\u00a0", " ").replace("\u2011", "-").split())
