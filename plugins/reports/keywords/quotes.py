"""The sentences that hold a phrase, with the words met marked."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup, escape

from plugins.keywords.phrases import Phrase, fits
from plugins.keywords.sentences import FUNCTION_WORDS
from plugins.keywords.sightings import DocumentSightings, Sighting
from plugins.language.messages import message
from plugins.reports.keywords.names import narrow, zone_names
from plugins.words.analysis import readings_of
from plugins.words.tokens import tokens

Span = tuple[int, int]
SCATTERED = message("scattered")


class Tongue(NamedTuple):
    """The language of the phrases, and the reader's."""

    text: str
    reader: str


def quotes(
    seen: DocumentSightings, places: Iterable[Sighting], phrase: Phrase, tongue: Tongue
) -> Markup:
    """The items of a list: each sentence of these places once, with its zones.

    Sentences that hold the phrase as a run come first, in the order of the document.
    """
    found: dict[tuple[bool, int], list[Sighting]] = {}
    for sighting in places:
        found.setdefault((sighting.loose, sighting.sentence), []).append(sighting)
    items = (
        _item(seen.sentences[sentence], here, phrase, tongue)
        for (_, sentence), here in sorted(found.items(), key=_runs_first)
    )
    return Markup("\n".join(items))


def _runs_first(found: tuple[tuple[bool, int], object]) -> bool:
    return found[0][0]


def _item(sentence: str, places: Sequence[Sighting], phrase: Phrase, tongue: Tongue) -> str:
    loose = places[0].loose
    if loose:
        text = marked(sentence, _words(sentence, phrase, tongue.text))
    else:
        text = marked(sentence, [(s.start, s.end) for s in places])
    zones = frozenset(zone for s in places for zone in narrow(s.zones))
    where = _where(zones, loose, tongue.reader)
    return f'<li><span lang="{tongue.text}">{text}</span> <span class="quiet">{where}</span></li>'


@lru_cache(maxsize=1 << 10)
def _where(zones: frozenset[str], loose: bool, lang: str) -> Markup:
    names = zone_names(zones, lang)
    return escape(f"{names}, {SCATTERED.in_language(lang)}" if loose else names)


def marked(text: str, spans: Iterable[Span]) -> str:
    """A text as HTML, these places of it in <mark>; places that touch or overlap become one."""
    parts, at = [], 0
    for start, end in _joined(spans):
        parts += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return "".join([*parts, escape(text[at:])])


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _words(sentence: str, phrase: Phrase, lang: str) -> Iterator[Span]:
    """The words of a phrase that stand apart in a sentence; prepositions would say nothing."""
    words = [word for word in phrase.words if not _is_small(word.form, lang)]
    for token in tokens(sentence):
        if any(fits(word, token.form, lang) for word in words):
            yield token.start, token.end


@lru_cache(maxsize=1 << 12)
def _is_small(form: str, lang: str) -> bool:
    """Whether the form may be a preposition, a conjunction or a particle."""
    return any(reading.grammemes & FUNCTION_WORDS for reading in readings_of(form, lang))
