"""A picture of content/: what is known of it before anything is made."""

from dataclasses import dataclass

from plugins.language.messages import Message


@dataclass(frozen=True)
class Bitmap:
    """A picture of pixels, seen upright. `digest` is that of its bytes and of the recipe."""

    path: str
    width: int
    height: int
    digest: str


@dataclass(frozen=True)
class Drawing:
    """An SVG, published as it is. `digest` stands in the name of the pixels made of it."""

    path: str
    width: int
    height: int
    digest: str = ""


Picture = Bitmap | Drawing


@dataclass(frozen=True)
class Look:
    """What a file turned out to be: a picture or None, and what its author should know of it."""

    picture: Picture | None
    complaint: Message | None = None
    line: int = 0
