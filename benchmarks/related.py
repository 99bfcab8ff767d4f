"""What related articles cost beside plain Pelican: the same articles, the same run, as a ratio.

    python benchmarks/related.py FOLDER_OF_MARKDOWN [--articles N] [--words N] [--seed N]

Makes articles by recombining: each takes the title and some paragraphs of one text of the folder
and paragraphs of others, until it has so many words. Plain Pelican builds them with its default
settings and theme. Then related articles are worked out from bodies that Pelican's Markdown has
made: cold, with nothing in .cache/; warm, all texts as they were; one text edited. CPU time of
all processes counts, once each; seconds on the clock stand beside it.
"""

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from os import times
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from markdown import Markdown

from plugins.documents import Document, Site, Status
from plugins.documents.front_matter import MOSCOW
from plugins.internal_links.related import related_articles
from plugins.internal_links.settings import LinkSettings
from plugins.words import analysis

NOW = datetime(2026, 11, 22, tzinfo=MOSCOW)
OWN_SHARE = 0.5


class Text(NamedTuple):
    """A text of the folder."""

    title: str
    paragraphs: list[str]


class Article(NamedTuple):
    """An article made of several texts."""

    title: str
    date: datetime
    markdown: str


class Spent(NamedTuple):
    """Seconds of CPU in all processes, and on the clock."""

    cpu: float
    clock: float


def texts_of(folder: Path) -> list[Text]:
    """Titles and paragraphs of the Markdown files, headings, lists and code among them."""
    found = []
    for file in sorted(folder.rglob("*.md")):
        head, _, body = file.read_text("utf-8").partition("\n\n")
        title = re.search(r"^Title: *(.+)$", head, re.MULTILINE | re.IGNORECASE)
        paragraphs = [part for part in re.split(r"\n{2,}", body) if part.strip()]
        if title and paragraphs:
            found.append(Text(title[1], paragraphs))
    return found


def recombined(number: int, texts: list[Text], words: int, chance: random.Random) -> Article:
    """An article: half of its paragraphs out of one text, the others out of three."""
    own, *others = chance.sample(texts, min(4, len(texts)))
    parts: list[str] = []
    while sum(len(part.split()) for part in parts) < words:
        text = own if chance.random() < OWN_SHARE or not others else chance.choice(others)
        parts.append(chance.choice(text.paragraphs))
    fences = sum(part.count("```") for part in parts)
    body = "\n\n".join([*parts, *(["```"] if fences % 2 else [])])
    return Article(f"{own.title} {number}", NOW - timedelta(days=number % 1500), body)


def questions(what: str) -> argparse.ArgumentParser:
    """What to ask whoever runs a benchmark of recombined articles."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--words", type=int, default=800)
    parser.add_argument("--seed", type=int, default=1)
    return parser


def articles_of(asked: argparse.Namespace) -> list[Article]:
    """As many articles as were asked for, of so many words."""
    chance, texts = random.Random(asked.seed), texts_of(asked.folder)
    return [recombined(number, texts, asked.words, chance) for number in range(asked.articles)]


def spent_by(action: Callable[[], object]) -> Spent:
    """What an action takes."""
    before, begun = times(), time.perf_counter()
    action()
    after = times()
    cpu = sum(after[:4]) - sum(before[:4])
    return Spent(cpu, time.perf_counter() - begun)


def plain_build(articles: list[Article], folder: Path) -> None:
    """Pelican with its defaults; a failing build ends the benchmark."""
    content = folder / "content"
    content.mkdir()
    for number, article in enumerate(articles):
        head = f"Title: {article.title}\nDate: {article.date:%Y-%m-%d}\nSlug: a{number}\n\n"
        (content / f"a{number}.md").write_text(head + article.markdown, "utf-8")
    command = [sys.executable, "-m", "pelican", "content", "-o", "output"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def document(number: int, article: Article, reader: Markdown) -> Document:
    """An article as the build reads it."""
    name, body = f"a{number:05}", reader.reset().convert(article.markdown)
    source, file = f"ru/blog/{name}.md", f"{name}/index.html"
    return Document(
        source=source,
        lang="ru",
        kind="article",
        title=article.title,
        description="",
        url=f"{name}/",
        save_as=file,
        status=Status.PUBLISHED,
        published=article.date,
        modified=None,
        body=body,
    )


def main() -> None:
    """Print what each run took, and its share of the plain build."""
    asked = questions(__doc__).parse_args()
    made = articles_of(asked)
    with tempfile.TemporaryDirectory() as folder:
        plain = spent_by(lambda: plain_build(made, Path(folder)))
        print(f"{asked.articles} articles; plain Pelican {plain.cpu:.1f} s CPU", flush=True)
        cache = Path(folder, "cache")
        analysis.MEMORY_FILE = cache / "words.tsv"
        reader = Markdown(extensions=["extra"])
        documents = [document(number, article, reader) for number, article in enumerate(made)]
        edited = document(0, made[-1], reader)
        for name, read in (
            ("cold", documents),
            ("warm", documents),
            ("one edited", [edited, *documents[1:]]),
        ):
            site = Site(tuple(read), ("ru",), NOW)
            told(name, site, cache, plain)


def told(name: str, site: Site, cache: Path, plain: Spent) -> None:
    """Print what related articles of a site take."""
    found: list[int] = []

    def work() -> None:
        related = related_articles(site, LinkSettings(), {}, cache)
        found.extend(len(articles) for articles in related.values())

    spent = spent_by(work)
    share, average = spent.cpu / plain.cpu, sum(found) / len(found)
    print(
        f"{name}: {spent.cpu:.2f} s CPU, {100 * share:.1f} % of the plain build "
        f"({spent.clock:.2f} s on the clock); {average:.2f} related articles each"
    )


if __name__ == "__main__":
    main()
