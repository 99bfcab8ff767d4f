"""How long many photos take: looked at, made for the first time, and taken from the store.

    python benchmarks/pictures.py [--photos N] [--megapixels N] [--seed N]

Draws photos (soft colours, edges, noise; JPEG of a camera's quality) into a temporary folder with a
store of its own, and prints seconds of each step, bytes and the peak of memory.
"""

import argparse
import random
import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from PIL import Image, ImageDraw

from plugins.pictures import Album, PictureSettings
from plugins.pictures.store import Store


def photo(width: int, height: int, seed: int) -> Image.Image:
    """A picture that packs about as badly as a photo."""
    chance = random.Random(seed)

    def noise(columns: int, rows: int) -> Image.Image:
        grain = Image.frombytes("RGB", (columns, rows), chance.randbytes(columns * rows * 3))
        return grain.resize((width, height), Image.Resampling.BICUBIC)

    image = Image.blend(noise(8, 6), noise(64, 48), 0.3)
    pen = ImageDraw.Draw(image)
    for _ in range(60):
        x, y = chance.randrange(width), chance.randrange(height)
        to = (x + chance.randrange(width // 10), y + chance.randrange(height // 10))
        pen.rectangle((x, y, *to), tuple(chance.randbytes(3)))
    return Image.blend(image, noise(width // 2, height // 2), 0.06)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--megapixels", type=float, default=12)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    width = round((asked.megapixels * 1e6 * 4 / 3) ** 0.5)
    with TemporaryDirectory() as folder:
        content = Path(folder, "content", "pictures")
        content.mkdir(parents=True)
        for number in range(asked.photos):
            image = photo(width, width * 3 // 4, asked.seed + number)
            image.save(content / f"{number}.jpg", quality=92)
        paths = [f"pictures/{file.name}" for file in content.iterdir()]
        size = sum(file.stat().st_size for file in content.iterdir())
        print(f"{len(paths)} photos, {size / 1e6:.0f} MB")
        for name in ("cold", "warm"):
            measured(name, Path(folder), paths)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak of memory {peak:.0f} MB")


def measured(name: str, folder: Path, paths: list[str]) -> None:
    """Print how long an album takes to look at all photos and to give all files."""
    album = Album(folder / "content", PictureSettings(), Store(folder / "store"))
    start, busy = time.perf_counter(), time.process_time()
    album.look_at(paths)
    looked = time.perf_counter()
    files, size = 0, 0
    for _, data in album.files(paths):
        files, size = files + 1, size + len(data)
    end, cpu = time.perf_counter(), time.process_time() - busy
    print(
        f"{name}: look {looked - start:.1f} s, files {end - looked:.1f} s, CPU {cpu:.1f} s, "
        f"{files} files, {size / 1e6:.0f} MB"
    )


if __name__ == "__main__":
    main()
