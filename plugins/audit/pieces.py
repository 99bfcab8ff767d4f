"""Parts of a built page that checks look at: forms, addresses, pieces of text with their places."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from plugins.documents.html import VOID, Tag, tags


@dataclass(frozen=True)
class Form:
    """A form: its tag and the tags inside it."""

    opened: Tag
    inside: tuple[Tag, ...]

    def of(self, name: str) -> Iterator[Tag]:
        """The tags inside that have this name."""
        return (tag for tag in self.inside if tag.name == name and not tag.closing)


@dataclass(frozen=True)
class Piece:
    """A text between two tags, and the open elements it stands in, outermost first."""

    text: str
    within: tuple[Tag, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of the elements it stands in."""
        return frozenset(tag.name for tag in self.within)

    @property
    def lang(self) -> str:
        """The language that the innermost element with one gives it."""
        return next((t.attributes["lang"] for t in self.within[::-1] if "lang" in t.attributes), "")


def forms(html: str) -> Iterator[Form]:
    """Every form of a page, in order."""
    opened: Tag | None = None
    inside: list[Tag] = []
    for tag in tags(html):
        if tag.name == "form":
            if opened is not None and tag.closing:
                yield Form(opened, tuple(inside))
            opened, inside = (None if tag.closing else tag), []
        elif opened is not None:
            inside.append(tag)


def addresses(html: str, *names: str) -> tuple[str, ...]:
    """What attributes of these names hold, each value once, in order."""
    opened = (tag.attributes for tag in tags(html) if not tag.closing)
    found = (attributes[name] for attributes in opened for name in names if name in attributes)
    return tuple(dict.fromkeys(found))


def pieces(html: str) -> Iterator[Piece]:
    """Every text that is not white space; scripts and styles are none."""
    at, within = 0, list[Tag]()
    for tag in tags(html):
        text = html[at : tag.start]
        if text.strip() and not (within and within[-1].name in ("script", "style")):
            yield Piece(unescape(text), tuple(within))
        at = tag.end
        if tag.closing:
            _close(within, tag.name)
        elif tag.name and tag.name not in VOID and not tag.text.endswith("/>"):
            within.append(tag)
    if html[at:].strip():
        yield Piece(unescape(html[at:]), tuple(within))


def spoken_tags(html: str) -> Iterator[tuple[Tag, str]]:
    """Every opening tag, and the language that it or the innermost element around it gives it."""
    within = list[tuple[str, str]]()
    for tag in tags(html):
        if tag.closing:
            opened = [name for name, _ in within]
            if tag.name in opened:
                del within[len(opened) - 1 - opened[::-1].index(tag.name) :]
            continue
        around = within[-1][1] if within else ""
        lang = tag.attributes.get("lang", around) if "lang=" in tag.text else around
        yield tag, lang
        if tag.name and tag.name not in VOID and not tag.text.endswith("/>"):
            within.append((tag.name, lang))


def _close(within: list[Tag], name: str) -> None:
    """Close the innermost element of this name and what was left open in it."""
    for place in range(len(within) - 1, -1, -1):
        if within[place].name == name:
            del within[place:]
            return
