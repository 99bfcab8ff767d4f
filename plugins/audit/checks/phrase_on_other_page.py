"""phrase-on-other-page: a page speaks for a key phrase that the map gives to another page.

Either the phrase makes up at least half of the significant words of its title, or its text has
the phrase at least 5 times, twice as often as the page it is given to, and more densely too
(phrases of several words only: one word stands everywhere).

Judged are articles, pages and the home page. Products and lists name what they sell, and
share those names. A page whose own phrase holds all words of the other («сроки доставки из
китая» holds «доставка из китая») narrows the subject down: that is no conflict.
"""

from collections.abc import Iterator
from typing import NamedTuple

from plugins.audit.finding import Finding
from plugins.audit.lacking import demanded, significant
from plugins.audit.subject import Subject
from plugins.documents import Document, live
from plugins.keywords.groups import Group
from plugins.keywords.sightings import Sighting
from plugins.keywords.study import Study
from plugins.language.messages import Message, counted, message
from plugins.language.problems import Severity
from plugins.words.tokens import tokens

RULE = "phrase-on-other-page"
ADVICE = message("give the phrase to this page in the map, or let the page name its own subject")
KINDS = frozenset({"article", "page", "home"})
OF_TITLE = 1 / 2
LEAST = 5
TIMES = 2


class _Guest(NamedTuple):
    """A group that stands in a live document to which the map does not give it."""

    study: Study
    document: Document
    group: Group
    sightings: tuple[Sighting, ...]


def phrase_on_other_page(subject: Subject) -> Iterator[Finding]:
    """Documents whose title or text speaks for a group of another live document."""
    for study in subject.studies:
        for document in study.documents.values():
            if document.kind in KINDS and live(document, subject.site.now):
                for guest in _guests(study, document):
                    yield from _judged(subject, guest)


def _guests(study: Study, document: Document) -> Iterator[_Guest]:
    for head, sightings in study.groups_in(document.source).items():
        group = study.group_of[head]
        if group.documents and document.source not in group.documents:
            yield _Guest(study, document, group, sightings)


def _judged(subject: Subject, guest: _Guest) -> Iterator[Finding]:
    in_title = _is_title(guest)
    if not in_title and not _is_frequent(guest):
        return
    owner = next((source for source in guest.group.documents if subject.site.find(source)), "")
    if not owner or _narrowed(guest.study, guest.document.source, guest.group):
        return
    if in_title:
        yield _finding(guest, guest.document.key_line("title"), _in_title(guest, owner))
    elif what := _in_body(guest, owner):
        yield _finding(guest, _first_line(guest), what)


def _is_title(guest: _Guest) -> bool:
    """Whether the group makes up enough of the title; sightings begin with the title's."""
    if "title" not in guest.sightings[0].zones:
        return False
    seen, lang = guest.study.seen[guest.document.source], guest.study.lang
    runs = (s for s in guest.sightings if "title" in s.zones and not s.loose)
    most = max((_significant(seen.form(run), lang) for run in runs), default=0)
    return most > 0 and most >= OF_TITLE * _significant(guest.document.title, lang)


def _significant(text: str, lang: str) -> int:
    return significant((token.form for token in tokens(text)), lang)


def _is_frequent(guest: _Guest) -> bool:
    """Whether a group of several words stands in the body often enough to be judged."""
    return len(guest.sightings) >= LEAST and _has_several_words(guest)


def _has_several_words(guest: _Guest) -> bool:
    return len(demanded(guest.group.head.phrase, guest.study.lang)) > 1


def _narrowed(study: Study, source: str, group: Group) -> bool:
    """Whether some phrase of the document's own holds all words of the group's head."""
    wanted = demanded(group.head.phrase, study.lang)
    own = (demanded(p.phrase, study.lang) for g in study.owned(source) for p in g.phrases)
    return any(
        all(any(w.form == o.form or w.keys & o.keys for o in words) for w in wanted)
        for words in own
    )


def _in_title(guest: _Guest, owner: str) -> Message:
    return message(
        "the title speaks for «%(phrase)s», which the map gives to %(owner)s",
        phrase=guest.group.head.phrase,
        owner=owner,
    )


def _in_body(guest: _Guest, owner: str) -> Message | None:
    study, group = guest.study, guest.group
    here, there = (len(study.runs(s, group)) for s in (guest.document.source, owner))
    words, others = (study.seen[s].words for s in (guest.document.source, owner))
    if here < LEAST or here < TIMES * there or here * others < there * words:
        return None
    return counted(
        "«%(phrase)s» stands here %(count)s time, and %(there)s in its own page, %(owner)s",
        "«%(phrase)s» stands here %(count)s times, and %(there)s in its own page, %(owner)s",
        here,
        phrase=group.head.phrase,
        owner=owner,
        there=there,
    )


def _first_line(guest: _Guest) -> int:
    study, source = guest.study, guest.document.source
    return guest.document.line_of(study.seen[source].form(study.runs(source, guest.group)[0]))


def _finding(guest: _Guest, line: int, what: Message) -> Finding:
    file = f"content/{guest.document.source}"
    return Finding(RULE, Severity.ADVICE, file, line, what, ADVICE)
