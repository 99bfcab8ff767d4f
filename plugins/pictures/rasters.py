"""A drawing as pixels, for those who take no SVG: product search, feeds, social networks."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files

from lxml import etree
from resvg_py import svg_to_bytes

from plugins.pictures.picture import Drawing
from plugins.pictures.plain_drawing import plain

FONT = "PT Sans"
PAPER = "#ffffff"
# Pixels of the longer side
LONGEST = 1200
# A new number draws every picture anew, under a new name
RECIPE = 1


@cache
def _drawn_by() -> bytes:
    return f"drawing {RECIPE}, resvg {version('resvg-py')}\n".encode()


def drawing_digest(data: bytes) -> str:
    """What stands in the name of the pixels made of a drawing."""
    return sha256(_drawn_by() + data).hexdigest()[:10]


def raster_path(drawing: Drawing) -> str:
    """The file of the output with the pixels of a drawing."""
    name = drawing.path.removeprefix("pictures/").rpartition(".")[0] or "picture"
    return f"pictures/{name}.{drawing.digest}-{LONGEST}.png"


def raster(data: bytes, drawing: Drawing) -> bytes:
    """The drawing as a PNG on white, in its light colours, letters in PT Sans.

    Raises ValueError for what cannot be drawn. System fonts stay out: other machines have others.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    text = etree.tostring(etree.fromstring(data, parser), encoding="unicode")
    wide = drawing.width >= drawing.height
    return svg_to_bytes(
        svg_string=plain(text),
        background=PAPER,
        skip_system_fonts=True,
        font_files=_fonts(),
        font_family=FONT,
        serif_family=FONT,
        sans_serif_family=FONT,
        cursive_family=FONT,
        fantasy_family=FONT,
        monospace_family=FONT,
        width=LONGEST if wide else None,
        height=None if wide else LONGEST,
    )


@cache
def _fonts() -> list[str]:
    folder = files("fontpkg_pt_sans") / "files"
    return sorted(str(file) for file in folder.iterdir() if file.name.endswith(".ttf"))
