"""Interface words: from code and templates into the catalogs of locales/."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "message": None,
    "ngettext": (1, 2),
    "counted": (1, 2),
}
SOURCES = (
    ("commands", "**.py", "python"),
    ("plugins", "**.py", "python"),
    ("plugins/payment_service/templates", "**.html", "jinja2"),
    ("plugins/reports/templates", "**.html", "jinja2"),
    ("theme/templates", "**.html", "jinja2"),
)


def words_of(root: Path) -> Catalog:
    """Every word of code and templates that people read, without translations."""
    found = Catalog(charset="utf-8")
    for folder, pattern, method in SOURCES:
        methods = [(pattern, method)]
        for _, _, words, _, _ in extract_from_dir(root / folder, methods, keywords=KEYWORDS):
            found.add(words)
    return found


def update(root: Path) -> None:
    """Merge all words into every catalog; translations are kept, words no longer used go."""
    words = words_of(root)
    for file in sorted(root.glob("locales/*/LC_MESSAGES/vitrina.po")):
        with file.open("rb") as source:
            catalog = read_po(source, locale=file.parts[-3])
        words.creation_date = catalog.creation_date
        catalog.update(words, no_fuzzy_matching=True)
        with file.open("wb") as target:
            write_po(target, catalog, no_location=True, sort_output=True, ignore_obsolete=True)
