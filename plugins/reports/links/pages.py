"""The pages of the report: file name to HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from plugins.internal_links.graph import IN_TEXT
from plugins.reports.keywords.wording import path
from plugins.reports.links.document_page import anchors, other_ways, reasons
from plugins.reports.links.field import STATES, field_of, state_of
from plugins.reports.links.matrix import KINDS, flow, matrix
from plugins.reports.links.part import Linked, Part
from plugins.reports.links.wording import Wording
from plugins.reports.page import rendered

LISTS = ("pages.html", "lonely.html", "suggestions.html")
MOST = {"plans": 8, "suggested": 5, "documents": 300, "rows": 50}


@dataclass(frozen=True, eq=False)
class Report:
    """What all pages are made of."""

    found: Linked
    parts: Sequence[Part]
    say: Wording

    @property
    def lang(self) -> str:
        """The language of the reader."""
        return self.say.lang


def pages(report: Report) -> Iterator[tuple[str, str]]:
    """Every page, with its path below the folder of the report."""
    yield "index.html", _index(report)
    for name in LISTS:
        yield name, _shown(name, report, state_of=state_of)
    for part in report.parts:
        yield from _document_pages(part, report)


def _index(report: Report) -> str:
    lang = report.lang
    return _shown(
        "index.html",
        report,
        states=STATES,
        kinds=KINDS,
        fields={part.lang: field_of(part, lang) for part in report.parts},
        flows={part.lang: flow(part, lang) for part in report.parts},
        matrices={part.lang: matrix(part, lang) for part in report.parts},
    )


def _document_pages(part: Part, report: Report) -> Iterator[tuple[str, str]]:
    for document in part.graph.documents:
        source = document.source
        yield (
            part.pages[source],
            _shown(
                "document.html",
                report,
                root="../",
                part=part,
                document=document,
                linked=part.linked.get(source, ()),
                by_hand=part.by_hand.get(source, ()),
                reasons=reasons(part.refused.get(source, ())),
                could=part.suggested_from.get(source, ()),
                could_here=part.suggested_to.get(source, ()),
                anchors=anchors(document, part),
                incoming=[e for e in part.graph.incoming[source] if e.made in IN_TEXT],
                ways=other_ways(document, part),
            ),
        )


def _shown(template: str, report: Report, root: str = "", **values: object) -> str:
    """A page; `root` leads from it to the folder of the report."""
    return rendered(
        f"links/{template}",
        report.lang,
        report=report,
        languages=len(report.parts),
        nav=_nav(template if not root else "", root, report.lang),
        root=root,
        say=report.say,
        path=path,
        most=MOST,
        **values,
    )


@lru_cache(maxsize=32)
def _nav(here: str, root: str, lang: str) -> Markup:
    return Markup(rendered("links/nav.html", lang, here=here, root=root))
