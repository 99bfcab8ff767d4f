"""Which of the mentions that may be links become links: page by page, then anchors by target."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from plugins.documents import Document
from plugins.internal_links.anchors import anchor_of, kept, may_have
from plugins.internal_links.links import HandLink, Mention, Refusal, Rule
from plugins.internal_links.settings import LinkSettings


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that no rule of its place or of its target forbids; `words` of its phrase."""

    mention: Mention
    target: Document
    words: int
    frequency: int
    is_part: bool


@dataclass(slots=True)
class _Page:
    """What a page has: room for links; what is chosen, by target and by paragraph."""

    room: int
    candidates: Sequence[Candidate]
    by_target: dict[str, Candidate] = field(default_factory=dict)
    by_paragraph: dict[int, list[Candidate]] = field(default_factory=dict)

    def take(self, candidate: Candidate) -> None:
        """One link more."""
        self.by_target[candidate.target.source] = candidate
        self.by_paragraph.setdefault(candidate.mention.paragraph, []).append(candidate)

    def take_back(self, candidate: Candidate) -> None:
        """One link fewer."""
        del self.by_target[candidate.target.source]
        self.by_paragraph[candidate.mention.paragraph].remove(candidate)

    def has(self, candidate: Candidate) -> bool:
        """Whether the candidate is chosen."""
        return self.by_target.get(candidate.target.source) is candidate

    def rule_against(self, candidate: Candidate, settings: LinkSettings) -> Rule | None:
        """Why the page takes no such link, as far as the page alone decides."""
        if candidate.target.source in self.by_target:
            return Rule.LINKED_ALREADY
        beside = self.by_paragraph.get(candidate.mention.paragraph, ())
        if len(beside) >= settings.per_paragraph or any(_meet(c, candidate) for c in beside):
            return Rule.PARAGRAPH_FULL
        return Rule.PAGE_FULL if len(self.by_target) >= self.room else None


def _meet(one: Candidate, other: Candidate) -> bool:
    a, b = one.mention, other.mention
    return a.start < b.end and b.start < a.end


class _Incoming:
    """The anchors of each target's incoming links, made by hand and by us."""

    def __init__(self, by_hand: Iterable[HandLink]) -> None:
        self.by_hand: dict[str, Counter[str]] = {}
        for link in by_hand:
            self.by_hand.setdefault(link.target.source, Counter())[anchor_of(link.text)] += 1
        self.all = {source: counter.copy() for source, counter in self.by_hand.items()}

    def anchors(self, target: Document) -> Counter[str]:
        """How often each anchor leads to a target."""
        return self.all.setdefault(target.source, Counter())

    def add(self, candidate: Candidate, times: int = 1) -> None:
        """One link more, or one fewer."""
        self.anchors(candidate.target)[anchor_of(candidate.mention.form)] += times

    def is_fresh(self, candidate: Candidate, settings: LinkSettings) -> bool:
        """Whether one link more leaves each anchor of its target its share."""
        anchors = +self.anchors(candidate.target)
        return may_have(anchors, anchor_of(candidate.mention.form), settings)

    def rank(self, candidate: Candidate) -> tuple[int | str, ...]:
        """What is linked first has the smallest rank."""
        anchors, mention = self.anchors(candidate.target), candidate.mention
        return (
            -candidate.words,
            -candidate.target.links_in,
            anchors.total(),
            -candidate.frequency,
            candidate.target.source,
            candidate.is_part,
            anchors[anchor_of(mention.form)],
            mention.start,
        )


def chosen(
    candidates: Mapping[Document, Sequence[Candidate]],
    by_hand: Mapping[Document, Sequence[HandLink]],
    settings: LinkSettings,
) -> tuple[list[Mention], list[Refusal]]:
    """The links and the candidates that are none, page by page in the order given.

    A page gets the longest phrase first, then the target in need (its priority, few incoming
    links, frequency of its phrases), then the place where a word is no part of a larger term,
    then the anchor used least, then the first place. Links that wear an anchor out are taken
    back, and their pages are looked through until no link more fits.
    """
    incoming = _Incoming(link for links in by_hand.values() for link in links)
    pages = {d: _Page(_room(d, settings), found) for d, found in candidates.items()}
    for page in pages.values():
        _fill(page, incoming, settings)
    losers = list(_take_back(pages.values(), incoming, settings))
    links, before = _count(losers), -1
    while links != before:
        # Each link more leaves its target room for other anchors
        for page in losers:
            _fill(page, incoming, settings, lambda c: incoming.is_fresh(c, settings))
        links, before = _count(losers), links
    return _decided(pages.values(), settings)


def _count(pages: Iterable[_Page]) -> int:
    return sum(len(page.by_target) for page in pages)


def _room(document: Document, settings: LinkSettings) -> int:
    """How many links a page may get, those made by hand counted, whatever they lead to."""
    return document.words // settings.words_per_link - len(document.links)


def _fill(
    page: _Page,
    incoming: _Incoming,
    settings: LinkSettings,
    allowed: Callable[[Candidate], bool] = lambda _: True,
) -> None:
    for candidate in sorted(page.candidates, key=incoming.rank):
        if len(page.by_target) >= page.room:
            break
        if page.rule_against(candidate, settings) is None and allowed(candidate):
            page.take(candidate)
            incoming.add(candidate)


def _take_back(
    pages: Iterable[_Page], incoming: _Incoming, settings: LinkSettings
) -> Iterator[_Page]:
    """Undo the links that wear an anchor out; gives the pages that lost one."""
    by_target: dict[str, list[tuple[str, tuple[_Page, Candidate]]]] = {}
    for page in pages:
        for candidate in page.by_target.values():
            made = (anchor_of(candidate.mention.form), (page, candidate))
            by_target.setdefault(candidate.target.source, []).append(made)
    losers: dict[int, _Page] = {}
    for source, links in sorted(by_target.items()):
        stay = kept(incoming.by_hand.get(source, Counter()), links, settings)
        staying = {id(candidate) for _, candidate in stay}
        for _, (page, candidate) in links:
            if id(candidate) not in staying:
                page.take_back(candidate)
                incoming.add(candidate, -1)
                losers[id(page)] = page
    yield from losers.values()


def _decided(pages: Iterable[_Page], settings: LinkSettings) -> tuple[list[Mention], list[Refusal]]:
    links: list[Mention] = []
    refused: list[Refusal] = []
    for page in pages:
        links += sorted(
            (c.mention for c in page.by_target.values()), key=lambda mention: mention.start
        )
        for candidate in page.candidates:
            if not page.has(candidate):
                rule = page.rule_against(candidate, settings) or Rule.ANCHOR_WORN
                refused.append(Refusal(candidate.mention, rule))
    return links, refused
