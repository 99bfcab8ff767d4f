"""SVG drawings: their size, and that they are drawings and nothing else.

They are published byte for byte. Opened by itself an SVG is a page that may run scripts and ask
other hosts, so one that could is refused.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from plugins.language.messages import Message, message
from plugins.language.problems import expected
from plugins.pictures.picture import Drawing, Look
from plugins.pictures.rasters import drawing_digest

ACTIVE = {"script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler"}
REFERENCES = {"href", "src"}
INSIDE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp|avif)[;,]", re.IGNORECASE)
_CSS_ADDRESS = re.compile(
    r"""url\(\s*["']?\s*([^"')]*)|@import\s*([^;]*)|(https?:[^\s"')]*)""", re.I
)
_NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+)(?:px)?\s*")
_SPACE_OR_COMMA = re.compile(r"[\s,]+")
A_DRAWING = message("an SVG drawing")
NO_SIZE = message('the drawing has no viewBox; add viewBox="0 0 width height" to its first line')
# What browsers take where a drawing says nothing
DEFAULT_SIZE = 300, 150


class _RefusedError(Exception):
    """What is wrong with a drawing."""

    def __init__(self, complaint: Message) -> None:
        super().__init__()
        self.complaint = complaint


@dataclass
class _Reader:
    """Follows the parser through a drawing; raises _RefusedError at the first thing not wanted."""

    root: dict[str, str] | None = None
    style: list[str] | None = None
    styles: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        element = _local(name)
        if self.root is None:
            if element != "svg":
                raise _RefusedError(expected(A_DRAWING, f"<{name}>"))
            self.root = attributes
        if element in ACTIVE:
            raise _RefusedError(_active(f"<{name}>"))
        for key, value in attributes.items():
            _judge(_local(key), value)
        self.style = [] if element == "style" else None

    def text(self, text: str) -> None:
        if self.style is not None:
            self.style.append(text)

    def end(self, _name: str) -> None:
        if self.style is not None:
            _judge("style", "".join(self.style))
        self.style = None


def look_at_drawing(path: str, data: bytes) -> Look:
    """A drawing with its size, or what is wrong with it and in which line."""
    reader, parser = _Reader(), expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.CharacterDataHandler = reader.text
    parser.EndElementHandler = reader.end
    parser.EntityDeclHandler = _entity
    parser.ProcessingInstructionHandler = _instruction
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        got = message("broken XML (%(reason)s)", reason=expat.ErrorString(error.code))
        return Look(None, expected(A_DRAWING, got), error.lineno)
    except (_RefusedError, ValueError, LookupError) as refused:
        complaint = refused.complaint if isinstance(refused, _RefusedError) else None
        got = message("a file in an unknown encoding")
        return Look(None, complaint or expected(A_DRAWING, got), parser.CurrentLineNumber)
    size = _size(reader.root or {})
    width, height = size or DEFAULT_SIZE
    return Look(Drawing(path, width, height, drawing_digest(data)), None if size else NO_SIZE)


def _judge(name: str, value: str) -> None:
    """Refuse an attribute (or the text of a style) that acts or that asks for another file."""
    if name.startswith("on") or value.strip().lower().startswith("javascript:"):
        raise _RefusedError(_active(name))
    if name in REFERENCES and not INSIDE.match(value.strip()):
        raise _RefusedError(_outside(value))
    if name in REFERENCES or (name != "style" and "url(" not in value.lower()):
        return
    for found in _CSS_ADDRESS.finditer(value):
        address = next((part for part in found.groups() if part is not None), "").strip()
        if not INSIDE.match(address):
            raise _RefusedError(_outside(address))


def _size(root: dict[str, str]) -> tuple[int, int] | None:
    """Width and height in pixels: as they stand, else those of the viewBox."""
    given = [_NUMBER.fullmatch(root.get(name, "")) for name in ("width", "height")]
    numbers = [found[1] for found in given if found]
    if len(numbers) < 2:
        numbers = _SPACE_OR_COMMA.split(root.get("viewBox", "").strip())[2:]
    try:
        width, height = (max(1, round(float(number))) for number in numbers)
    except (ValueError, OverflowError):
        return None
    return width, height


def _local(name: str) -> str:
    return name if name.startswith("xmlns") else name.rpartition(":")[2].lower()


def _active(what: str) -> Message:
    return message(
        "the drawing can act by itself (%(what)s), so it is not published; "
        "export it anew as plain SVG",
        what=what,
    )


def _outside(address: str) -> Message:
    return message(
        "the drawing asks for another file (%(address)s), so it is not published; "
        "put that file inside, or remove it",
        address=address[:60],
    )


def _entity(*_: object) -> None:
    raise _RefusedError(_active("<!ENTITY>"))


def _instruction(target: str, data: str) -> None:
    if target == "xml-stylesheet":
        raise _RefusedError(_outside(data))
