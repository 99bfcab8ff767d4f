"""document-without-phrases: search engines list a document that no key phrase leads to.

Articles, products, pages and the home page are judged; lists answer by what they list. The
pages of contacts and about the firm are sought by its name alone, documents of law by nobody.
A language without phrases has one finding.
"""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.documents import Document
from plugins.documents.stages import listed
from plugins.keywords.study import Study
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "document-without-phrases"
KINDS = frozenset({"article", "product", "page", "home"})
SOUGHT_BY_NAME = frozenset({"contacts", "about"})
WHAT = message("the map of key phrases has no phrase for this document")
ADVICE = message("what do people type who need it? Write that into the map, with the document")
NO_PHRASES = message("there are no key phrases for the texts of this language")


def document_without_phrases(subject: Subject) -> Iterator[Finding]:
    """Indexed documents to which the map gives nothing."""
    for study in subject.studies:
        found = [d for d in _judged(subject, study) if not study.owned(d.source)]
        if found and not study.map.phrases:
            advice = message(
                "bring in an export: invoke keywords --import FILE --language %(lang)s",
                lang=study.lang,
            )
            yield Finding(RULE, Severity.ADVICE, study.file, 0, NO_PHRASES, advice)
            continue
        for document in found:
            file = f"content/{document.source}"
            yield Finding(RULE, Severity.ADVICE, file, 1, WHAT, ADVICE)


def _judged(subject: Subject, study: Study) -> Iterator[Document]:
    for document in study.documents.values():
        is_sought = document.kind in KINDS and document.template not in SOUGHT_BY_NAME
        page = subject.page_at.get(document.save_as)
        is_page = listed(document, subject.site.now) and (page is None or page.is_indexed)
        is_law = document.translation_key in subject.law.pages.all
        if is_sought and is_page and not is_law:
            yield document
