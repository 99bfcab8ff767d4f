"""Report pages: templates that lie beside the code, rendered in the reader's language."""

from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plugins.language.messages import Message, catalog

TEMPLATES = Path(__file__).parent / "templates"


def rendered(template: str, lang: str, **values: object) -> str:
    """A template of this folder; `_` translates, a Message is `message | said`."""
    page: str = _environment(lang).get_template(template).render(lang=lang, **values)
    return page


def write_report(file: Path, text: str) -> None:
    """Write a file of reports/, with its folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


@lru_cache
def _environment(lang: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    @cache
    def translated(text: str) -> Markup:
        return Markup(catalog(lang).gettext(text))

    def said(text: Message) -> str:
        return text.in_language(lang)

    environment.globals["_"] = translated
    environment.filters["said"] = said
    return environment
