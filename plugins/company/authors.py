"""Who wrote an article, and where the site tells about that person."""

from functools import lru_cache

from plugins.company.company import Company, Person
from plugins.documents import Document, Site


def author_of(document: Document, company: Company) -> Person | None:
    """The person whose key or name, in either language, is the document's author; else None."""
    return next((p for p in company.people if document.author in _names(p)), None)


def person_url(site: Site, lang: str, person: Person) -> str | None:
    """The path of a person's place on the page about the firm (`about/#vetrova_`).

    None where a language has no page with `Template: about`. No slug ends in "_", so that no
    heading of that page takes the anchor.
    """
    about = _about(site, lang)
    return f"{about.url}#{person.key}_" if about else None


@lru_cache(maxsize=16)
def _about(site: Site, lang: str) -> Document | None:
    pages = site.in_language(lang, "page")
    return next((page for page in pages if page.template == "about"), None)


def _names(person: Person) -> tuple[str, ...]:
    return person.key, person.name.ru, person.name.en
