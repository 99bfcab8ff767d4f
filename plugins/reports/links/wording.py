"""Sentences of the pages that hold numbers, and links to pages, in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from plugins.documents import Document, Site
from plugins.internal_links.graph import Made
from plugins.internal_links.links import Rule
from plugins.internal_links.settings import LinkSettings
from plugins.internal_links.suggestions import Suggestion
from plugins.internal_links.wording import rule_in_words
from plugins.language.messages import Message, counted, message
from plugins.language.numbers import date, language_name
from plugins.reports.keywords.concerns import sentence
from plugins.reports.keywords.figures import number, share
from plugins.reports.keywords.quotes import marked
from plugins.reports.keywords.wording import path
from plugins.reports.links.field import STATES, State
from plugins.reports.links.matrix import KINDS
from plugins.reports.links.part import Part

MADE: dict[Made, Message] = {
    **KINDS,
    "list": message("in a list"),
    "menu": message("in a menu"),
}
_LINK = Markup('<a href="%s%s" lang="%s">%s</a> %s')


@dataclass(frozen=True)
class Wording:
    """Sentences for a reader of a language (ISO 639-1 code)."""

    lang: str
    settings: LinkSettings
    links: dict[tuple[str, str], Markup] = field(default_factory=dict, compare=False)
    rules: dict[Rule, str] = field(default_factory=dict, compare=False)

    def link(self, document: Document, part: Part, root: str) -> Markup:
        """A document by its title and its file, linked to its page where it has one: HTML."""
        made = self.links.get((root, document.source))
        if made is None:
            file = path(document.source)
            page = part.pages.get(document.source)
            made = Markup("%s %s") % (document.title, file)
            if page:
                made = _LINK % (root, page, document.lang, document.title, file)
            self.links[root, document.source] = made
        return made

    def marked(self, text: str, words: str) -> Markup:
        """A sentence with some words of it marked: HTML."""
        at = text.find(words)
        return Markup(marked(text, [(at, at + len(words))] if words and at >= 0 else []))

    def rule(self, rule: Rule) -> str:
        """Why a mention is not a link: a sentence with capital letter and full stop."""
        if rule not in self.rules:
            self.rules[rule] = sentence(rule_in_words(rule, self.settings), self.lang)
        return self.rules[rule]

    def why(self, suggestion: Suggestion) -> str:
        """What kept the engine from a link that a writer could make."""
        if suggestion.rule:
            return self.rule(suggestion.rule)
        apart = message("the words stand apart here: write them together, as a link")
        return sentence(apart, self.lang)

    def number(self, value: int) -> str:
        """A whole number."""
        return number(value, self.lang)

    def share(self, part: int, whole: int) -> str:
        """A part in per cent."""
        return share(part, whole, self.lang)

    def rank(self, document: Document, part: Part) -> str:
        """The weight of a page, where 1 is that of the average page."""
        value = f"{part.graph.rank[document.source] * len(part.graph.documents):.1f}"
        return value.replace(".", ",") if self.lang == "ru" else value

    def depth(self, document: Document, part: Part) -> str:
        """How many clicks from home, or a dash."""
        clicks = part.graph.depth.get(document.source)
        return "—" if clicks is None else self.number(clicks)

    def made(self, made: Made) -> str:
        """Who made a link."""
        return self._said(MADE[made])

    def state(self, state: State) -> str:
        """How well texts lead to a page."""
        return self._said(STATES[state])

    def more(self, count: int) -> str:
        """How many things of a list are not shown."""
        return self._said(message("… and %(n)s more", n=self.number(count)))

    def language(self, lang: str) -> str:
        """A language's own name for itself."""
        return language_name(lang)

    def as_of(self, site: Site) -> str:
        """The day that the report tells of."""
        return self._said(message("As of %(date)s", date=date(site.now, self.lang)))

    def claim(self, part: Part) -> str:
        """The one thing to know of a language: how many pages no text leads to."""
        lonely = len(part.graph.orphans)
        if not lonely:
            return self._said(message("Every page is linked to by the text of another"))
        return self._said(
            counted(
                "%(number)s page of %(all)s is not linked to by any text",
                "%(number)s pages of %(all)s are not linked to by any text",
                lonely,
                number=self.number(lonely),
                all=self.number(len(part.graph.documents)),
            )
        )

    def numbers(self, part: Part) -> Sequence[tuple[str, str, str]]:
        """Name, value and page of each number of a language."""
        graph, here = part.graph, f"#part-{part.lang}"
        refused = sum(len(found) for found in part.refused.values())
        named = (
            (message("Pages"), len(graph.documents), f"pages.html{here}"),
            (message("Links made by themselves"), part.automatic, "links.csv"),
            (message("Links made by authors"), part.handmade, "links.csv"),
            (message("Mentions that are no links"), refused, "refused.csv"),
            (message("Links that writers could make"), len(part.suggested), "suggestions.html"),
            (message("Pages that no text links to"), len(graph.orphans), f"lonely.html{here}"),
            (message("Pages that one text links to"), len(graph.weak), f"lonely.html{here}"),
            (message("Pages whose text links nowhere"), len(graph.dead_ends), f"pages.html{here}"),
            (
                message("Pages that no way leads to from home"),
                len(graph.documents) - len(graph.depth),
                f"pages.html{here}",
            ),
        )
        return [(self._said(name), self.number(value), page) for name, value, page in named]

    def _said(self, what: Message) -> str:
        return what.in_language(self.lang)
