"""The facts of one language gathered for a reader."""

from collections import Counter
from collections.abc import Iterable, Sequence

from plugins.documents import Site
from plugins.documents.stages import live
from plugins.keywords.groups import Group
from plugins.keywords.relevance_map import KeyPhrase
from plugins.keywords.study import Study
from plugins.reports.keywords.concerns import GAP, Concerns, Judgement, concerns, unanswered
from plugins.reports.keywords.counting import runs_in, runs_of
from plugins.reports.keywords.facts import (
    DocumentFacts,
    Elsewhere,
    Facts,
    GroupFacts,
    PhraseFacts,
    Places,
)
from plugins.reports.keywords.figures import number
from plugins.reports.keywords.names import State, page_names


def facts_of(study: Study, site: Site, judged: Iterable[Judgement], lang: str) -> Facts:
    """The part of a language out of its study and of what is wrong; `lang` is the reader's."""
    return _Gathering(study, site, lang).facts(concerns(study, judged))


class _Gathering:
    def __init__(self, study: Study, site: Site, lang: str) -> None:
        self.study, self.site, self.lang = study, site, lang

    def facts(self, about: Concerns) -> Facts:
        groups = self.study.groups
        pages = page_names("phrases", (f"{self.study.lang}-{g.head.phrase}" for g in groups))
        found = tuple(
            self._group(group, page, about.by_group.get(place, ()))
            for place, (group, page) in enumerate(zip(groups, pages, strict=True))
        )
        return Facts(self.study, found, self._documents(found, about))

    def _group(self, group: Group, page: str, judged: Sequence[Judgement]) -> GroupFacts:
        there = [source for source in group.documents if source in self.study.documents]
        document = there[0] if there else ""
        phrases = tuple(self._phrase(row, document) for row in group.phrases)
        return GroupFacts(
            group,
            number(group.frequency, self.lang),
            page,
            self._state(group, there),
            document,
            phrases,
            runs_of(phrases),
            judged if group.documents else self._of_gap(group, judged),
            self.study.anchors.get(document, ()),
        )

    def _of_gap(self, group: Group, judged: Sequence[Judgement]) -> Sequence[Judgement]:
        """What is said of a gap: that a document comes near, else that a brief lies ready."""
        known = self.study.documents.keys()
        if any(judgement.rule == GAP and judgement.names & known for judgement in judged):
            return judged
        others = (judgement for judgement in judged if judgement.rule != GAP)
        return [unanswered(group, self.study.file, self.lang), *others]

    def _state(self, group: Group, there: Sequence[str]) -> State:
        if not there:
            return State.LOST if group.documents else State.GAP
        reachable = any(live(self.study.documents[source], self.site.now) for source in there)
        return State.ANSWERED if reachable else State.PLANNED

    def _phrase(self, row: KeyPhrase, fallback: str) -> PhraseFacts:
        index = self.study.index[row]
        document = row.document if row.document in self.study.documents else fallback
        own: Places = ()
        others: list[tuple[int, str, Places]] = []
        forms: list[str] = []
        for source, places in self.study.where(index):
            runs = runs_in(places)
            if runs:
                forms += _forms(self.study.seen[source].sentences, places)
            if source == document:
                own = places
            else:
                others.append((-runs, source, places))
        others.sort(key=_most_first)
        return PhraseFacts(
            index,
            row,
            number(row.frequency, self.lang),
            document,
            own,
            tuple(Elsewhere(source, places, -runs) for runs, source, places in others),
            tuple(sorted(Counter(forms).items(), key=lambda form: (-form[1], form[0]))),
        )

    def _documents(self, groups: Sequence[GroupFacts], about: Concerns) -> dict[str, DocumentFacts]:
        owned: dict[str, list[GroupFacts]] = {}
        for group in groups:
            for source in group.group.documents:
                owned.setdefault(source, []).append(group)
        documents = self.study.documents
        pages = page_names(
            "documents", (source.removesuffix(".md").replace("/", "-") for source in documents)
        )
        return {
            source: DocumentFacts(
                document,
                page,
                live(document, self.site.now),
                self.study.seen[source].words,
                tuple(owned.get(source, ())),
                about.by_document.get(source, ()),
                self.study.anchors.get(source, ()),
            )
            for (source, document), page in zip(documents.items(), pages, strict=True)
        }


def _most_first(found: tuple[int, str, Places]) -> tuple[int, str]:
    return found[:2]


def _forms(sentences: Sequence[str], places: Places) -> list[str]:
    """The words met, in small letters; addresses are no forms."""
    return [
        sentences[s.sentence][s.start : s.end].lower()
        for s in places
        if not s.loose and s.zones != ("slug",)
    ]
