"""What else could link where: the very sentence, and the words of it, for a writer's own hand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.documents import Document
from plugins.internal_links.graph import LinkGraph
from plugins.internal_links.links import LinkPlan, Refusal, Rule
from plugins.internal_links.markdown_places import line_in_markdown
from plugins.internal_links.nearness import MOST_NEAR, Nearness
from plugins.internal_links.ways import Related
from plugins.keywords.study import Study

# What keeps a machine back and need not keep a person: another place, another wording are theirs
SOFT = (Rule.PAGE_FULL, Rule.PARAGRAPH_FULL, Rule.FIRST_PARAGRAPH, Rule.ANCHOR_WORN)


@dataclass(frozen=True)
class Suggestion:
    """A sentence of a document that could link to a target.

    `words` are those to link, as they stand; where they do not stand together they are the phrase
    to write into the sentence (`rule` is None then). `rule` is what kept the engine back.
    """

    document: Document
    target: Document
    sentence: str
    words: str
    rule: Rule | None

    @cached_property
    def line(self) -> int:
        """The line of the document's file."""
        stand = self.words if self.rule else self.sentence
        return line_in_markdown(self.document, self.sentence, stand)

    @property
    def markdown(self) -> str:
        """The link, ready to be put in the place of the words."""
        words = " ".join(self.words.split()).replace("[", "\\[").replace("]", "\\]")
        return f"[{words}]({{filename}}/{self.target.source})"


@dataclass(frozen=True)
class Plan:
    """What can be done for a document that few texts link to.

    `near` are documents of its subject that could get a new sentence with a link to it.
    """

    target: Document
    suggestions: tuple[Suggestion, ...]
    near: tuple[Document, ...]


def suggestions(
    plan: LinkPlan, graph: LinkGraph, related: Related, studies: Sequence[Study] = ()
) -> tuple[Suggestion, ...]:
    """What could link: targets in need first, then the documents best to link from.

    For targets that no text links to, sentences with the words of a phrase apart come last.
    """
    known = {document.source for document in graph.documents}
    found: dict[tuple[str, str], Suggestion] = {}
    for suggestion in (*_refused(plan.refused), *_scattered(graph.orphans, studies)):
        ends = suggestion.document.source, suggestion.target.source
        taken = ends[1] in plan.linked.get(ends[0], ()) or ends[0] == ends[1]
        if not taken and known.issuperset(ends):
            found.setdefault(ends, suggestion)
    order = _Order(graph, related)
    return tuple(sorted(found.values(), key=order.place))


def plans(
    graph: LinkGraph, found: Iterable[Suggestion], related: Related, nearness: Nearness
) -> tuple[Plan, ...]:
    """The plan of each orphan and each weak document, orphans first, those far from home first."""
    by_target: dict[str, list[Suggestion]] = {}
    for suggestion in found:
        by_target.setdefault(suggestion.target.source, []).append(suggestion)
    far = len(graph.documents) + 1
    return tuple(
        _plan(target, by_target.get(target.source, ()), graph, related, nearness)
        for needy in (graph.orphans, graph.weak)
        for target in sorted(needy, key=lambda d: (-graph.depth.get(d.source, far), d.source))
    )


def _plan(
    target: Document,
    found: Sequence[Suggestion],
    graph: LinkGraph,
    related: Related,
    nearness: Nearness,
) -> Plan:
    """Documents near in content are looked for where no sentence is found."""
    linking = {document.source for document in graph.read_from[target.source]}
    near = [d for d in related.get(target.source, ()) if d.source not in linking][:MOST_NEAR]
    if not found and not near:
        near = list(nearness.near(target, lambda document: document.source not in linking))
    return Plan(target, tuple(found), tuple(near))


def _refused(refused: Iterable[Refusal]) -> Iterator[Suggestion]:
    """Mentions refused by soft rules: what is worth most at a place comes first."""
    for rule in SOFT:
        for refusal in refused:
            mention = refusal.mention
            if refusal.rule is rule and mention.target:
                yield Suggestion(
                    mention.document, mention.target, mention.sentence, mention.form, rule
                )


def _scattered(orphans: Iterable[Document], studies: Sequence[Study]) -> Iterator[Suggestion]:
    """Sentences in whose text the words of an orphan's phrase stand apart."""
    needy = {document.source: document for document in orphans}
    for study in studies:
        for index, phrase in enumerate(study.map.phrases):
            if target := needy.get(phrase.document):
                for source, sightings in study.where(index):
                    for s in sightings:
                        if s.loose and "body" in s.zones and "subheading" not in s.zones:
                            text = study.seen[source].sentences[s.sentence]
                            words = phrase.phrase.strip('"')
                            yield Suggestion(study.documents[source], target, text, words, None)


class _Order:
    """The order of suggestions: need of the target, closeness and weight of the document."""

    def __init__(self, graph: LinkGraph, related: Related) -> None:
        self.graph = graph
        self.closeness: Mapping[tuple[str, str], int] = {
            ends: place
            for source, documents in related.items()
            for place, other in enumerate(documents, -len(documents))
            for ends in ((source, other.source), (other.source, source))
        }

    def place(self, suggestion: Suggestion) -> tuple[object, ...]:
        source, target = suggestion.document, suggestion.target
        return (
            len(self.graph.read_from[target.source]),
            target.source,
            suggestion.rule is None,
            self.closeness.get((source.source, target.source), 0),
            source.category != target.category,
            -len(self.graph.read_from[source.source]),
            source.source,
        )
