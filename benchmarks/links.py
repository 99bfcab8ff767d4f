"""What links of texts cost beside plain Pelican: the same articles, the same run, as a ratio.

    python benchmarks/links.py FOLDER_OF_MARKDOWN [--articles N] [--words N] [--phrases N]

Articles are recombined out of the texts of the folder as in benchmarks/related.py, phrases are
runs of two and three words in them, common and rare (benchmarks/keywords.py). Plain Pelican builds
the articles with its default settings and theme. Then the links are planned and put into bodies
that Markdown has made: cold, with nothing in .cache/; warm, all texts as they were. CPU time of
all processes counts; seconds on the clock stand beside it.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from markdown import Markdown

from benchmarks.keywords import owner_of, phrases_of, sentences_of
from benchmarks.related import NOW, Spent, articles_of, document, plain_build, questions, spent_by
from plugins.documents import Site
from plugins.documents.edits import edited
from plugins.internal_links import Linker, LinkSettings, linked_bodies
from plugins.words import analysis


def map_of(folder: Path, site: Site, count: int) -> bytes:
    """A relevance map: so many phrases of the texts, each with a document that holds it."""
    bodies = [document.body.lower() for document in site.documents]
    names = [document.source for document in site.documents]
    rows = ["phrase,document,frequency,group,note"]
    for number, phrase in enumerate(phrases_of(sentences_of(folder), count)):
        owner = owner_of(phrase, bodies, number * 7)
        at = int(owner.rpartition("/a")[2].removesuffix(".md")) if owner else 0
        rows.append(f"{phrase},{names[at] if owner else ''},{number},,")
    return "\n".join(rows).encode()


def told(name: str, site: Site, linker: Linker, plain: Spent) -> None:
    """Print what the links of a site take."""
    spent = spent_by(lambda: edited(site, [lambda found: linked_bodies(found, linker)]))
    plan = linker.plan(site)
    print(
        f"{name}: {spent.cpu:.2f} s CPU, {100 * spent.cpu / plain.cpu:.1f} % of the plain build; "
        f"{spent.clock:.2f} s on the clock, {100 * spent.clock / plain.clock:.1f} %; "
        f"{len(plan.links)} links, {len(plan.refused)} mentions that are none"
    )


def main() -> None:
    """Print what each run took, and its share of the plain build."""
    parser = questions(__doc__)
    parser.add_argument("--phrases", type=int, default=1000)
    asked = parser.parse_args()
    made = articles_of(asked)
    with tempfile.TemporaryDirectory() as folder:
        plain = spent_by(lambda: plain_build(made, Path(folder)))
        print(
            f"{asked.articles} articles; plain Pelican {plain.cpu:.1f} s CPU, {plain.clock:.1f} s"
        )
        cache = Path(folder, "cache")
        analysis.MEMORY_FILE = cache / "words.tsv"
        reader = Markdown(extensions=["extra"])
        site = Site(tuple(document(n, text, reader) for n, text in enumerate(made)), ("ru",), NOW)
        table = map_of(asked.folder, site, asked.phrases)
        for name in ("cold", "warm"):
            told(name, site, Linker({"ru": table}, LinkSettings(), cache=cache), plain)


if __name__ == "__main__":
    main()
