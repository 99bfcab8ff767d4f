"""What being found costs a build: the shares of discovery and structured data, in one run.

    python -m benchmarks.discovery [--articles N] [--words N]

The shipped site is built with so many articles more, made of paragraphs of its own. While it is
built, the CPU time inside of these rooms is added up: handlers of their plugins, their functions in
templates and filters. Marks in templates (microdata, links of the head) are rendered with the rest
and not counted. The second build finds its stores warm: pictures and readings of texts are kept.
"""

import argparse
import os
import random
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

from plugins.documents import pelican_bridge

ROOT = Path(__file__).parents[1]
PROJECT = ("content", "theme", "locales", "plugins", "pelicanconf.py")
ROOMS = ("plugins.discovery", "plugins.structured_data")
IN_TEMPLATES = ("JINJA_GLOBALS", "JINJA_FILTERS")


class Spent:
    """Seconds by room; what one measured function asks of another counts once."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = dict.fromkeys(ROOMS, 0.0)
        self.inside = False

    def of(self, room: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time added up."""

        def measured(*given: Any, **named: Any) -> Any:
            if self.inside:
                return function(*given, **named)
            self.inside, begun = True, process_time()
            try:
                return function(*given, **named)
            finally:
                self.seconds[room] += process_time() - begun
                self.inside = False

        return measured


def project(folder: Path, articles: int, words: int) -> None:
    """The project with articles of recombined paragraphs in its Russian blog."""
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    blog, chance = folder / "content" / "ru" / "blog", random.Random(1)
    texts = [file.read_text("utf-8").split("\n\n")[1:] for file in sorted(blog.glob("*.md"))]
    paragraphs = [part for text in texts for part in text if part[:1].isalpha()]
    for number in range(articles):
        body: list[str] = []
        while sum(len(part.split()) for part in body) < words:
            body.append(chance.choice(paragraphs))
        day = f"20{chance.randrange(20, 26)}-{chance.randrange(1, 13):02}-01"
        head = f"Title: Статья {number}\nDescription: О чём она.\nDate: {day}\n"
        (blog / f"made-{number}.md").write_text("\n\n".join([head, *body]), "utf-8")


def room_of(function: object) -> str:
    """The room of a function, which settings may have filled in partly; empty for others."""
    while isinstance(function, partial):
        function = function.func
    module = getattr(function, "__module__", None) or ""
    return next((room for room in ROOMS if module.startswith(room)), "")


def _is_handler(function: object, module: str) -> bool:
    return (
        getattr(function, "__module__", "") == module
        and room_of(function) != ""
        and (getattr(function, "__name__", "") != "register")
    )


def watch(spent: Spent) -> None:
    """Measure the handlers of the rooms' plugins, and their functions in templates."""
    for room in ROOMS:
        if (ROOT / room.replace(".", "/") / "plugin.py").is_file():
            plugin = import_module(f"{room}.plugin")
            handlers = [f for f in vars(plugin).values() if _is_handler(f, plugin.__name__)]
            for handler in handlers:
                setattr(plugin, handler.__name__, spent.of(room, handler))
    read = pelican_bridge.settings_of

    def settings_of(
        file: str | Path, override: pelican_bridge.Settings | None = None
    ) -> pelican_bridge.Settings:
        settings = read(file, override)
        for kind in IN_TEMPLATES:
            rooms = {name: room_of(function) for name, function in settings[kind].items()}
            for name, room in rooms.items():
                if room:
                    settings[kind][name] = spent.of(room, settings[kind][name])
        return settings

    pelican_bridge.settings_of = settings_of


def cpu_seconds() -> float:
    """User and system seconds of this process and of those that it has waited for."""
    return sum(os.times()[:4])


def main() -> None:
    """Print the time of the build, and of it the time and the share of each room."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--words", type=int, default=800)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project(folder, asked.articles, asked.words)
        os.chdir(folder)
        spent = Spent()
        watch(spent)
        for stores in ("cold", "warm"):
            spent.seconds, begun = dict.fromkeys(ROOMS, 0.0), cpu_seconds()
            pelican_bridge.build(folder / "pelicanconf.py", folder / "output")
            whole = cpu_seconds() - begun
            print(f"{asked.articles} articles, stores {stores}: build {whole:.1f} s CPU")
            for room, seconds in spent.seconds.items():
                print(f"  {room} {seconds:.2f} s, {100 * seconds / whole:.1f} %")
            share = 100 * sum(spent.seconds.values()) / whole
            print(f"  together {share:.1f} %")


if __name__ == "__main__":
    main()
