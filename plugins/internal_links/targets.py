"""Which document a phrase of the relevance map may be a link to, or by which rule it is not."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from plugins.documents import Document, Site, live
from plugins.documents.stages import Status
from plugins.internal_links.general_words import is_general
from plugins.internal_links.links import Rule
from plugins.keywords.relevance_map import KeyPhrase


@dataclass(frozen=True, eq=False)
class Targets:
    """The documents of a map; `frequency` of a source is that of all its phrases."""

    site: Site
    lang: str
    redirected: Collection[str]
    frequency: Mapping[str, int]

    def of(self, phrase: KeyPhrase) -> Document | None:
        """The document that the map names for a phrase, live or not."""
        return self.site.by_source.get(phrase.document)

    def rule_against(self, phrase: KeyPhrase) -> Rule | None:
        """Why the phrase is linked nowhere; None where it may be."""
        target = self.of(phrase)
        if target is None:
            return Rule.NO_DOCUMENT
        if not phrase.link:
            return Rule.PHRASE_OFF
        against = self._rule_against(target)
        general = against is None and not phrase.always and is_general(phrase, target)
        return Rule.GENERAL_WORD if general else against

    def _rule_against(self, target: Document) -> Rule | None:
        if target.lang != self.lang:
            return Rule.OTHER_LANGUAGE
        if not live(target, self.site.now):
            return Rule.NOT_LIVE
        if target.status is Status.HIDDEN:
            return Rule.HIDDEN
        if target.url in self.redirected:
            return Rule.REDIRECTED
        if not target.indexed:
            return Rule.NO_INDEX
        return None if target.links_in else Rule.TARGET_OFF


def targets(
    site: Site, lang: str, phrases: Iterable[KeyPhrase], redirected: Collection[str]
) -> Targets:
    """The targets of a map's phrases; `redirected` are addresses that send visitors on."""
    frequency: dict[str, int] = {}
    for phrase in phrases:
        frequency[phrase.document] = frequency.get(phrase.document, 0) + phrase.frequency
    return Targets(site, lang, redirected, frequency)
