"""The pages of the report: file name to HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from markupsafe import Markup

from plugins.documents import Site
from plugins.language.problems import Problem
from plugins.reports.keywords.bars import demand_bars, zone_bars
from plugins.reports.keywords.conflicts import conflicts
from plugins.reports.keywords.document_page import guests, more_guests, own_groups
from plugins.reports.keywords.dots import drawing
from plugins.reports.keywords.facts import DocumentFacts, GroupFacts
from plugins.reports.keywords.names import State, zone_titles
from plugins.reports.keywords.part import Part
from plugins.reports.keywords.phrase_page import MOST_LINKS, links, sections
from plugins.reports.keywords.picture import KINDS, NARROW, WIDE, Picture, picture_of
from plugins.reports.keywords.wording import Wording, path
from plugins.reports.page import rendered

MOST_LISTED = 15
LISTS = ("phrases.html", "documents.html", "gaps.html", "conflicts.html")


@dataclass(frozen=True, slots=True)
class Empty:
    """A language without phrases, the file of its map, and what is wrong with that."""

    lang: str
    file: str
    problems: Sequence[Problem] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Report:
    """What all pages are made of: languages with phrases, those without, the reader's."""

    parts: Sequence[Part]
    empty: Sequence[Empty]
    site: Site
    say: Wording

    @property
    def lang(self) -> str:
        """The language of the reader."""
        return self.say.lang


def pages(report: Report) -> Iterator[tuple[str, str]]:
    """Every page, with its path below the folder of the report."""
    yield "index.html", _index(report)
    for name in LISTS:
        yield name, _list(name, report)
    for part in report.parts:
        yield from _phrase_pages(part, report)
        yield from _document_pages(part, report)


def ranked(part: Part) -> list[DocumentFacts]:
    """The documents of a language, the most asked first, those without phrases last."""
    found = part.facts.documents.values()
    return sorted(found, key=lambda d: (not d.groups, -d.frequency, d.document.source))


def _index(report: Report) -> str:
    lang = report.lang
    return _shown(
        "index.html",
        report,
        most=MOST_LISTED,
        stem=_stem,
        kinds=KINDS,
        ranked=ranked,
        pictures={part.lang: _pictures(part, lang) for part in report.parts},
        demand={part.lang: demand_bars(part.totals, lang) for part in report.parts},
        by_zone={part.lang: zone_bars(part.totals, lang) for part in report.parts},
    )


def _pictures(part: Part, lang: str) -> list[tuple[str, Picture, Markup]]:
    """The map for wide screens and paper, and for phones; none where there is nothing to draw."""
    pictures = {"wide": picture_of(part.facts, WIDE), "narrow": picture_of(part.facts, NARROW)}
    return [
        (name, picture, drawing(picture, part.facts, lang))
        for name, picture in pictures.items()
        if picture.columns
    ]


def _list(name: str, report: Report) -> str:
    return _shown(
        name,
        report,
        ranked=ranked,
        conflicts={part.lang: conflicts(part.facts, report.lang) for part in report.parts},
        lost=_lost,
        stem=_stem,
    )


def _phrase_pages(part: Part, report: Report) -> Iterator[tuple[str, str]]:
    for group in part.facts.groups:
        yield (
            group.page,
            _shown(
                "phrase.html",
                report,
                root="../",
                group=group,
                facts=part.facts,
                sections=sections(group, part.facts, report.lang),
                links=links(group, part.facts),
                most_links=MOST_LINKS,
                brief=f"gaps.html#{_stem(group)}" if group.state is State.GAP else "",
            ),
        )


def _document_pages(part: Part, report: Report) -> Iterator[tuple[str, str]]:
    for found in part.facts.documents.values():
        yield (
            found.page,
            _shown(
                "document.html",
                report,
                root="../",
                found=found,
                facts=part.facts,
                groups=own_groups(found, part.facts, report.lang),
                guests=guests(found, part.facts, report.lang),
                more_guests=more_guests(found, part.facts),
                most_links=MOST_LINKS,
            ),
        )


def _shown(template: str, report: Report, root: str = "", **values: object) -> str:
    """A page; `root` leads from it to the folder of the report."""
    return rendered(
        f"keywords/{template}",
        report.lang,
        report=report,
        languages=len(report.parts) + len(report.empty),
        nav=_nav(template if not root else "", root, report.lang),
        root=root,
        say=report.say,
        path=path,
        zone_titles=zone_titles(report.lang),
        **values,
    )


@lru_cache(maxsize=32)
def _nav(here: str, root: str, lang: str) -> Markup:
    return Markup(rendered("keywords/nav.html", lang, here=here, root=root))


def _lost(part: Part) -> list[GroupFacts]:
    return [group for group in part.facts.groups if group.state is State.LOST]


def _stem(group: GroupFacts) -> str:
    return PurePosixPath(group.page).stem
