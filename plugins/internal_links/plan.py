"""Which links a Site's texts get: every mention is judged, the best are chosen, all is told."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path
from weakref import WeakKeyDictionary

from plugins.documents import Document, Site
from plugins.documents.addresses import Redirect
from plugins.documents.edits import Edit
from plugins.documents.moved import in_force
from plugins.internal_links.by_hand import addresses, links_by_hand
from plugins.internal_links.choosing import Candidate, chosen
from plugins.internal_links.general_words import common_words, is_goods, is_name
from plugins.internal_links.ground import MARK
from plugins.internal_links.kept_places import places_in
from plugins.internal_links.links import LinkPlan, Mention, Refusal, Rule
from plugins.internal_links.mentions import Asked, Place
from plugins.internal_links.settings import LinkSettings
from plugins.internal_links.targets import Targets, targets
from plugins.keywords.relevance_map import KeyPhrase, read_map

NEAR = 80
_LINK = re.compile(r"<a[\s>]", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Linker:
    """The setting LINKER: what the links of texts are made by, and the plan of a Site, made once.

    `maps` are the bytes of the relevance map of each language; `site_address` is
    `https://firm.ru`.
    """

    maps: Mapping[str, bytes]
    settings: LinkSettings
    site_address: str = ""
    redirects: tuple[Redirect, ...] = ()
    cache: Path | None = None
    plans: WeakKeyDictionary[Site, LinkPlan] = field(default_factory=WeakKeyDictionary)

    def plan(self, site: Site) -> LinkPlan:
        """What is decided about the links of a Site's texts."""
        if site not in self.plans:
            self.plans[site] = link_plan(site, self)
        return self.plans[site]


def linked_bodies(site: Site, linker: Linker) -> Iterator[Edit]:
    """A body editor: mentions of key phrases become links, two insertions each."""
    mark = f" {MARK}" if linker.settings.mark else ""
    for link in linker.plan(site).links:
        if link.target is not None:
            href = escape("{filename}/" + link.target.source)
            yield Edit(link.document, link.start, link.start, f'<a href="{href}"{mark}>')
            yield Edit(link.document, link.end, link.end, "</a>")


def link_plan(site: Site, linker: Linker) -> LinkPlan:
    """Every mention of every phrase in live texts: a link, or why not."""
    known = addresses(site, linker.site_address, in_force(site, linker.redirects))
    documents = sorted((d for d in site.live if d.kind != "error"), key=lambda d: d.source)
    by_hand = {document: tuple(links_by_hand(known, document)) for document in documents}
    candidates: dict[Document, list[Candidate]] = {}
    refused: list[Refusal] = []
    for lang, data in linker.maps.items():
        judge = _judge(site, lang, data, linker, known.redirects)
        texts = [document for document in documents if document.lang == lang]
        found = list(places_in([d.body for d in texts], judge.asked, linker.cache))
        judge = replace(judge, common=common_words(found, linker.settings.common_share))
        for document, here in zip(texts, found, strict=True):
            linked = frozenset(link.target.source for link in by_hand[document])
            for judged in judge.mentions(document, here, linked):
                if isinstance(judged, Refusal):
                    refused.append(judged)
                else:
                    candidates.setdefault(document, []).append(judged)
    links, more = chosen(candidates, by_hand, linker.settings)
    told = sorted([*refused, *more], key=lambda r: (r.mention.document.source, r.mention.start))
    hand_made = (link for document in documents for link in by_hand[document])
    return LinkPlan(tuple(links), tuple(told), tuple(hand_made))


@dataclass(frozen=True, eq=False)
class _Judge:
    """What decides about mentions in the texts of one language."""

    phrases: Sequence[KeyPhrase]
    against: Sequence[Rule | None]
    targets: Targets
    asked: Asked
    settings: LinkSettings
    common: frozenset[int] = frozenset()

    def mentions(
        self, document: Document, here: Iterable[Place], linked: frozenset[str]
    ) -> Iterator[Candidate | Refusal]:
        """Each mention in a document: one that may be a link, or why it is none."""
        for place in here:
            phrase = self.phrases[place.phrases[0]]
            target = self.targets.of(phrase)
            mention = _mention(document, phrase, target, place)
            rule = self._rule(mention, place, linked)
            if rule is None and target is not None:
                frequency = self.targets.frequency[phrase.document]
                yield Candidate(mention, target, place.words, frequency, place.is_part)
            else:
                yield Refusal(mention, rule or Rule.NO_DOCUMENT)

    def _rule(self, mention: Mention, place: Place, linked: frozenset[str]) -> Rule | None:
        document, target = mention.document, mention.target
        closed = not self.settings.first_paragraph and place.is_first
        rules = (
            (not document.links_out, Rule.PAGE_OFF),
            (target is document, Rule.ITSELF),
            (len({self.phrases[at].document for at in place.phrases}) > 1, Rule.TWO_DOCUMENTS),
            (True, self.against[place.phrases[0]]),
            (any(self.against[at] is None for at in place.covered), Rule.LONGER_PHRASE),
            (True, place.rule),
            (place.is_part and self._is_term(place, target), Rule.PART_OF_TERM),
            (self._is_common(place, target), Rule.GENERAL_WORD),
            (closed, Rule.FIRST_PARAGRAPH),
            (target is not None and target.source in linked, Rule.LINKED_BY_HAND),
            (_is_beside_link(mention), Rule.BESIDE_LINK),
        )
        return next((rule for holds, rule in rules if holds and rule), None)

    def _is_common(self, place: Place, target: Document | None) -> bool:
        """Whether one word stands on so many pages that it tells none of them apart."""
        at = place.phrases[0]
        return at in self.common and not self.phrases[at].always and not is_goods(target)

    def _is_term(self, place: Place, target: Document | None) -> bool:
        """Whether a larger term around a word is another thing: goods keep their names in it."""
        phrase = self.phrases[place.phrases[0]]
        return not phrase.always and not is_name(phrase) and not is_goods(target)


def _judge(
    site: Site, lang: str, data: bytes, linker: Linker, redirected: Mapping[str, str]
) -> _Judge:
    known = {document.url: document.source for document in site.documents}
    file = f"content/{lang}/keywords.csv"
    rows = read_map(data, file, lang, site.by_source, known).phrases
    phrases = [row for row in rows if row.document]
    found = targets(site, lang, phrases, redirected)
    asked = Asked(lang, tuple(row.phrase for row in phrases), linker.settings.closed)
    against = [found.rule_against(phrase) for phrase in phrases]
    return _Judge(phrases, against, found, asked, linker.settings)


def _mention(
    document: Document, phrase: KeyPhrase, target: Document | None, place: Place
) -> Mention:
    return Mention(
        document,
        phrase,
        target,
        place.start,
        place.end,
        place.form,
        place.sentence,
        place.paragraph,
    )


def _is_beside_link(mention: Mention) -> bool:
    body = mention.document.body
    before = body[max(0, mention.start - NEAR) : mention.start].rstrip()
    after = body[mention.end : mention.end + NEAR].lstrip()
    return before.lower().endswith("</a>") or bool(_LINK.match(after))
