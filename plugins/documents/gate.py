"""What keeps an unfinished document in: everything that its author must still do.

Its own rules are run on it alone, so that one unfinished file never stops the others. Links to
documents that are not live yet do not count: they appear by themselves.
"""

import re
from collections.abc import Collection, Iterator

from plugins.documents.front_matter import is_article
from plugins.documents.reading import Reading, reading_of, slug_problems
from plugins.documents.rules import template_problems
from plugins.documents.site import PLACEHOLDERS, path_below_content
from plugins.documents.sources import Source, Sources
from plugins.language.messages import Message, message
from plugins.language.problems import NOTHING, Problem, expected

_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"!\[[^\]]*\][(\[]|<img\s", re.IGNORECASE)
_NAMED = re.compile(f"(?:{'|'.join(map(re.escape, PLACEHOLDERS))})([^)\\s\"'>#?]+)")
_DESCRIPTION = message("a line «Description: …»")
_BODY = message("a text below the keys")
_IMAGE = message("a picture in the text, or a line «Picture: none»")
_FILE = message("a file of content/")


def readings_of(
    sources: Sources, languages: tuple[str, ...], templates: Collection[str]
) -> dict[str, Reading]:
    """Every source by its path, unfinished ones with what holds them back."""
    held = {
        path: held_back(source, sources, templates)
        for path, source in sources.markdown.items()
        if source.is_unfinished
    }
    return {p: reading_of(s, languages, held.get(p, ())) for p, s in sources.markdown.items()}


def held_back(source: Source, sources: Sources, templates: Collection[str]) -> tuple[Problem, ...]:
    """What is still to be done in an unfinished file (`Source.is_unfinished`).

    `templates` are the theme's, without .html. What is `published` or `hidden` is a person's word:
    its errors stop the build, and the audit tells what it lacks.
    """
    own = [*source.problems(), *slug_problems(source), *template_problems(source, templates)]
    return (*own, *_absent(source), *_dead(source, sources))


def _absent(source: Source) -> Iterator[Problem]:
    """The description, the text and the picture that are not there."""
    lines = source.text.split("\n")
    text = "\n".join(lines[max((f.line for f in source.fields.values()), default=0) :])
    if not source.value("description"):
        yield _lacks(source, "Description", _DESCRIPTION)
    if not text.strip(" \n-."):
        yield _lacks(source, "", _BODY)
    elif _wants_picture(source) and not _PICTURE.search(_CODE.sub("", text)):
        yield _lacks(source, "Picture", _IMAGE)


def _wants_picture(source: Source) -> bool:
    return is_article(source.path) and source.value("picture").lower() != "none"


def _dead(source: Source, sources: Sources) -> Iterator[Problem]:
    """Links and pictures whose file is not there."""
    text = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), source.text)
    for found in _NAMED.finditer(text):
        path = path_below_content(found[1], source.path)
        if path not in sources.markdown and path not in sources.files:
            line = text.count("\n", 0, found.start()) + 1
            what = expected(_FILE, f"'{found[0]}'")
            yield Problem(f"content/{source.path}", line, "", what)


def _lacks(source: Source, key: str, what: Message) -> Problem:
    field = source.fields.get(key.lower())
    line = field.line if field else 1
    return Problem(f"content/{source.path}", line, key, expected(what, NOTHING))
