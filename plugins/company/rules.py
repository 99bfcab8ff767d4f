"""What the records of content/data/ ask of a Site: every file and page that they name is there."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from plugins.company.company import Company
from plugins.company.example import unmarked_cases
from plugins.company.mentioned import (
    missing_answer_pages,
    missing_company_pictures,
    missing_product_pictures,
    missing_question_pages,
)
from plugins.company.products import Products
from plugins.company.questions import Questions
from plugins.company.service import Service
from plugins.company.texts import unpaired
from plugins.documents import Site
from plugins.language.problems import Problem

SiteRule = Callable[[Site], Iterable[Problem]]
Lines = Callable[[str, Iterable[str]], Mapping[str, int]]


def company_rules(
    company: Company,
    products: Products,
    service: Service,
    questions: Questions | None,
    lines: Lines,
) -> tuple[SiteRule, ...]:
    """Rules of a Site, for SITE_RULES.

    `lines(file, words)` maps each word to the line of the data file where it first stands.
    """
    drawings = (p.file for item in products.products for p in item.pictures)
    answers = (answer.page for answer in service.answers)
    pages = questions.pages if questions else ()
    photos = (picture.file for picture in company.pictures)
    return (
        partial(
            missing_product_pictures, products=products, lines=lines("products.yaml", drawings)
        ),
        partial(missing_answer_pages, service=service, lines=lines("service.yaml", answers)),
        partial(missing_question_pages, questions=questions, lines=lines("questions.yaml", pages)),
        partial(missing_company_pictures, company=company, lines=lines("company.yaml", photos)),
        partial(unpaired, skus=lines("products.yaml", products.by_sku)),
        partial(unmarked_cases, company=company),
    )
