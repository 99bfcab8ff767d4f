"""How dense the phrases of a text are.

The share of a phrase is the words of the text that belong to its places (its number of places
times its own words), of 100 words of the body. So phrases of one, two and three words can be
measured alike: the densest ones of honest Russian texts have much the same share, whatever
their length. Loose places do not count, nor do title, description and alts.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from plugins.audit.subject import Subject
from plugins.documents import Document, live
from plugins.keywords.groups import Group
from plugins.keywords.sightings import Sighting
from plugins.keywords.study import Study
from plugins.language.messages import Message, counted, message
from plugins.words.tokens import tokens

# Fewer places than this are no pattern: short texts are not accused
LEAST = 5


@dataclass(frozen=True, eq=False)
class Density:
    """The places of a group in the body of a live document (`text` its words), in order."""

    study: Study
    document: Document
    group: Group
    places: tuple[Sighting, ...]
    text: int

    @property
    def share(self) -> float:
        """Words that belong to the places, of 100 words of the body."""
        return 100 * sum(place.size for place in self.places) / self.text

    @property
    def form(self) -> str:
        """The words of the first place, as they stand."""
        return self.study.seen[self.document.source].form(self.places[0])

    @property
    def line(self) -> int:
        """The line of the first place; 1 where markup hides it."""
        return self.document.line_of(self.form)

    def of_one_form(self) -> "Density":
        """The places that have the most frequent form, letter case aside."""
        seen = self.study.seen[self.document.source]
        by_form: defaultdict[str, list[Sighting]] = defaultdict(list)
        for place in self.places:
            by_form[" ".join(token.form for token in tokens(seen.form(place)))].append(place)
        most = max(by_form.values(), key=len)
        return Density(self.study, self.document, self.group, tuple(most), self.text)


@lru_cache(maxsize=2)
def densities(subject: Subject) -> tuple[Density, ...]:
    """Every group that stands in the body of a live document often enough to be judged."""
    return tuple(_densities(subject))


def _densities(subject: Subject) -> Iterator[Density]:
    for study in subject.studies:
        for source, document in study.documents.items():
            if live(document, subject.site.now):
                for head, sightings in study.groups_in(source).items():
                    if len(sightings) >= LEAST:
                        yield from _density(study, source, study.group_of[head])


def _density(study: Study, source: str, group: Group) -> Iterator[Density]:
    runs = study.runs(source, group)
    if len(runs) >= LEAST:
        yield Density(study, study.documents[source], group, runs, study.seen[source].words)


def above(found: Iterable[Density], bound: float) -> Iterator[Density]:
    """Those above a bound, the densest of a document first.

    Of phrases that share most of their places («печь», «сварная печь») the densest stands for all.
    """
    by_document: defaultdict[str, list[Density]] = defaultdict(list)
    for density in found:
        if density.share > bound:
            by_document[density.document.source].append(density)
    for dense in by_document.values():
        yield from _apart(sorted(dense, key=lambda d: (-d.share, d.group.head.line)))


def _apart(dense: Sequence[Density]) -> Iterator[Density]:
    taken: set[int] = set()
    for density in dense:
        words = [place.word + n for place in density.places for n in range(place.size)]
        if sum(word in taken for word in words) * 2 < len(words):
            yield density
        taken.update(words)


def how_dense(density: Density, bound: float) -> Message:
    """«9 times in 200 words: 9.0 % of the words, more than 6.5 %»."""
    times = counted("%(count)s time", "%(count)s times", len(density.places))
    words = counted("in %(count)s word", "in %(count)s words", density.text)
    return message(
        "%(times)s %(words)s: %(share)s %% of the words belong to it, more than %(bound)s %%",
        times=times,
        words=words,
        share=decimal(density.share),
        bound=decimal(bound),
    )


def decimal(value: float) -> Message:
    """A number with one decimal, its separator that of the reader's language."""
    whole, tenths = f"{value:.1f}".split(".")
    return message("%(whole)s.%(tenths)s", whole=whole, tenths=tenths)
