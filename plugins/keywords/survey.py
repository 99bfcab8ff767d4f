"""The sightings in many documents: those kept from the last run, the others on every core."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from plugins.keywords.kept_sightings import ROOMS, Asked, decoded, digest_of, encoded
from plugins.keywords.phrases import phrase_list
from plugins.keywords.sightings import DocumentSightings, Texts, Wanted, sightings_in
from plugins.words.many_texts import Store, Work, key_of, read_many

Progress = Callable[[float], None]
# A worker takes as long to start as so many documents take to read
WORTH_A_WORKER = 100


def survey(
    texts: Sequence[Texts],
    asked: Asked,
    cache: Path | None = None,
    progress: Progress = lambda _: None,
) -> dict[str, DocumentSightings]:
    """The sightings in each text, by its source.

    `cache` is a folder; what stands there is used where the text, what is asked and the rules
    are the same, and what the site has now is kept there. `progress` takes the share done.
    """
    store = Store(cache / f"keywords-{asked.lang}.tsv", key_of(asked, ROOMS)) if cache else None
    work = Work(digest_of, partial(_lines, asked), decoded, WORTH_A_WORKER)
    return {seen.source: seen for seen in read_many(texts, work, store, progress)}


def _lines(asked: Asked, texts: Sequence[Texts]) -> Iterator[str]:
    """Runs in a worker: a line of JSON a text."""
    wanted = Wanted(phrase_list(asked.phrases, asked.lang), frozenset(asked.words))
    return (encoded(sightings_in(text, wanted)) for text in texts)
