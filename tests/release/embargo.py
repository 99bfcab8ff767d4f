"""Documents that nobody may know of yet, and a reader that finds any trace of them."""

import gzip
import io
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import product
from urllib.parse import unquote

import brotli
from PIL import Image

from tests.sites import Files

_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_PER_CENT = re.compile("(?:%[0-9a-fA-F]{2})+")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
# Syllables of which no real word is made
_FIRST = ("зю", "кву", "хры", "пшу", "вжо", "дзя")
_MIDDLE = ("мбра", "гдзу", "ктпо", "фшло", "бвзи")
_LATIN = {
    **dict(zip(_FIRST, ("zyu", "kvu", "hry", "pshu", "vzho", "dzya"), strict=True)),
    **dict(zip(_MIDDLE, ("mbra", "gdzu", "ktpo", "fshlo", "bvzi"), strict=True)),
}

GROUP = "  - key: {latin}-group\n    name: {{ru: {root}ная группа, en: {latin} group}}\n"
RECORD = """
  - sku: {latin}-1
    group: {latin}-group
    vendor: "{latin} ltd"
    price: 777001
    unit: {{ru: шт., en: pc}}
    availability: in-stock
    pictures:
      - file: pictures/{latin}-image.png
        alt: {{ru: "{root}ный товар", en: "A {latin} product"}}
    tnved: "8516797000"
    certificates:
      - name: {{ru: "{root}ная бумага", en: "{latin} paper"}}
        number: "{latin}-010"
        until: 2029-06-30
    checked: 2026-11-14
"""


@dataclass(frozen=True)
class Secret:
    """A document each of whose words begins with an invented root of its own.

    `head` are the lines of its front matter that say when it is there; `about` what makes it a
    product or a case; `whole` is whether it has the description that a ready text needs. Its
    files are below content/.
    """

    number: int
    place: str
    head: str
    about: str = ""
    body: str = ""
    whole: bool = True
    roots: tuple[str, str] = field(init=False)

    def __post_init__(self) -> None:
        first, middle = list(product(_FIRST, _MIDDLE))[self.number]
        latin = _LATIN[first] + _LATIN[middle] + "kt"
        object.__setattr__(self, "roots", (first + middle + "кт", latin))

    @property
    def source(self) -> str:
        """Its path below content/."""
        return f"{self.place}/{self.roots[1]}-file.md"

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return f"{self.roots[1]}-slug"

    @property
    def path(self) -> str:
        """Its address on the site, without its first slash."""
        lang, folder = self.place.split("/")
        below = "products" if self.about.startswith("Product") else folder
        kind = "" if below == "pages" else f"{below}/"
        return f"{'en/' if lang == 'en' else ''}{kind}{self.slug}/"

    @property
    def files(self) -> dict[str, str | bytes | None]:
        """Its text and its picture."""
        root, latin = (word.capitalize() for word in self.roots)
        text = (
            f"Title: {root}ный заголовок\nSlug: {self.slug}\n{self.head}{self.about}"
            f"Tags: {root}ная метка\n"
        )
        if self.whole:
            text += f"Description: {root}ное описание, {latin} description.\n"
        if "/blog" in self.place:
            text += f"Category: {root}ная рубрика\nAuthor: {root} {latin}ov\n"
        shown = f"![{root}ный рисунок]({{static}}/{self.image})"
        text += f"\n{root}ное предложение. A {latin}ish sentence. {self.body}\n\n{shown}\n\n"
        text += f"## {root}ный раздел\n\nДальше {root}ные слова.\n"
        return {self.source: text, self.image: self._image}

    @property
    def image(self) -> str:
        """The path of its picture below content/."""
        return f"pictures/{self.roots[1]}-image.png"

    @property
    def _image(self) -> bytes:
        data = io.BytesIO()
        Image.new("RGB", (96, 64), (self.number * 7 % 256, 90, 150)).save(data, "PNG")
        return data.getvalue()


def goods(products: str, secrets: Iterable[Secret]) -> str:
    """The text of a products.yaml with a record for each secret that is a product."""
    sold = [secret for secret in secrets if secret.about.startswith("Product")]
    groups = "".join(GROUP.format(root=s.roots[0], latin=s.roots[1]) for s in sold)
    records = "".join(RECORD.format(root=s.roots[0], latin=s.roots[1]) for s in sold)
    return products.replace("\nproducts:\n", f"\n{groups}products:\n") + records


def files_of(secrets: Iterable[Secret]) -> Files:
    """All their files."""
    return {path: data for secret in secrets for path, data in secret.files.items()}


def traces(output: Mapping[str, bytes], secrets: Iterable[Secret]) -> list[str]:
    """Each file that tells of a secret, with what stands there, however it is packed."""
    roots = [root for secret in secrets for root in secret.roots]
    every = re.compile("|".join(roots) or "$^")
    found = []
    for path, data in output.items():
        for text in readings(path, data):
            if hit := every.search(text):
                found.append(f"{path}: …{text[max(0, hit.start() - 30) : hit.end() + 20]}…")
                break
    return found


def roots_in(output: Mapping[str, bytes], secrets: Iterable[Secret]) -> set[int]:
    """The numbers of the secrets that an output tells of."""
    number_of = {root: secret.number for secret in secrets for root in secret.roots}
    every = re.compile("|".join(number_of))
    texts = (text for path, data in output.items() for text in readings(path, data))
    return {number_of[root] for text in texts for root in every.findall(text)}


def readings(path: str, data: bytes) -> Iterator[str]:
    """A file's name, its bytes and whatever is packed in them, as plain lower-case text."""
    yield plain(path)
    for unpacked in _unpacked(data):
        yield plain(unpacked.decode("utf-8", "replace"))
        if b"\0" in unpacked[:200]:
            yield plain(unpacked.decode("utf-16-le", "replace"))


def plain(text: str) -> str:
    """A text without what hides it: entities, %-signs, \\u-signs, soft hyphens, capitals."""
    text = _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), text)
    text = _PER_CENT.sub(lambda signs: unquote(signs[0]), text)
    return _UNSEEN.sub("", unescape(text)).casefold()


def _unpacked(data: bytes) -> Iterator[bytes]:
    yield data
    if data[:2] == b"\x1f\x8b":
        yield from _unpacked(gzip.decompress(data))
    elif data[:8] == b"\x89PNG\r\n\x1a\n":
        yield from _png_texts(data)
    else:
        for unpack in (brotli.decompress, zlib.decompress):
            try:
                yield unpack(data)
            except (brotli.error, zlib.error):
                continue


def _png_texts(data: bytes) -> Iterator[bytes]:
    """The packed texts of a PNG; those that are not packed are read as they stand."""
    at = 8
    while at < len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind in (b"zTXt", b"iTXt"):
            chunk = data[at + 8 : at + 8 + size]
            start = chunk.find(b"\x78")
            while start >= 0:
                try:
                    yield zlib.decompress(chunk[start:])
                    break
                except zlib.error:
                    start = chunk.find(b"\x78", start + 1)
        at += 12 + size
