"""What JSON-LD costs a build: its share of the build of many articles, in one run.

    python benchmarks/structured_data.py [--articles N] [--words N]

The shipped site is built with so many articles more, made of its own; while it is built, the time
inside of the template function is added up. A second figure leaves out the pictures to share, which
are drawn once and kept.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from markupsafe import Markup

from plugins.documents import pelican_bridge
from plugins.structured_data import graph

ROOT = Path(__file__).parents[1]
PROJECT = ("content", "theme", "locales", "plugins", "pelicanconf.py")


def project(folder: Path, articles: int, words: int) -> None:
    """The project with articles of recombined paragraphs in its Russian blog."""
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    blog, chance = folder / "content" / "ru" / "blog", random.Random(1)
    texts = [file.read_text("utf-8").split("\n\n")[1:] for file in sorted(blog.glob("*.md"))]
    paragraphs = [part for text in texts for part in text if part[0].isalpha()]
    for number in range(articles):
        body: list[str] = []
        while sum(len(part.split()) for part in body) < words:
            body.append(chance.choice(paragraphs))
        day = f"20{chance.randrange(20, 26)}-{chance.randrange(1, 13):02}-01"
        head = f"Title: Статья {number}\nDescription: О чём она.\nDate: {day}\nAuthor: vetrova"
        (blog / f"made-{number}.md").write_text("\n\n".join([head, *body]), "utf-8")


class Measured:
    """The template function, and how long it has taken."""

    def __init__(self, function: Callable[..., Markup]) -> None:
        self.function, self.seconds, self.calls = function, 0.0, 0

    def __call__(self, *arguments: Any, **named: Any) -> Markup:
        """What the function gives."""
        begun = process_time()
        try:
            return self.function(*arguments, **named)
        finally:
            self.seconds += process_time() - begun
            self.calls += 1


def main() -> None:
    """Print the time of the build, that of the function, and its share."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--words", type=int, default=800)
    asked = parser.parse_args()
    measured = Measured(graph.structured_data)
    sys.modules["plugins.structured_data"].structured_data = measured  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project(folder, asked.articles, asked.words)
        os.chdir(folder)
        for what in ("with cold stores", "with warm stores"):
            measured.seconds, measured.calls, begun = 0.0, 0, process_time()
            pelican_bridge.build(folder / "pelicanconf.py", folder / "output")
            whole = process_time() - begun
            print(
                f"{what}: {asked.articles} articles, build {whole:.1f} s CPU; "
                f"JSON-LD of {measured.calls} pages {measured.seconds:.2f} s, "
                f"{100 * measured.seconds / whole:.1f} %"
            )


if __name__ == "__main__":
    main()
