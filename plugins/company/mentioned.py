"""Files and pages that data files name: each must be there."""

from collections.abc import Collection, Iterator, Mapping

from plugins.company.company import Company
from plugins.company.products import Products
from plugins.company.questions import Questions
from plugins.company.service import Service
from plugins.data_errors import shown
from plugins.documents import Site
from plugins.language.messages import message
from plugins.language.problems import Problem, Severity, expected

COMPANY_FILE = "content/data/company.yaml"
PRODUCTS_FILE = "content/data/products.yaml"
QUESTIONS_FILE = "content/data/questions.yaml"
SERVICE_FILE = "content/data/service.yaml"
# Templates that show what an optional file holds
SHOWN_BY = {
    "claim": "content/data/returns.yaml",
    "milestones": "content/data/milestones.yaml",
    "payment": "content/data/payments.yaml",
    "questions": "content/data/questions.yaml",
    "returns": "content/data/returns.yaml",
    "track": "content/data/carriers.yaml",
}


def missing_product_pictures(
    site: Site, products: Products, lines: Mapping[str, int]
) -> Iterator[Problem]:
    """A site rule: pictures of products that are no files of content/.

    `lines` maps each picture's path to its line in products.yaml. A warning, as for a picture
    of a text.
    """
    for number, product in enumerate(products.products):
        for at, picture in enumerate(product.pictures):
            if picture.file not in site.files:
                place = shown(("products", number, "pictures", at, "file"))
                text = message(
                    "the picture %(href)s is not there; add the file or mend its name",
                    href=picture.file,
                )
                line = lines.get(picture.file, 0)
                yield Problem(PRODUCTS_FILE, line, place, text, Severity.WARNING)


def missing_answer_pages(
    site: Site, service: Service, lines: Mapping[str, int]
) -> Iterator[Problem]:
    """A site rule: pages of answers that no language has, or none that visitors can reach.

    `lines` maps each page's path to its line in service.yaml. A warning, as for a link of a text.
    """
    for number, answer in enumerate(service.answers):
        place = shown(("answers", number, "page"))
        yield from _unreachable(site, answer.page, SERVICE_FILE, lines, place)


def missing_question_pages(
    site: Site, questions: Questions | None, lines: Mapping[str, int]
) -> Iterator[Problem]:
    """The same for the pages that answers in questions.yaml lead to."""
    for page in dict.fromkeys(questions.pages if questions else ()):
        yield from _unreachable(site, page, QUESTIONS_FILE, lines, "page")


def missing_company_pictures(
    site: Site, company: Company, lines: Mapping[str, int]
) -> Iterator[Problem]:
    """A site rule: maps of addresses and photographs of people that are no files of content/."""
    for picture in company.pictures:
        if picture.file not in site.files:
            text = message(
                "the picture %(href)s is not there; add the file or mend its name",
                href=picture.file,
            )
            line = lines.get(picture.file, 0)
            yield Problem(COMPANY_FILE, line, "file", text, Severity.WARNING)


def unfed_pages(site: Site, absent: Collection[str]) -> Iterator[Problem]:
    """A site rule: pages whose template shows a data file that is not there. A warning.

    `absent` are the optional files of content/data/ that are missing.
    """
    for document in site.live:
        if (file := SHOWN_BY.get(document.template)) in absent:
            text = message(
                "the page shows %(file)s, which is not there; write the file or change the line",
                file=file,
            )
            place, line = "Template", document.key_line("template")
            yield Problem(f"content/{document.source}", line, place, text, Severity.WARNING)


def _unreachable(
    site: Site, page: str, file: str, lines: Mapping[str, int], place: str
) -> Iterator[Problem]:
    # What is not live yet, or has left, is no mistake: nothing leads to it meanwhile
    if not any(f"{lang}/{page}" in site.by_source for lang in site.languages):
        folders = ", ".join(f"content/{lang}/" for lang in site.languages)
        what = message("a published page, its path below one of %(folders)s", folders=folders)
        text = expected(what, f"'{page}'")
        yield Problem(file, lines.get(page, 0), place, text, Severity.WARNING)
