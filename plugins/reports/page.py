"""Report pages: templates that lie beside the code, rendered in the reader's language."""

from pathlib import Path

from plugins.language.templates import environment

TEMPLATES = Path(__file__).parent / "templates"


def rendered(template: str, lang: str, **values: object) -> str:
    """A template of this folder; `_` translates, a Message is `message | said`."""
    page: str = environment(TEMPLATES, lang).get_template(template).render(lang=lang, **values)
    return page


def write_report(file: Path, text: str) -> None:
    """Write a file of reports/, with its folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
