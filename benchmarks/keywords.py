"""How long facts, judgements and the report of key phrases take, cold and warm.

    python benchmarks/keywords.py [FOLDER_OF_TEXTS] [--articles N] [--words N] [--phrases N]

Makes articles out of the sentences of the texts (*.md, *.txt; content/ by default), shuffled,
and phrases out of the runs of two and three words in them, common and rare. Cold begins without
anything in .cache/, warm is the next run in another process; one changed is a third, after an edit
of one article. Beside them stands what plain first-parse pymorphy3 with a cache takes to find the
dictionary forms of the same words. Reading the site (Pelican's Markdown) is not counted.
"""

import argparse
import collections
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from pymorphy3 import MorphAnalyzer

from plugins.audit import Subject, audit
from plugins.audit.checks import PHRASE_CHECKS
from plugins.company import Company
from plugins.documents import Document, Site, Status
from plugins.documents.front_matter import MOSCOW
from plugins.keywords.study import studies
from plugins.reports.keywords import write_keywords
from plugins.words import analysis

NOW = datetime(2026, 11, 22, tzinfo=MOSCOW)
WORD = re.compile("[а-яё]+")
LEAST_LETTERS = 5


def sentences_of(folder: Path) -> list[str]:
    """Sentences of three words or more."""
    files = sorted(file for kind in ("md", "txt") for file in folder.rglob(f"*.{kind}"))
    text = "\n".join(file.read_text("utf-8", errors="replace") for file in files)
    parts = re.split(r"(?<=[.!?])\s+|\n+", text.replace("<", " ").replace("&", " "))
    return [part for part in parts if len(WORD.findall(part.lower())) > 2]


def phrases_of(sentences: list[str], count: int) -> list[str]:
    """Runs of two and three words that begin and end with a long word, common ones and rare."""
    runs: collections.Counter[str] = collections.Counter()
    for sentence in sentences:
        words = WORD.findall(sentence.lower())
        for size in (2, 3):
            for at in range(len(words) - size + 1):
                run = words[at : at + size]
                if min(len(run[0]), len(run[-1])) >= LEAST_LETTERS:
                    runs[" ".join(run)] += 1
    ranked = [phrase for phrase, _ in runs.most_common()]
    return ranked[:: max(1, len(ranked) // count)][:count]


def article(number: int, sentences: list[str], words: int, chance: random.Random) -> Document:
    """An article of about so many words."""
    blocks: list[str] = []
    while sum(len(block.split()) for block in blocks) < words:
        block = " ".join(chance.choices(sentences, k=4))
        heading = " ".join(block.split()[:4])
        blocks.append(f"<h2>{heading}</h2>\n<p>{block}</p>")
    first = chance.choice(sentences)
    return Document(
        f"ru/blog/a{number}.md",
        "ru",
        "article",
        first[:70],
        first[:150],
        f"a{number}/",
        f"a{number}/index.html",
        Status.PUBLISHED,
        NOW,
        None,
        "\n".join(blocks),
    )


def owner_of(phrase: str, bodies: list[str], start: int) -> str:
    """The first article from a place on that has the phrase as it stands; "" where none has."""
    places = (at % len(bodies) for at in range(start, start + len(bodies)))
    at = next((at for at in places if phrase in bodies[at]), None)
    return "" if at is None else f"ru/blog/a{at}.md"


def made(asked: argparse.Namespace) -> tuple[Site, bytes]:
    """The site and its relevance map; two phrases of three have a document, which has them."""
    chance, sentences = random.Random(1), sentences_of(asked.folder)
    documents = [article(n, sentences, asked.words, chance) for n in range(asked.articles)]
    bodies = [document.body.lower() for document in documents]
    rows = ["phrase,document,frequency,group,note"]
    for number, phrase in enumerate(phrases_of(sentences, asked.phrases)):
        start = chance.randrange(asked.articles)
        owner = owner_of(phrase, bodies, start) if number % 3 else ""
        rows.append(f"{phrase},{owner},{chance.randrange(1, 5000)},,")
    if asked.edited:
        documents[0] = article(0, sentences, asked.words, random.Random(2))
    return Site(tuple(documents), ("ru",), NOW), "\n".join(rows).encode()


def measure(asked: argparse.Namespace) -> None:
    """One run in this process: prints the seconds of facts, judgements and report."""
    analysis.MEMORY_FILE = asked.cache / "words.tsv"
    site, data = made(asked)
    begun = time.perf_counter()
    found = studies(site, {"ru": data}, asked.cache)
    studied = time.perf_counter()
    company = Company.model_construct()  # type: ignore[call-arg]
    findings = audit(
        Subject(site, company, "https://example.com", (), studies=found), PHRASE_CHECKS
    )
    judged = time.perf_counter()
    write_keywords(asked.cache / "report", found, findings, site, "ru")
    told = time.perf_counter()
    places = sum(len(seen.sightings) for study in found for seen in study.seen.values())
    print(*(f"{spent:.2f}" for spent in (studied - begun, judged - studied, told - judged)), places)


def first_parse(asked: argparse.Namespace) -> float:
    """Seconds that plain first-parse pymorphy3 takes for the same words."""
    site, _ = made(asked)
    analyzer = MorphAnalyzer()

    @lru_cache(None)
    def lemma(form: str) -> str:
        return str(analyzer.parse(form)[0].normal_form)

    begun = time.perf_counter()
    for document in site.documents:
        for word in re.finditer(r"[^\W_]+(?:-[^\W_]+)*", document.body):
            lemma(word[0].lower())
    return time.perf_counter() - begun


def main() -> None:
    """Print what each run took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("content"))
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--words", type=int, default=800)
    parser.add_argument("--phrases", type=int, default=1000)
    parser.add_argument("--cache", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--edited", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.cache:
        return measure(asked)
    plain = first_parse(asked)
    print(f"plain first parse: {plain:.2f} s")
    with tempfile.TemporaryDirectory() as cache:
        for name, more in (("cold", []), ("warm", []), ("one changed", ["--edited"])):
            command = [sys.executable, __file__, *sys.argv[1:], "--cache", cache, *more]
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path[1:])}
            done = subprocess.run(command, capture_output=True, env=environment, check=False)
            if done.returncode:
                sys.exit(done.stderr.decode())
            *parts, places = (float(part) for part in done.stdout.split())
            facts, judgements, report = parts
            print(
                f"{name}: {sum(parts):.2f} s (facts {facts:.2f}, judgements {judgements:.2f}, "
                f"report {report:.2f}; {places:.0f} places), "
                f"{sum(parts) / plain:.2f} of plain first parse"
            )
    return None


if __name__ == "__main__":
    main()
