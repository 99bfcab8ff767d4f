"""Sentences of the pages that hold numbers, in the reader's language."""

from dataclasses import dataclass, field

from markupsafe import Markup

from plugins.documents import Site
from plugins.keywords.evidence import Evidence
from plugins.keywords.study import Anchor
from plugins.language.messages import Message, message
from plugins.language.numbers import date, language_name
from plugins.language.problems import Severity
from plugins.reports.audit import NAMES
from plugins.reports.keywords.dots import places_of
from plugins.reports.keywords.facts import DocumentFacts, Facts, GroupFacts, PhraseFacts
from plugins.reports.keywords.figures import number, share
from plugins.reports.keywords.names import STATES, State, narrow, zone_names
from plugins.reports.keywords.part import Part
from plugins.reports.keywords.picture import KINDS, Kind, Picture

HELD = {
    "title": message("in the title"),
    "subheading": message("in subheadings"),
    "body": message("in the text"),
}


_LINK = Markup('<a href="%s%s" lang="%s">%s</a> %s')
_PATH = Markup('<code class="path">%s</code>')
_NOT_LIVE = Markup(' <span class="mild">%s</span>')


def path(source: str) -> Markup:
    """A file below content/ that may break after each slash: HTML."""
    return _PATH % Markup("/<wbr>").join(source.split("/"))


@dataclass(frozen=True)
class Wording:
    """Sentences for a reader of a language (ISO 639-1 code)."""

    lang: str

    links: dict[tuple[str, str], Markup] = field(default_factory=dict, compare=False)

    def link(self, found: DocumentFacts, root: str) -> Markup:
        """A document by its title, its file, and whether readers can reach it yet: HTML.

        The dearest thing of the report, for it stands in every row: made once for each `root`.
        """
        document = found.document
        made = self.links.get((root, document.source))
        if made is None:
            made = _LINK % (root, found.page, document.lang, document.title, path(document.source))
            if not found.live:
                made += _NOT_LIVE % self._said(message("not live yet"))
            self.links[root, document.source] = made
        return made

    def number(self, value: int) -> str:
        """A whole number."""
        return number(value, self.lang)

    def places(self, count: int) -> str:
        """How many places."""
        return self._said(places_of(count, self.lang))

    def more(self, count: int) -> str:
        """How many things of a list are not shown."""
        return self._said(message("… and %(n)s more", n=self.number(count)))

    def state(self, state: State) -> str:
        """Whether a group has an answer."""
        return self._said(STATES[state])

    def severity(self, severity: Severity) -> str:
        """How much a judgement matters."""
        return self._said(NAMES[severity])

    def kind(self, kind: Kind) -> str:
        """What a document is to a phrase."""
        return self._said(KINDS[kind])

    def no_phrases(self, file: str) -> str:
        """That a language has nothing to report."""
        return self._said(message("There are no key phrases in %(file)s yet.", file=file))

    def language(self, lang: str) -> str:
        """A language's own name for itself."""
        return language_name(lang)

    def as_of(self, site: Site) -> str:
        """The day that the report tells of."""
        return self._said(message("As of %(date)s", date=date(site.now, self.lang)))

    def claim(self, part: Part) -> str:
        """The one thing to know of a language: how much of the demand is answered."""
        answered, whole = part.totals.share_of(State.ANSWERED)
        percent = share(answered, whole, self.lang)
        if part.totals.asked:
            return self._said(message("%(share)s of the demand has a live document", share=percent))
        return self._said(message("%(share)s of the groups have a live document", share=percent))

    def proof(self, part: Part) -> str:
        """What the claim rests on."""
        file, totals = part.facts.study.file, part.totals
        groups = message(
            "groups of phrases with a live document: %(answered)s of %(groups)s",
            answered=self.number(totals.groups[State.ANSWERED]),
            groups=self.number(totals.number),
        )
        if not totals.asked:
            what = message("%(file)s gives no frequencies; %(rest)s", file=file, rest=groups)
            return self._said(what)
        return self._said(
            message(
                "Demand is the sum of the frequencies in %(file)s: %(asked)s; %(rest)s",
                file=file,
                asked=self.number(totals.asked),
                rest=groups,
            )
        )

    def numbers(self, part: Part) -> list[tuple[str, str, str]]:
        """Name, value and page of each number of a language."""
        totals, here = part.totals, f"#part-{part.lang}"
        named = (
            (message("Phrases"), totals.phrases, f"phrases.html{here}"),
            (message("Groups of one meaning"), totals.number, f"phrases.html{here}"),
            (message("with a live document"), totals.groups[State.ANSWERED], ""),
            (message("with a document not live yet"), totals.groups[State.PLANNED], ""),
            (message("without a document (gaps)"), totals.without, f"gaps.html{here}"),
            (message("Conflicts"), totals.conflicts, f"conflicts.html{here}"),
            (message("Live documents without phrases"), totals.silent, f"documents.html{here}"),
        )
        return [(self._said(name), self.number(value), page) for name, value, page in named]

    def caption(self, picture: Picture, facts: Facts) -> str:
        """What the picture shows, and what it leaves to the tables."""
        shown = message(
            "Rows are groups of phrases, the most asked at the top; columns are documents. "
            "The larger a dot, the more often the phrase stands there."
        )
        if len(facts.groups) <= len(picture.rows) and not picture.is_full:
            return self._said(shown)
        left = message(
            "The picture shows the most asked: %(rows)s of %(groups)s groups, %(columns)s of "
            "%(documents)s documents. The rest is in the tables.",
            rows=self.number(len(picture.rows)),
            groups=self.number(len(facts.groups)),
            columns=self.number(len(picture.columns)),
            documents=self.number(len(facts.documents)),
        )
        return f"{self._said(shown)} {self._said(left)}"

    def zones(self, phrase: PhraseFacts) -> str:
        """Where a phrase stands in its document."""
        return zone_names((zone for s in phrase.own for zone in narrow(s.zones)), self.lang)

    def kinds(self, phrase: PhraseFacts) -> str:
        """How a phrase stands in its document."""
        exact, forms, loose = phrase.kinds()
        return self._said(
            message(
                "As written: %(exact)s, in other forms: %(forms)s, scattered in a sentence: "
                "%(loose)s.",
                exact=self.number(exact),
                forms=self.number(forms),
                loose=self.number(loose),
            )
        )

    def alike(self, group: GroupFacts) -> str:
        """Which groups hold phrases of the same meaning."""
        names = ", ".join(f"«{name}»" for name in group.group.named_alike)
        return self._said(
            message(
                "Phrases of the same meaning stand in the groups %(names)s. Write one of these "
                "groups into the map for this phrase, or leave it apart if that is meant.",
                names=names,
            )
        )

    def evidence(self, evidence: Evidence) -> str:
        """Which words of a phrase a document has, and where."""
        found = "; ".join(
            f"{self._said(HELD[reason.zone])}: {', '.join(reason.words)}"
            for reason in evidence.reasons
        )
        if not evidence.missing:
            return found
        lacks = message("lacks: %(words)s", words=", ".join(evidence.missing))
        return f"{found}; {self._said(lacks)}"

    def phrases_in(self, anchor: Anchor, facts: Facts) -> str:
        """The phrases in the text of a link."""
        return ", ".join(facts.study.map.phrases[index].phrase for index in sorted(anchor.phrases))

    def _said(self, what: Message) -> str:
        return what.in_language(self.lang)
