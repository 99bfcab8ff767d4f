"""Files and pages that data files name: each must be there."""

from collections.abc import Iterator, Mapping

from plugins.company.products import Products
from plugins.company.service import Service
from plugins.data_errors import shown
from plugins.documents import Site
from plugins.language.messages import message
from plugins.language.problems import Problem, Severity, expected

PRODUCTS_FILE = "content/data/products.yaml"
SERVICE_FILE = "content/data/service.yaml"


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
    folders = ", ".join(f"content/{lang}/" for lang in site.languages)
    what = message("a published page, its path below one of %(folders)s", folders=folders)
    for number, answer in enumerate(service.answers):
        if not any(site.find(f"{lang}/{answer.page}") for lang in site.languages):
            place = shown(("answers", number, "page"))
            text = expected(what, f"'{answer.page}'")
            line = lines.get(answer.page, 0)
            yield Problem(SERVICE_FILE, line, place, text, Severity.WARNING)
