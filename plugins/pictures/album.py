"""The pictures of content/: each file is read once a build, and made once for good."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from plugins.language.messages import message
from plugins.language.problems import Problem, ProblemsFound
from plugins.pictures.bitmaps import NotShownError, about, header_of, must_be_whole, quiet
from plugins.pictures.drawings import look_at_drawing
from plugins.pictures.making import made
from plugins.pictures.picture import Bitmap, Drawing, Look
from plugins.pictures.rasters import raster, raster_path
from plugins.pictures.settings import PictureSettings
from plugins.pictures.store import Store
from plugins.pictures.variants import Variant, digest_of, variants_of

File = tuple[str, bytes]
GONE = message("the picture cannot be read")


class Album:
    """What is in picture files, and the files that visitors get of them.

    `content` is the folder that their paths begin at. Nothing is read before it is asked for;
    only `files` writes, and only into the store.
    """

    def __init__(
        self, content: Path, settings: PictureSettings, store: Store | None = None
    ) -> None:
        self.content = content
        self.settings = settings
        self.store = store or Store()
        self._looks: dict[str, Look] = {}

    def look(self, path: str) -> Look:
        """What a file of content/ is."""
        if path not in self._looks:
            self.look_at([path])
        return self._looks[path]

    def look_at(self, paths: Iterable[str]) -> None:
        """Look at many files at once, on every core."""
        unseen = sorted(set(paths) - self._looks.keys())
        if unseen:
            with quiet(), ThreadPoolExecutor(os.cpu_count()) as pool:
                self._looks.update(zip(unseen, pool.map(self._look, unseen), strict=True))

    def files(self, paths: Iterable[str]) -> Iterator[File]:
        """Path and bytes of every file of the output that is made of these pictures."""
        looks = [self.look(path) for path in sorted(set(paths))]
        seen: set[str] = set()
        with quiet(), ThreadPoolExecutor(os.cpu_count()) as pool:
            for files in pool.map(self._files, looks):
                for save_as, data in files:
                    if save_as not in seen:
                        seen.add(save_as)
                        yield save_as, data

    def rasters(self, paths: Iterable[str]) -> Iterator[File]:
        """Path and bytes of the pixels of each drawing among these pictures, each file once."""
        looks = (self.look(path).picture for path in sorted(set(paths)))
        drawings = {raster_path(p): p for p in looks if isinstance(p, Drawing)}
        for save_as, drawing in drawings.items():
            name = _stored(save_as)
            data = self.store.get(name)
            if data is None:
                data = self._drawn(drawing)
                self.store.keep(name, data)
            yield save_as, data

    def _look(self, path: str) -> Look:
        try:
            data = (self.content / path).read_bytes()
        except OSError:
            return Look(None, GONE)
        if path.lower().endswith(".svg"):
            return look_at_drawing(path, data)
        try:
            header, digest = header_of(data), digest_of(data)
            bitmap = Bitmap(path, header.width, header.height, digest)
            # What has been made of these bytes proves them whole
            if not all(self.store.has(_kept_as(v)) for v in variants_of(bitmap, self.settings)):
                must_be_whole(data)
        except NotShownError as refused:
            return Look(None, refused.complaint)
        return Look(bitmap, about(header))

    def _files(self, look: Look) -> list[File]:
        if isinstance(look.picture, Drawing):
            return [(look.picture.path, (self.content / look.picture.path).read_bytes())]
        if look.picture is None:
            return []
        variants = variants_of(look.picture, self.settings)
        kept = {variant: self.store.get(_kept_as(variant)) for variant in variants}
        missing = [variant for variant, data in kept.items() if data is None]
        kept.update(self._made(look.picture, missing) if missing else ())
        return [(variant.save_as, kept[variant] or b"") for variant in variants]

    def _made(self, bitmap: Bitmap, missing: list[Variant]) -> Iterator[tuple[Variant, bytes]]:
        data = (self.content / bitmap.path).read_bytes()
        try:
            for variant, encoded in made(data, missing):
                self.store.keep(_kept_as(variant), encoded)
                yield variant, encoded
        except (OSError, ValueError, MemoryError) as error:
            raise _not_made(bitmap.path, error) from None

    def _drawn(self, drawing: Drawing) -> bytes:
        try:
            return raster((self.content / drawing.path).read_bytes(), drawing)
        except (OSError, ValueError, MemoryError) as error:
            raise _not_made(drawing.path, error) from None


def _not_made(path: str, error: Exception) -> ProblemsFound:
    text = message("no picture could be made of it (%(reason)s)", reason=error)
    return ProblemsFound([Problem(f"content/{path}", 0, "", text)])


def _kept_as(variant: Variant) -> str:
    return _stored(variant.save_as)


def _stored(save_as: str) -> str:
    """The name in the store: digest, width and format, whatever the picture is called."""
    return ".".join(save_as.rsplit(".", 2)[-2:])
