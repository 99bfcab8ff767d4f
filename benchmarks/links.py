"""How much links of texts cost beside plain Pelican: the same articles, the same run, as a ratio.

    python benchmarks/links.py [FOLDER_OF_TEXTS] [--articles N] [--words N] [--phrases N]

Makes articles out of the sentences of the texts (*.md, *.txt; content/ by default), shuffled, and
phrases out of runs of two and three words in them (benchmarks/keywords.py). Plain Pelican builds
them with its default settings and theme; the plan of links and the edited bodies of the same
articles are made in another process, cold (nothing in .cache/), then warm. Seconds of wall time.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.keywords import NOW, article, owner_of, phrases_of, sentences_of
from plugins.documents import Site
from plugins.documents.edits import edited
from plugins.internal_links import Linker, LinkSettings, linked_bodies


def site_of(options: argparse.Namespace) -> tuple[Site, bytes]:
    """The articles and the map of phrases, the same for the same options."""
    sentences, chance = sentences_of(Path(options.folder)), random.Random(1)
    documents = [article(n, sentences, options.words, chance) for n in range(options.articles)]
    phrases, bodies = phrases_of(sentences, options.phrases), [d.body for d in documents]
    rows = [f"{p},{owner_of(p, bodies, n * 7)},{n}" for n, p in enumerate(phrases)]
    head = "phrase,document,frequency"
    table = "\n".join([f"{head},group,note", *(f"{row},," for row in rows)]).encode()
    return Site(tuple(documents), ("ru",), NOW), table


def plain_seconds(site: Site, folder: Path) -> float:
    """What plain Pelican takes to build the same texts."""
    content = folder / "content"
    content.mkdir()
    for document in site.documents:
        body = document.body.replace("<h2>", "## ").replace("</h2>", "\n")
        text = body.replace("<p>", "").replace("</p>", "\n")
        head = f"Title: {document.title}\nDate: 2026-01-01\nSlug: {document.url[:-1]}\n\n"
        (content / Path(document.source).name).write_text(head + text, "utf-8")
    start = time.perf_counter()
    command = [sys.executable, "-m", "pelican", "content", "-o", "output"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start


def links_seconds(options: argparse.Namespace, cache: Path) -> tuple[float, int]:
    """The time of a plan and its edits in this process, and how many links there are."""
    site, table = site_of(options)
    linker = Linker({"ru": table}, LinkSettings(), cache=cache)
    start = time.perf_counter()
    edited(site, [lambda found: linked_bodies(found, linker)])
    return time.perf_counter() - start, len(linker.plan(site).links)


def main() -> None:
    """Print the times and the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default="content")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--words", type=int, default=800)
    parser.add_argument("--phrases", type=int, default=1000)
    parser.add_argument("--cache", default="")
    options = parser.parse_args()
    if options.cache:
        seconds, links = links_seconds(options, Path(options.cache))
        print(seconds, links)
        return
    with tempfile.TemporaryDirectory() as folder:
        plain = plain_seconds(site_of(options)[0], Path(folder))
        print(f"{options.articles} articles, plain Pelican: {plain:.1f} s")
        for name in ("cold", "warm"):
            command = [sys.executable, *sys.argv, "--cache", f"{folder}/cache"]
            environment = {**os.environ, "PYTHONPATH": "."}
            done = subprocess.run(command, check=True, capture_output=True, env=environment)
            spent, count = done.stdout.split()
            share = float(spent) / plain
            print(f"links {name}: {float(spent):.1f} s, {share:.0%}; {int(count)} links")


if __name__ == "__main__":
    main()
